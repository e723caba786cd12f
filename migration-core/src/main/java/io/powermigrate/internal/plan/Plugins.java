package io.powermigrate.internal.plan;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is installed: one reader a type, packagers, and the parts of rule sets. Immutable. */
public final class Plugins {

    private final List<MigrationPlugin> plugins;
    private final Map<String, ResourceReader<?>> readers = new TreeMap<>();
    private final List<Packager<?>> packagers;
    private final Map<String, Packager<?>> packagerOf = new TreeMap<>();

    /**
     * Installs plugins.
     *
     * @throws MigrationException when two readers or two packagers have the same type; both classes are named
     */
    public Plugins(Collection<MigrationPlugin> plugins) {
        this.plugins = List.copyOf(plugins);
        this.plugins.forEach(plugin -> plugin.readers().forEach(this::add));
        this.packagers = this.plugins.stream()
                .<Packager<?>>flatMap(plugin -> plugin.packagers().stream())
                .toList();
        packagers.forEach(this::add);
    }

    private void add(Packager<?> packager) {
        Stream.concat(Stream.of(packager.carrier()), packager.carries().stream())
                .map(ResourceType::name)
                .forEach(type -> {
                    Packager<?> other = packagerOf.putIfAbsent(type, packager);
                    if (other != null) {
                        throw new MigrationException(
                                "The type \"" + type + "\" has two packagers, "
                                        + other.getClass().getName() + " and "
                                        + packager.getClass().getName(),
                                "Install one of them");
                    }
                });
    }

    private void add(ResourceReader<?> reader) {
        ResourceReader<?> other = readers.putIfAbsent(reader.type().name(), reader);
        if (other != null) {
            throw new MigrationException(
                    "The type \"" + reader.type() + "\" has two readers, "
                            + other.getClass().getName() + " and "
                            + reader.getClass().getName(),
                    "Install one of them");
        }
    }

    /** Every reader, by the name of its type. */
    public List<ResourceReader<?>> readers() {
        return List.copyOf(readers.values());
    }

    /** The types that are read. */
    public List<ResourceType<?>> types() {
        return readers().stream().<ResourceType<?>>map(ResourceReader::type).toList();
    }

    /**
     * The rule set that counts where the caller names none: the one that plugins name, else the only one that all plugins
     * with rules have in common; {@code own} where no plugin has rules.
     *
     * @throws MigrationException when that leaves several or none
     */
    public String standardRuleSet() {
        Set<String> named = plugins.stream()
                .map(MigrationPlugin::standardRuleSet)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (named.size() == 1) {
            return named.iterator().next();
        }
        List<Set<String>> sets = plugins.stream()
                .map(plugin -> plugin.ruleSets().stream().map(RuleSet::name).collect(Collectors.toSet()))
                .filter(names -> !names.isEmpty())
                .toList();
        if (sets.isEmpty()) {
            return "own";
        }
        Set<String> common = new TreeSet<>(sets.get(0));
        sets.forEach(common::retainAll);
        if (common.size() != 1) {
            throw new MigrationException(
                    "The migration was not built because it is open which rule set counts: the installed plugins name "
                            + named + " as their default and have " + common + " in common",
                    "Name one with ruleSet(name)");
        }
        return common.iterator().next();
    }

    /** The reader of a type. */
    public Optional<ResourceReader<?>> reader(String type) {
        return Optional.ofNullable(readers.get(type));
    }

    /** The migrator of a type, where its reader is one. */
    public Optional<Migrator<?>> migrator(String type) {
        return reader(type)
                .flatMap(reader -> reader instanceof Migrator<?> migrator ? Optional.of(migrator) : Optional.empty());
    }

    /** What a person does where a content did not arrive as wanted in a carrier that did; empty where its packager says nothing. */
    public Optional<String> remedy(Resource carrier, ResourceKey content) {
        return Optional.ofNullable(packagerOf.get(carrier.key().type()))
                .flatMap(packager -> remedy(packager, carrier, content));
    }

    private static <C extends Resource> Optional<String> remedy(
            Packager<C> packager, Resource carrier, ResourceKey content) {
        return packager.remedy(packager.carrier().model().cast(carrier), content);
    }

    /** Every packager. */
    public List<Packager<?>> packagers() {
        return packagers;
    }

    /** Whether resources of a type carry others. */
    public boolean carries(String type) {
        Packager<?> packager = packagerOf.get(type);
        return packager != null && packager.carrier().name().equals(type);
    }

    /** Every part of a rule set. */
    public List<RuleSet> ruleSets() {
        return plugins.stream().flatMap(plugin -> plugin.ruleSets().stream()).toList();
    }

    /** Whether a type has details beyond its list: its reader has a fetch of its own. */
    public static boolean fetches(ResourceReader<?> reader) {
        try {
            return reader.getClass()
                            .getMethod("fetch", Resource.class, Endpoint.class, Workspace.class)
                            .getDeclaringClass()
                    != ResourceReader.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // the interface has it
        }
    }

    /** The reader of a resource's type, for resources that came from a reader. */
    @SuppressWarnings("unchecked") // a reader makes, and so reads, the resources of its own type
    public <R extends Resource> ResourceReader<R> readerOf(R resource) {
        return (ResourceReader<R>) reader(resource.key().type())
                .orElseThrow(() -> new MigrationException(
                        resource.key() + " could not be looked at because no plugin reads its type",
                        "Install the plugin that does"));
    }
}
