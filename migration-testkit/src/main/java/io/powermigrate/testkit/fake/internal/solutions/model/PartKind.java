package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of parts of a package that the fake knows more of than their XML. */
public enum PartKind {
    TABLE("Entities", 1, "Entity"),
    CHOICE("optionsets", 9, "OptionSet"),
    RELATIONSHIP("EntityRelationships", 10, "EntityRelationship"),
    ROLE("Roles", 20, "Role"),
    WORKFLOW("Workflows", 29, "Workflow"),
    WEB_RESOURCE("WebResources", 61, "WebResource"),
    PROFILE("FieldSecurityProfiles", 70, "FieldSecurityProfile"),
    CANVAS_APP("CanvasApps", 300, "CanvasApp"),
    CONNECTOR("Connectors", 372, "Connector"),
    VARIABLE("environmentvariabledefinitions", 380, "EnvironmentVariableDefinition"),
    /** Its number is the organisation's own. */
    REFERENCE("connectionreferences", -1, "connectionreference"),
    OTHER("", -1, "");

    private final String section;
    private final int number;
    private final String word;

    PartKind(String section, int number, String word) {
        this.section = section;
        this.number = number;
        this.word = word;
    }

    public static PartKind ofSection(String section) {
        return Stream.of(values())
                .filter(each -> each.section.equals(section))
                .findFirst()
                .orElse(OTHER);
    }

    public static Optional<PartKind> ofNumber(int number) {
        return Stream.of(values()).filter(each -> each.number == number).findFirst();
    }

    /** The section of {@code customizations.xml}, or the folder, that holds it. */
    public String section() {
        return section;
    }

    public int number() {
        return number;
    }

    /** The name of the component type. */
    public String word() {
        return word;
    }
}
