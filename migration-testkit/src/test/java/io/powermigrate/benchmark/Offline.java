package io.powermigrate.benchmark;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.plan.Carriers;
import io.powermigrate.internal.plan.PlanOptions;
import io.powermigrate.internal.plan.PlanTools;
import io.powermigrate.internal.plan.Planner;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.journal.Journal;
import io.powermigrate.journal.ManyLines;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How planning grows with the number of resources, and how long a snapshot takes, without any environment. Planning is
 * measured of inventories that were just made, whose fingerprints nobody knows yet, and again. The best of some rounds.
 */
final class Offline {

    private static final double GATE = 11;
    private static final int ROUNDS = 6;

    private Offline() {}

    /** Prints times and their ratio; says whether the ratio is within its gate. */
    static boolean measure() {
        plan(1_000); // code is warm
        Cost few = plan(10_000);
        Cost many = plan(100_000);
        snapshot(60_000);
        journal(100_000);
        double ratio = (double) many.wall() / few.wall();
        System.out.printf(
                Locale.ROOT,
                "plan 100,000 = %.1f x plan 10,000 (CPU %.1f x), %s %.0f%n",
                ratio,
                (double) many.cpu() / few.cpu(),
                ratio <= GATE ? "within" : "NOT within",
                GATE);
        return ratio <= GATE;
    }

    /** A plan of the invented environment. */
    static Plan planOf(int size) {
        return planner().plan(reading(size));
    }

    private static Cost plan(int size) {
        Cost first = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
        Cost again = first;
        Planner planner = planner();
        for (int round = 0; round < ROUNDS; round++) {
            Reading fresh = reading(size);
            System.gc();
            first = first.least(Cost.of(() -> planner.plan(fresh)));
            System.gc();
            again = again.least(Cost.of(() -> planner.plan(fresh)));
        }
        if (size >= 10_000) {
            System.out.printf(Locale.ROOT, "plan %,d %s, again %s%n", size, first, again);
        }
        return first;
    }

    private static Planner planner() {
        Plugins plugins = new Plugins(List.of(PowerApps.plugin()));
        PlanOptions options = new PlanOptions(
                Scope.everything(),
                RuleSets.join(RuleSets.CLASSIC_2016, plugins.ruleSets()),
                Set.of(),
                Set.of(),
                List.of(),
                Integer.MAX_VALUE,
                Effect.EXPORT,
                true);
        return new Planner(new PlanTools(plugins, options, Workspace.temporary()));
    }

    private static Reading reading(int size) {
        Inventory source = Estate.source(size);
        return new Reading(
                source,
                Estate.destination(size),
                Mapping.none(),
                source.all().stream().map(Resource::key).collect(Collectors.toSet()),
                List.of(),
                List.of(),
                Carriers.NONE);
    }

    private static void snapshot(int size) {
        List<ResourceType<?>> types = new Plugins(List.of(PowerApps.plugin())).types();
        Inventory inventory = Estate.source(size);
        try {
            Path file = Files.createTempFile("snapshot", ".json");
            try {
                long write = Long.MAX_VALUE;
                long read = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS; round++) {
                    write = Math.min(write, took(() -> inventory.writeTo(file)));
                    read = Math.min(read, took(() -> Inventory.read(file, types)));
                }
                System.out.printf(
                        Locale.ROOT,
                        "snapshot %,d (%d MB) write %d ms, read %d ms%n",
                        size,
                        Files.size(file) >> 20,
                        write,
                        read);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void journal(int lines) {
        try {
            Path folder = Files.createTempDirectory("journal");
            try {
                ManyLines.writeTo(folder, lines);
                long read = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS; round++) {
                    read = Math.min(read, took(() -> Journal.in(folder).close()));
                }
                System.out.printf(Locale.ROOT, "journal %,d lines read %d ms%n", lines, read);
            } finally {
                Files.deleteIfExists(folder.resolve("journal.jsonl"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long took(Runnable work) {
        System.gc();
        return Cost.of(work).wall();
    }

    /** Measures only this. */
    public static void main(String[] arguments) {
        System.exit(measure() ? 0 : 1);
    }
}
