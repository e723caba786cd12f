package io.powermigrate.cds.installed;

import io.powermigrate.cds.solution.facts.PackageContent;
import io.powermigrate.cds.solution.facts.RootComponent;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ids and names of all that a package holds, by kind: one of them is enough to know a component again. */
final class Packaged {

    private final Kinds kinds;
    private final Map<String, Set<String>> known = new HashMap<>();

    Packaged(SolutionFacts facts, Kinds kinds) {
        this.kinds = kinds;
        schema(facts.schema());
        content(facts.content());
        facts.manifest().rootComponents().forEach(this::root);
    }

    /** Whether the package holds it, by its id or one of its names. */
    boolean holds(String kind, String id, Collection<String> names) {
        Set<String> held = known.getOrDefault(Kinds.lower(kind), Set.of());
        return held.contains(id) || names.stream().map(Kinds::lower).anyMatch(held::contains);
    }

    private void schema(Schema schema) {
        schema.tables().forEach(table -> {
            put(Kinds.TABLE, table.logicalName());
            put(Kinds.TABLE, table.schemaName());
        });
        schema.choices().forEach(choice -> put("optionset", choice.name()));
        schema.roles().forEach(role -> put("role", role.id()));
        schema.profiles().forEach(profile -> put("fieldsecurityprofile", profile.id()));
    }

    private void content(PackageContent content) {
        content.workflows().forEach(flow -> put("workflow", flow.id()));
        content.canvasApps().forEach(app -> put("canvasapp", app.name()));
        content.webResources().forEach(resource -> put("webresource", resource.name()));
        content.variables().forEach(variable -> put("environmentvariabledefinition", variable.schemaName()));
        content.connectionReferences().forEach(reference -> put("connectionreference", reference.logicalName()));
        content.connectors().forEach(connector -> {
            put("connector", connector.id());
            put("connector", connector.name());
        });
    }

    /** Types of roots are numbers, newer ones words. */
    private void root(RootComponent root) {
        String kind = kinds.name(root.type());
        put(kind, root.schemaName());
        put(kind, root.id());
    }

    private void put(String kind, @Nullable String key) {
        if (key != null && !key.isEmpty()) {
            known.computeIfAbsent(Kinds.lower(kind), any -> new HashSet<>()).add(Kinds.lower(key));
        }
    }
}
