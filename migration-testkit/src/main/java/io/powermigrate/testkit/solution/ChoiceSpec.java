package io.powermigrate.testkit.solution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The options of a choice.
 *
 * <pre>{@code
 * ChoiceSpec.named("new_region").option(100000000, "North").option(100000001, "South")
 * }</pre>
 *
 * Immutable.
 */
public final class ChoiceSpec {
    private final String name;
    private final Map<Integer, String> options;

    private ChoiceSpec(String name, Map<Integer, String> options) {
        this.name = name;
        this.options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * A choice without options.
     *
     * @param name the name of a global choice; a local choice is named after its table and column, whatever stands here
     */
    public static ChoiceSpec named(String name) {
        return new ChoiceSpec(
                SpecError.notBlank(name, "name of a choice", "Name it, for example new_region.")
                        .toLowerCase(Locale.ROOT),
                Map.of());
    }

    /** The same with one more option, in the order told; an option of that value is relabelled. */
    public ChoiceSpec option(int value, String label) {
        Map<Integer, String> more = new LinkedHashMap<>(options);
        more.put(value, label);
        return new ChoiceSpec(name, more);
    }

    String name() {
        return name;
    }

    void write(Xml xml, String as, String type, boolean global) {
        xml.open("optionset", "Name", as, "localizedName", as);
        xml.leaf("OptionSetType", type).leaf("IsGlobal", global ? "1" : "0");
        xml.leaf("IntroducedVersion", "1.0.0.0").leaf("IsCustomizable", "1");
        xml.label("displaynames", "displayname", as).open("options");
        options.forEach((value, label) -> xml.open("option", "value", String.valueOf(value), "IsHidden", "0")
                .label("labels", "label", label)
                .close());
        xml.close().close();
    }
}
