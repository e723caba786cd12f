package io.powermigrate.cds.environment;

import io.powermigrate.cds.solution.comparison.OrganizationGates;
import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds for the whole Dataverse of an environment, which decides what an import does. It is never migrated: each environment
 * has its own. There is one item, or none where there is no Dataverse.
 */
public record Organization(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<Organization> TYPE =
            new ResourceType<>("dataverse", Organization.class, Organization::new);

    /** The server's version, such as 9.2.25063.198; empty if it was not told. */
    public Optional<String> version() {
        return content().text("version");
    }

    /** The code of the base language; empty if it was not told. */
    public Optional<String> baseLanguage() {
        return content().text("baseLanguage");
    }

    /** Codes of the languages that are switched on; empty if it was not told. */
    public Set<String> languages() {
        return new TreeSet<>(content().texts("languages"));
    }

    /** Settings that let an import fail late (wire/dataverse-facts.md, A9 and A10). */
    public OrganizationGates gates() {
        return content().at("gates").isObject()
                ? content().at("gates").as(OrganizationGates.class)
                : OrganizationGates.UNKNOWN;
    }

    /** The depths that are allowed for each privilege; empty if it was not told. */
    public Map<String, Set<PrivilegeDepth>> depths() {
        Map<String, Set<PrivilegeDepth>> depths = new HashMap<>();
        content()
                .at("depths")
                .members()
                .forEach((name, letters) ->
                        depths.put(name, depths(letters.text().orElse(""))));
        return depths;
    }

    /** Names of the privileges that the signed-in identity has; empty if it was not told. */
    public Set<String> ownPrivileges() {
        return new HashSet<>(content().texts("ownPrivileges"));
    }

    /** Versions of the controls that forms may use, by their names; empty if it was not told. */
    public Map<String, String> controls() {
        Map<String, String> controls = new HashMap<>();
        content()
                .at("controls")
                .members()
                .forEach((name, version) -> controls.put(name, version.text().orElse("")));
        return controls;
    }

    /** Logical names of the canvas apps that belong to no managed solution; empty if it was not told. */
    public Set<String> unmanagedApps() {
        return new TreeSet<>(content().texts("unmanagedApps"));
    }

    private static Set<PrivilegeDepth> depths(String letters) {
        Set<PrivilegeDepth> depths = new HashSet<>();
        List.of(PrivilegeDepth.BASIC, PrivilegeDepth.LOCAL, PrivilegeDepth.DEEP, PrivilegeDepth.GLOBAL).stream()
                .filter(depth -> letters.contains(depth.word().substring(0, 1)))
                .forEach(depths::add);
        return depths;
    }

    @Override
    public boolean isSupplied() {
        return true;
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
