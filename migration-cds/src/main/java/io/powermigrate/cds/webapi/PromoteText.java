package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one long text that says why a solution cannot be removed or replaced (wire/dataverse-facts.md, A6): pairs, whose names may hold
 * commas, brackets and bars. Fields that nobody knows are passed over.
 *
 * @param blockers the pairs that could be read
 * @param words how many there are, in words
 */
record PromoteText(List<Blocker> blockers, String words) {

    static final String BEGIN = "DependencyCount";

    private static final String REQUIRED = "RequiredComponentObject details:";
    private static final String DEPENDENT = "DependentComponentObject details:";
    private static final Pattern COUNT = Pattern.compile("DependencyCount\\s?:\\s?(\\d{1,9})");
    private static final String GUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern ID = Pattern.compile(", Id: (" + GUID + ")");
    private static final String TYPE = "Type: ";
    private static final String NAME = ", ObjectName: ";
    private static final String PARENT = ", ParentObjectName: ";
    private static final Pattern PARENT_ID = Pattern.compile(", ParentId: ");

    PromoteText {
        blockers = List.copyOf(blockers);
    }

    static PromoteText read(String text) {
        List<Blocker> blockers = new ArrayList<>();
        String[] pairs = text.split(Pattern.quote(REQUIRED));
        for (int i = 1; i < pairs.length; i++) {
            int middle = pairs[i].indexOf(DEPENDENT);
            if (middle >= 0) {
                Blocker.End required = end(pairs[i].substring(0, middle));
                Blocker.End dependent = end(pairs[i].substring(middle + DEPENDENT.length()));
                if (required != null && dependent != null) {
                    blockers.add(new Blocker(required, dependent));
                }
            }
        }
        return new PromoteText(blockers, words(text, blockers.size()));
    }

    /** The service's number counts, as it may have cut the list. */
    private static String words(String text, int read) {
        Matcher count = COUNT.matcher(text);
        int told = count.lookingAt() ? Integer.parseInt(count.group(1)) : read;
        String words = Counted.of(told, "dependency", "dependencies");
        return told == read ? words : words + ", of which " + read + " could be read";
    }

    private static Blocker.@Nullable End end(String text) {
        int type = text.indexOf(TYPE);
        int name = text.indexOf(NAME);
        Matcher id = ID.matcher(text);
        if (type < 0 || name < type || !id.find(name)) {
            return null;
        }
        return new Blocker.End(
                text.substring(type + TYPE.length(), name).trim(),
                text.substring(name + NAME.length(), id.start()).trim(),
                id.group(1).toLowerCase(Locale.ROOT),
                parent(text, id.end()));
    }

    private static @Nullable String parent(String text, int from) {
        int begin = text.indexOf(PARENT, from);
        if (begin < 0) {
            return null;
        }
        Matcher end = PARENT_ID.matcher(text);
        String name = end.find(begin + PARENT.length() - 1)
                ? text.substring(begin + PARENT.length(), Math.max(end.start(), begin + PARENT.length()))
                : "";
        return name.isBlank() ? null : name.trim();
    }
}
