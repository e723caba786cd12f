package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An environment variable: its definition, and a value if it is told one. Immutable.
 *
 * <pre>{@code
 * VariableSpec.text("new_Site").defaultValue("https://contoso.example")
 * }</pre>
 */
public final class VariableSpec {
    private final String schemaName;
    private final int type;
    private final boolean required;
    private final Optional<String> defaultValue;
    private final Optional<String> value;

    private VariableSpec(
            String schemaName, int type, boolean required, Optional<String> defaultValue, Optional<String> value) {
        this.schemaName = SpecError.notBlank(schemaName, "schema name of a variable", "Name it, for example new_Site.");
        this.type = type;
        this.required = required;
        this.defaultValue = defaultValue;
        this.value = value;
    }

    /** A variable of text without default and value. */
    public static VariableSpec text(String schemaName) {
        return typed(schemaName, 100_000_000);
    }

    /**
     * A variable of any type.
     *
     * @param type 100000000 text, 100000001 number, 100000002 yes or no, 100000003 JSON, 100000004 data source, 100000005
     *     secret
     */
    public static VariableSpec typed(String schemaName, int type) {
        return new VariableSpec(schemaName, type, false, Optional.empty(), Optional.empty());
    }

    /** The same with a default. */
    public VariableSpec defaultValue(String text) {
        return new VariableSpec(schemaName, type, required, Optional.of(text), value);
    }

    /** The same with a current value, which travels with the package. */
    public VariableSpec value(String text) {
        return new VariableSpec(schemaName, type, required, defaultValue, Optional.of(text));
    }

    /** The same, required. */
    public VariableSpec required() {
        return new VariableSpec(schemaName, type, true, defaultValue, value);
    }

    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String folder = "environmentvariabledefinitions/" + schemaName + "/";
        value.ifPresent(text -> files.put(folder + "environmentvariablevalues.json", values(text)));
        files.put(folder + "environmentvariabledefinition.xml", definition());
        return files;
    }

    private byte[] definition() {
        Xml xml = new Xml().open("environmentvariabledefinition", "schemaname", schemaName);
        defaultValue.ifPresent(text -> xml.leaf("defaultvalue", text));
        xml.open("displayname", "default", schemaName);
        xml.empty("label", "description", schemaName, "languagecode", "1033").close();
        xml.leaf("introducedversion", "1.0.0.0").leaf("iscustomizable", "1");
        xml.leaf("isrequired", required ? "1" : "0").leaf("secretstore", "0");
        return xml.leaf("type", String.valueOf(type)).close().bytes();
    }

    private byte[] values(String text) {
        String id = JsonText.quoted(Ids.of("environmentvariablevalue", schemaName));
        return ("{\n  \"environmentvariablevalues\": {\n    \"environmentvariablevalue\": {\n"
                        + "      \"@environmentvariablevalueid\": " + id + ",\n      \"iscustomizable\": \"1\",\n"
                        + "      \"value\": " + JsonText.quoted(text) + "\n    }\n  }\n}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
