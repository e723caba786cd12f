package io.powermigrate.cds.installed;

import io.powermigrate.model.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types of components by their numbers, which are fixed below 10000 only; the organisation tells the names of all
 * (wire/dataverse.md, section 2.2, wire/dataverse-situations.md, S49).
 */
final class Kinds {

    static final String TABLE = "entity";
    static final String COLUMN = "attribute";

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("1", "Entity"),
            Map.entry("2", "Attribute"),
            Map.entry("9", "OptionSet"),
            Map.entry("10", "EntityRelationship"),
            Map.entry("14", "EntityKey"),
            Map.entry("20", "Role"),
            Map.entry("26", "SavedQuery"),
            Map.entry("29", "Workflow"),
            Map.entry("59", "SavedQueryVisualization"),
            Map.entry("60", "SystemForm"),
            Map.entry("61", "WebResource"),
            Map.entry("62", "SiteMap"),
            Map.entry("66", "CustomControl"),
            Map.entry("70", "FieldSecurityProfile"),
            Map.entry("71", "FieldPermission"),
            Map.entry("80", "AppModule"),
            Map.entry("91", "PluginAssembly"),
            Map.entry("92", "SDKMessageProcessingStep"),
            Map.entry("300", "CanvasApp"),
            Map.entry("371", "Connector"),
            Map.entry("372", "Connector"),
            Map.entry("380", "EnvironmentVariableDefinition"));

    /** Of these a package tells all that it holds; others are parts of tables, or have no line of their own. */
    private static final Set<String> COMPARED = Set.of(
            TABLE,
            "optionset",
            "role",
            "workflow",
            "webresource",
            "sitemap",
            "customcontrol",
            "fieldsecurityprofile",
            "appmodule",
            "pluginassembly",
            "canvasapp",
            "connector",
            "environmentvariabledefinition",
            "connectionreference");

    private final Map<String, String> names = new HashMap<>(FIXED);

    /** With what {@code solutioncomponentdefinitions} tells, which may be nothing. */
    Kinds(List<Document> definitions) {
        definitions.forEach(row -> row.text("solutioncomponenttype")
                .ifPresent(number -> row.text("name").ifPresent(name -> names.put(number, name))));
    }

    String name(String number) {
        return names.getOrDefault(number, number);
    }

    /** The number of a kind in this organisation. */
    Optional<String> number(String kind) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().equalsIgnoreCase(kind))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isCompared(String kind) {
        return COMPARED.contains(lower(kind));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
