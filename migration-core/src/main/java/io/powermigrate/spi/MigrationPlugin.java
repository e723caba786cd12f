package io.powermigrate.spi;

import io.powermigrate.rule.RuleSet;
import java.util.List;

/** A bundle of readers, migrators, packagers and rules that is installed as one. Immutable. */
public interface MigrationPlugin {

    /** What messages call it. */
    String name();

    /** Readers; those that are a {@link Migrator} can also write. */
    List<ResourceReader<?>> readers();

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
