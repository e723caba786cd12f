package io.powermigrate.testkit.solution;

import java.util.Optional;

/**
 * A dependency on what the package does not hold. Immutable.
 *
 * @param requiredType the component type as the manifest writes it: a number or a name such as connectionreference
 * @param requiredName the schema name of what is needed
 * @param solution who provides it, such as {@code Core (1.71.7)} or {@code Active}
 * @param dependentType the type of what needs it
 * @param dependentName the schema name of what needs it
 * @param appName the app that brings the solution, empty if the package does not say it
 */
public record MissingSpec(
        String requiredType,
        String requiredName,
        String solution,
        String dependentType,
        String dependentName,
        String appName) {

    /** A table that a table of the package needs, by their schema names. */
    public static MissingSpec table(String requiredTable, String solution, String dependentTable) {
        return new MissingSpec("1", requiredTable, solution, "1", dependentTable, "");
    }

    /** The same, with the app that brings the solution. */
    public MissingSpec fromApp(String name) {
        return new MissingSpec(requiredType, requiredName, solution, dependentType, dependentName, name);
    }

    @Override
    public String toString() {
        return "MissingSpec[" + requiredType + " " + requiredName + " of " + solution + "]";
    }

    void write(Xml xml) {
        xml.open("MissingDependency");
        String[] required = {
            "type", requiredType, nameAttribute(), requiredName, "displayName", requiredName, "solution", solution
        };
        app().ifPresentOrElse(
                        app -> xml.open("Required", required)
                                .leaf("package", solution, "appName", app, "version", "1.0.0.0")
                                .close(),
                        () -> xml.empty("Required", required));
        xml.empty("Dependent", "type", dependentType, "schemaName", dependentName);
        xml.close();
    }

    private Optional<String> app() {
        return Optional.of(appName).filter(app -> !app.isBlank());
    }

    private String nameAttribute() {
        return switch (requiredType) {
            case "connectionreference" -> "id.connectionreferencelogicalname";
            case "EnvironmentVariableDefinition" -> "id.schemaname";
            default -> "schemaName";
        };
    }
}
