package io.powermigrate.testkit.msapp;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The type of a column, an input or an output: its word in a JSON schema, and in a WADL. */
enum ValueType {
    STRING("xs:string"),
    NUMBER("xs:double"),
    INTEGER("xs:int"),
    BOOLEAN("xs:boolean");

    private final String xml;

    ValueType(String xml) {
        this.xml = xml;
    }

    static ValueType of(String word, String owner) {
        return Arrays.stream(values())
                .filter(type -> type.json().equals(word))
                .findFirst()
                .orElseThrow(() -> BuilderError.of(
                        "The type '" + word + "' of '" + owner + "' is none that this builder knows.",
                        "Use one of "
                                + Arrays.stream(values()).map(ValueType::json).collect(Collectors.joining(", "))
                                + "."));
    }

    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    String xml() {
        return xml;
    }
}
