package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts components into a scratch solution: those that are wanted, then what these require as long as people made it. What a managed
 * solution brings is left out: it has to be installed in the destination, and the package says so.
 */
final class ScratchContents {

    /** Requirements of requirements end long before; one that never ends is a fault of the service. */
    private static final int ROUNDS = 20;

    private static final String ACTIVE = "fd140aae-4df4-11dd-bd17-0019b9312238";
    private static final String ALREADY_THERE = "0x80048542";
    private static final int TABLE = 1;
    private static final int COLUMN = 2;

    /** Numbers that are the same in every organisation (wire/dataverse.md, section 2.2). */
    private static final Map<String, Integer> FIXED = Map.of(
            "entity", TABLE,
            "optionset", 9,
            "role", 20,
            "workflow", 29,
            "fieldsecurityprofile", 70,
            "environmentvariabledefinition", 380);

    private final Dataverse source;
    private final String uniqueName;
    private final Consumer<String> progress;
    private final Set<String> held = new HashSet<>();
    private final Map<String, Integer> own = new HashMap<>();

    ScratchContents(Dataverse source, String uniqueName, Consumer<String> progress) {
        this.source = source;
        this.uniqueName = uniqueName;
        this.progress = progress;
    }

    void fill(List<ScratchPart> parts) {
        if (parts.stream().anyMatch(part -> !FIXED.containsKey(part.type()))) {
            source.rows(Query.of("solutioncomponentdefinitions")
                            .select("name", "solutioncomponenttype", "primaryentityname"))
                    .forEach(this::know);
        }
        parts.forEach(this::add);
        required();
    }

    private void know(Document row) {
        int number = (int) row.number(-1, "solutioncomponenttype");
        row.text("name").ifPresent(name -> own.put(name.toLowerCase(Locale.ROOT), number));
        row.text("primaryentityname").ifPresent(name -> own.put(name.toLowerCase(Locale.ROOT), number));
    }

    private int number(ScratchPart part) {
        return Optional.ofNullable(FIXED.get(part.type()))
                .or(() -> Optional.ofNullable(own.get(part.type())))
                .orElseThrow(() -> new MigrationException(
                        "The scratch solution " + uniqueName
                                + " was not filled because the source has no component type '" + part.type() + "'",
                        "Put the component into a solution of the source by hand, and name that with"
                                + " SolutionOptions.solutions"));
    }

    private void add(ScratchPart part) {
        add(number(part), part.id(), part.whole());
        if (!part.columns().isEmpty()) {
            Map<String, String> ids = source.rows(Query.of("EntityDefinitions")
                            .key(Key.id(part.id()))
                            .path("Attributes")
                            .select("LogicalName"))
                    .collect(Collectors.toMap(
                            row -> row.text("LogicalName").orElse(""),
                            row -> row.text("MetadataId").orElse(""),
                            (first, second) -> first));
            part.columns().forEach(name -> Optional.ofNullable(ids.get(name))
                    .ifPresent(id -> add(COLUMN, id.toLowerCase(Locale.ROOT), true)));
        }
    }

    /** A table that does not come whole is a shell: nothing but its name, for the columns that come with it. */
    private void add(int type, String id, boolean whole) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ComponentId", id);
        body.put("ComponentType", type);
        body.put("SolutionUniqueName", uniqueName);
        body.put("AddRequiredComponents", false);
        body.put("DoNotIncludeSubcomponents", !whole);
        if (!whole) {
            body.put("IncludedComponentSettingsValues", List.of());
        }
        try {
            source.action(Effect.WRITE, "AddSolutionComponent", Document.of(body));
        } catch (DataverseException refused) {
            if (!refused.error().is(ALREADY_THERE)) {
                throw refused;
            }
        }
        held.add(id);
    }

    private void required() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Document> missing = missing();
            Set<String> installed = installed(missing);
            missing.keySet().removeAll(installed);
            if (missing.isEmpty()) {
                return;
            }
            missing.forEach((id, row) -> {
                progress.accept("adds a required component of type " + type(row) + ", " + id);
                add(type(row), id, true);
            });
        }
        throw new MigrationException(
                "The scratch solution " + uniqueName + " was not filled because what it requires had no end after "
                        + ROUNDS + " rounds",
                "Put the components into a solution of the source by hand, and name that with SolutionOptions.solutions");
    }

    /** What is required and not in the solution, by id. */
    private Map<String, Document> missing() {
        Map<String, Document> missing = new LinkedHashMap<>();
        source.rows(Query.function("RetrieveMissingDependencies", Parameters.text("SolutionUniqueName", uniqueName)))
                .forEach(row -> {
                    String id = row.text("requiredcomponentobjectid").orElse("").toLowerCase(Locale.ROOT);
                    if (!id.isEmpty() && !held.contains(id)) {
                        missing.putIfAbsent(id, row);
                    }
                });
        return missing;
    }

    private static int type(Document row) {
        return (int) row.number(-1, "requiredcomponenttype");
    }

    /** What a managed solution brings: the row names the solution that brought it first, or other rows tell. */
    private Set<String> installed(Map<String, Document> missing) {
        Set<String> installed = new HashSet<>();
        Set<String> open = new HashSet<>();
        missing.forEach((id, row) -> row.text("requiredcomponentbasesolutionid")
                .filter(base -> !base.isBlank())
                .ifPresentOrElse(
                        base -> {
                            if (!base.equalsIgnoreCase(ACTIVE)) {
                                installed.add(id);
                            }
                        },
                        () -> open.add(id)));
        if (!open.isEmpty()) {
            Query managed =
                    Query.of("solutioncomponents").select("objectid").filter(Filter.is("solutionid/ismanaged", true));
            source.rowsWhere(managed, "objectid", open)
                    .forEach(row -> row.text("objectid").ifPresent(id -> installed.add(id.toLowerCase(Locale.ROOT))));
        }
        return installed;
    }
}
