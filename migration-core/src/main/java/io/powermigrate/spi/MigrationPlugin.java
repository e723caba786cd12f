package io.powermigrate.spi;

import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.RuleSet;
import java.util.List;

/** A bundle of readers, migrators, packagers and rules that is installed as one. Immutable. */
public interface MigrationPlugin {

    /** What messages call it. */
    String name();

    /** Readers; those that are a {@link Migrator} can also write. */
    List<ResourceReader<?>> readers();

    /** The types that it reads, such as a snapshot is read back with: {@code Inventory.fromJson(json, plugin.types())}. */
    default List<ResourceType<?>> types() {
        return readers().stream().<ResourceType<?>>map(ResourceReader::type).toList();
    }

    /** What travels together. */
    default List<Packager<?>> packagers() {
        return List.of();
    }

    /** The name of the rule set that counts unless the caller names one; empty where this plugin has no opinion. */
    default String standardRuleSet() {
        return "";
    }

    /** Its parts of rule sets. */
    default List<RuleSet> ruleSets() {
        return List.of();
    }
}
