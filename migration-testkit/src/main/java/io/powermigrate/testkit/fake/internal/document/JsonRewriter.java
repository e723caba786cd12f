package io.powermigrate.testkit.fake.internal.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One JSON entry, token by token: a tree would drop the second of two equal keys, and change how numbers are written. */
final class JsonRewriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> COUNTERS = Set.of(
            "ErrorCount", "ParserErrorCount", "BindingErrorCount", "DeserializationLoadTime", "AnalysisLoadTime");
    private static final Pattern ICON = Pattern.compile("(\"iconUri\":\\s*\")[^\"]+");
    private static final DateTimeFormatter SAVE_DATE =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String path;
    private final Instant saved;

    JsonRewriter(String path, Instant saved) {
        this.path = path;
        this.saved = saved;
    }

    /** The entry in the other layout: what was compact is indented, what was indented is compact. Broken JSON stays. */
    byte[] rewrite(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 1024);
        try (JsonParser in = JSON.createParser(bytes);
                JsonGenerator to = JSON.createGenerator(out)) {
            if (compact(bytes)) {
                to.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            while (in.nextToken() != null) {
                copy(in, to);
            }
        } catch (IOException broken) {
            return bytes;
        }
        return out.toByteArray();
    }

    private void copy(JsonParser in, JsonGenerator to) throws IOException {
        JsonToken token = Objects.requireNonNull(in.currentToken());
        if (token == JsonToken.VALUE_STRING) {
            to.writeString(text(String.valueOf(in.currentName()), in.getText()));
        } else if (token.isNumeric()) {
            to.writeNumber(number(in));
        } else {
            to.copyCurrentEvent(in);
        }
    }

    private String text(String field, String value) {
        switch (field) {
            case "LastSavedDateTimeUTC":
                return path.equals("header.json") ? SAVE_DATE.format(saved) : value;
            case "RootPath":
                return value.startsWith("https://") ? renewed(value) : value;
            case "LocalConnectionReferences":
                Matcher icons = ICON.matcher(value);
                return icons.replaceAll("$1https://connectoricons-prod.azureedge.net/renewed/icon.png");
            default:
                return path.equals("checksum.json") && value.startsWith("C") ? restamped(value) : value;
        }
    }

    private String renewed(String address) {
        int query = address.indexOf('?');
        String plain = query < 0 ? address : address.substring(0, query);
        return plain + "?sv=2024-11-04&sr=c&sig=renewed&se=" + saved.plusSeconds(86_400) + "&sp=rl";
    }

    private static String restamped(String stamp) {
        int end = stamp.indexOf('_') + 1;
        return stamp.substring(0, end) + new StringBuilder(stamp.substring(end).replace("=", "")).reverse() + "=";
    }

    private String number(JsonParser in) throws IOException {
        boolean counter = path.equals("properties.json")
                && (COUNTERS.contains(String.valueOf(in.currentName())) || insideControlCount(in));
        return counter ? String.valueOf(in.getLongValue() + 1) : in.getText();
    }

    private static boolean insideControlCount(JsonParser in) {
        var parent = in.getParsingContext().getParent();
        return parent != null && "ControlCount".equals(parent.getCurrentName());
    }

    private static boolean compact(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 16); i++) {
            if (bytes[i] == '\n') {
                return false;
            }
        }
        return true;
    }
}
