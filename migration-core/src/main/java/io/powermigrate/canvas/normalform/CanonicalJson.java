package io.powermigrate.canvas.normalform;

import com.fasterxml.jackson.core.JsonToken;
import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.json.MalformedJson;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.internal.secret.Secrets;
import io.powermigrate.internal.zip.EntryName;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A JSON text without what makes no difference: member order, white space, escapes, the spelling of numbers, line ends in strings,
 * members that are null (the service's own checksum takes them as absent), and members that {@link NormalFormRules} leaves out. A member
 * given twice counts once if its values are equal; if not, both count and {@link #contradictions()} names it.
 */
final class CanonicalJson {

    private static final int LONG_ARRAY = 1 << 16;

    private final Reading reading;
    private final EntryName entry;
    private final CanonicalBuffer buffer;
    private final List<String> contradictions = new ArrayList<>();

    CanonicalJson(Reading reading, EntryName entry) {
        this.reading = reading;
        this.entry = entry;
        this.buffer = new CanonicalBuffer(reading, entry.path());
    }

    /** Reads the cursor's text to its end. */
    byte[] digest(JsonCursor json) {
        value(json, "");
        json.finish();
        return buffer.toBytes();
    }

    /** Members that stand twice in one object with different values, as {@code entry: parent/name}. */
    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    private void value(JsonCursor json, String parent) {
        JsonToken token = json.token();
        switch (token) {
            case START_OBJECT -> object(json, parent);
            case START_ARRAY -> array(json, parent);
            case VALUE_STRING -> text('"', lines(json.secretText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text('#', number(json.numberText()));
            default -> buffer.tag(token == JsonToken.VALUE_TRUE ? 't' : token == JsonToken.VALUE_FALSE ? 'f' : 'n');
        }
    }

    /** A long array is digested on the way: its elements stay in their order. */
    private void array(JsonCursor json, String parent) {
        int start = buffer.length();
        MessageDigest digest = null;
        json.enterArray();
        while (json.nextElement()) {
            value(json, parent);
            if (buffer.length() - start > LONG_ARRAY) {
                digest = digest == null ? Digests.sha256() : digest;
                buffer.into(digest, start);
            }
        }
        if (digest == null) {
            buffer.fold('[', start, List.of(new CanonicalBuffer.Span(start, buffer.length())));
        } else {
            buffer.into(digest, start);
            buffer.folded('[', digest.digest());
        }
    }

    private void object(JsonCursor json, String parent) {
        int start = buffer.length();
        List<Member> members = new ArrayList<>();
        json.enterObject();
        while (json.nextMember()) {
            String name = json.name();
            NormalFormRules.Treatment treatment = NormalFormRules.of(entry, parent, name);
            if (treatment != NormalFormRules.Treatment.LEAVE_OUT && json.token() != JsonToken.VALUE_NULL) {
                int from = buffer.length();
                buffer.text(name);
                member(json, name, treatment);
                members.add(new Member(name, new CanonicalBuffer.Span(from, buffer.length())));
            }
        }
        buffer.fold('{', start, inOrder(members, parent));
    }

    private void member(JsonCursor json, String name, NormalFormRules.Treatment treatment) {
        if (json.token() != JsonToken.VALUE_STRING) {
            value(json, name);
        } else if (treatment == NormalFormRules.Treatment.JSON) {
            nested(json, name);
        } else if (treatment == NormalFormRules.Treatment.XML) {
            text('<', lines(withoutIndent(json.secretText())));
        } else {
            value(json, name);
        }
    }

    /** What is not JSON after all stays the string that it is. */
    private void nested(JsonCursor json, String name) {
        int start = buffer.length();
        try {
            buffer.tag('J');
            json.nested(name, inside -> {
                value(inside, name);
                return name;
            });
        } catch (MalformedJson plainText) {
            buffer.truncate(start);
            text('"', lines(json.secretText()));
        }
    }

    private List<CanonicalBuffer.Span> inOrder(List<Member> members, String parent) {
        members.sort(Comparator.comparing(Member::name).thenComparing(Member::span, buffer::compare));
        List<CanonicalBuffer.Span> spans = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            boolean again = i > 0 && members.get(i - 1).name.equals(member.name);
            if (again && buffer.same(members.get(i - 1).span, member.span)) {
                continue;
            }
            if (again && contradictions.size() == reading.limit(Limit.PLACES)) {
                throw reading.entryBeyond(entry.path(), "gives more members twice", Limit.PLACES);
            }
            if (again) {
                contradictions.add(entry.path() + ": " + parent + "/" + Secrets.masked(EntryName.shown(member.name)));
            }
            spans.add(member.span);
        }
        return spans;
    }

    private void text(char kind, String text) {
        buffer.tag(kind);
        buffer.text(text);
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    /** 10, 10.0 and 1e1 are one number. A whole number without a final zero is spelled in one way only. */
    private static String number(String text) {
        if (!text.endsWith("0") && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        try {
            return new BigDecimal(text).stripTrailingZeros().toString();
        } catch (NumberFormatException exponentTooLarge) {
            return text;
        }
    }

    /** Without white space between two tags. */
    private static String withoutIndent(String xml) {
        StringBuilder dense = new StringBuilder(xml.length());
        for (int i = 0; i < xml.length(); i++) {
            dense.append(xml.charAt(i));
            if (xml.charAt(i) == '>') {
                int next = i + 1;
                while (next < xml.length() && Character.isWhitespace(xml.charAt(next))) {
                    next++;
                }
                i = next == xml.length() || xml.charAt(next) == '<' ? next - 1 : i;
            }
        }
        return dense.toString();
    }

    private record Member(String name, CanonicalBuffer.Span span) {}
}
