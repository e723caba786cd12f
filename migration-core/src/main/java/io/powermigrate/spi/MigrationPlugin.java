package io.powermigrate.spi;

import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.RuleSet;
import java.util.List;

/**
 * A bundle of readers, migrators, packagers and rules that is installed as one. Immutable; no method returns null.
 *
 * <pre>{@code
 * class NotesPlugin implements MigrationPlugin {
 *     public String name() { return "Notes"; }
 *     public List<ResourceReader<?>> readers() { return List.of(new Notes()); }
 *     public List<RuleSet> ruleSets() { return List.of(RuleSet.of(RuleSets.CLASSIC_2016, notesTravel)); }
 * }
 * }</pre>
 *
 * <p>{@code MigrationBuilder.install} takes it. One that stands in {@code META-INF/services} is found by {@code
 * discoverPlugins}, too; it needs a public constructor without parameters.
 */
public interface MigrationPlugin {

    /** The name that messages use for it; one line. */
    String name();

    /** The readers, one for each type; those that are a {@link Migrator} can also write. */
    List<ResourceReader<?>> readers();

    /** The types that it reads. A snapshot is read back with them: {@code Inventory.fromJson(json, plugin.types())}. */
    default List<ResourceType<?>> types() {
        return readers().stream().<ResourceType<?>>map(ResourceReader::type).toList();
    }

    /** What puts resources into packages that travel in their place; none unless said otherwise. */
    default List<Packager<?>> packagers() {
        return List.of();
    }

    /** The name of the rule set that judges unless the caller names one; an empty text where this plugin names none. */
    default String standardRuleSet() {
        return "";
    }

    /** Its rules, by the name of the rule set that they are part of; none unless said otherwise. */
    default List<RuleSet> ruleSets() {
        return List.of();
    }
}
