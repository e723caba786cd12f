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

    /** Its parts of rule sets. */
    default List<RuleSet> ruleSets() {
        return List.of();
    }
}
