package io.powermigrate.internal.undo;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.InventoryBuilder;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Report;
import io.powermigrate.report.Undo;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The destination as it was before a run, as far as the run has changed it. What the run wrote last comes first: the order of its waves is
 * turned round.
 */
public final class Before {

    private final Report report;
    private final List<Kept> kept;
    private final Plugins plugins;

    /**
     * What a run has overwritten.
     *
     * @param workspace of the run
     * @throws MigrationException when the run has changed nothing, or what it has changed is of a type that no plugin reads
     */
    public Before(Report report, Workspace workspace, Collection<MigrationPlugin> plugins) {
        this.report = report;
        this.plugins = new Plugins(plugins);
        if (report.undo().isEmpty()) {
            throw new MigrationException(
                    "There is nothing to undo because the run of " + when() + " has changed nothing in "
                            + report.destination().name(),
                    "Give the report of a run that did");
        }
        report.undo().forEach(this::requireReader);
        this.kept = report.undo().stream().map(undo -> Kept.of(undo, workspace)).toList();
    }

    private void requireReader(Undo undo) {
        if (plugins.reader(undo.key().type()).isEmpty()) {
            throw new MigrationException(
                    "Nothing can be undone because no plugin reads the type of " + undo.key(),
                    "Install every plugin that the run had");
        }
    }

    /** What was kept, as an environment that things come from. */
    public Inventory inventory() {
        InventoryBuilder inventory = Inventory.of(
                report.destination().id() + " before " + report.plan().digest(),
                report.destination().name() + " before the run of " + when(),
                Document.empty());
        Map<ResourceKey, Integer> waves = new HashMap<>();
        report.plan().steps().forEach(step -> waves.put(step.key(), step.wave()));
        ToIntFunction<Kept> wave = each -> waves.getOrDefault(each.undo().key(), 0);
        TreeMap<Integer, Set<Reference>> byWave = byWave(wave);
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (Kept each : kept) {
            Map.Entry<Integer, Set<Reference>> later = byWave.higherEntry(wave.applyAsInt(each));
            Set<Reference> first = later == null || each.before().isEmpty() ? Set.of() : later.getValue();
            Item item = each.item().withReferences(first);
            items.computeIfAbsent(item.key().type(), type -> new ArrayList<>()).add(item);
        }
        items.forEach((type, some) -> add(inventory, plugins.reader(type).orElseThrow(), some));
        return inventory.build();
    }

    private static <R extends Resource> void add(
            InventoryBuilder inventory, ResourceReader<R> reader, List<Item> items) {
        inventory.coverage(reader.type().name(), Coverage.complete());
        inventory.add(reader.type(), items.stream().map(reader.type()::of).toList());
    }

    /** What can be put back, by the wave in which the run wrote it: those of the next later one are put back first. */
    private TreeMap<Integer, Set<Reference>> byWave(ToIntFunction<Kept> wave) {
        TreeMap<Integer, Set<Reference>> byWave = new TreeMap<>();
        kept.forEach(each -> each.before()
                .ifPresent(item -> byWave.computeIfAbsent(wave.applyAsInt(each), number -> new HashSet<>())
                        .add(Reference.uses(item.key()))));
        return byWave;
    }

    /** What puts it back: the migrators of the plugins, each for what was kept of its type. */
    public MigrationPlugin plugin() {
        Map<String, Map<String, Kept>> byType = kept.stream()
                .collect(Collectors.groupingBy(
                        each -> each.undo().key().type(),
                        TreeMap::new,
                        Collectors.toMap(Kept::id, each -> each, (one, other) -> one)));
        return new UndoPlugin(byType.entrySet().stream()
                .<ResourceReader<?>>map(
                        entry -> putBack(plugins.reader(entry.getKey()).orElseThrow(), entry.getValue()))
                .toList());
    }

    private static <R extends Resource> PutBack<R> putBack(ResourceReader<R> reader, Map<String, Kept> kept) {
        return new PutBack<>(reader, kept);
    }

    private String when() {
        return report.started().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
