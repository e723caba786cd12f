package io.powermigrate.canvas.rebind;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What one character beyond ASCII looks like in each of the escapes that {@link EscapedCursor} reads. Pure. */
final class EscapedForms {

    private static final int DEEPEST = 3;

    private EscapedForms() {}

    /**
     * The part of each form that tells the character: bytes as characters, letters of ASCII in lower case.
     *
     * @param exact whether letter case counts
     */
    static Set<String> of(int character, boolean exact) {
        Set<String> forms = new LinkedHashSet<>();
        add(character, forms);
        if (!exact) {
            add(Character.toLowerCase(character), forms);
            add(Character.toUpperCase(character), forms);
        }
        return forms;
    }

    private static void add(int character, Set<String> forms) {
        String text = Character.toString(character);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        forms.add(raw);
        forms.add(String.format(Locale.ROOT, "u%04x", (int) text.charAt(0)));
        for (int level = 0; level < DEEPEST; level++) {
            String sign = "%" + "25".repeat(level);
            forms.add(raw.chars()
                    .mapToObj(value -> String.format(Locale.ROOT, "%02x", value))
                    .collect(Collectors.joining(sign)));
        }
        forms.add(String.format(Locale.ROOT, "#x%x;", character));
        forms.add(String.format(Locale.ROOT, "#%d;", character));
    }
}
