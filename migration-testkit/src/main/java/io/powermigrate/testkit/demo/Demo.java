package io.powermigrate.testkit.demo;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Event;
import io.powermigrate.report.Report;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The main job: migrates the apps of a fake tenant into another one, prints plan, recreate list and report; then somebody
 * does what the list asks for, and a second run finishes the rest.
 */
public final class Demo {

    private final PrintStream out;
    private final DemoWorld world;

    private Demo(PrintStream out, DemoWorld world) {
        this.out = out;
        this.world = world;
    }

    /**
     * Runs it.
     *
     * @param args none for the built-in world, or a folder of {@code .msapp} files
     */
    public static void main(String... args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), args));
    }

    static int run(PrintStream out, String... args) {
        if (args.length > 1 || (args.length == 1 && !Files.isDirectory(Path.of(args[0])))) {
            out.println(
                    "\"" + String.join(" ", args) + "\" is no folder. Give one folder of .msapp files, or nothing.");
            return 2;
        }
        try (DemoWorld world = args.length == 0
                ? DemoWorld.builtIn()
                : DemoWorld.of(Path.of(args[0]), told -> out.println(told + "."))) {
            new Demo(out, world).run();
            return 0;
        } catch (MigrationException | UncheckedIOException e) {
            out.println("The demo ended because of this: " + e.getMessage());
            return 1;
        }
    }

    private void run() {
        title("First run: the destination is empty");
        Plan first = migrate(Mapping.none());
        title("Somebody does what the list asks for, then the second run");
        Person grace = new Person(world.dev(), world.prod());
        grace.does(first);
        List<Binding> lines = new ArrayList<>(Person.pastes(first));
        lines.addAll(grace.fillsIn(first));
        migrate(Mapping.of(lines));
    }

    private Plan migrate(Mapping mapping) {
        try (Migration migration =
                world.migration().mapping(mapping).listener(this::show).build()) {
            return migrate(migration);
        }
    }

    private Plan migrate(Migration migration) {
        Plan plan = migration.plan();
        out.println();
        out.println(plan.toText());
        Report report = migration.execute(
                plan.approve(Approval.by("ada@contoso.com", world.fake().clock().instant())));
        out.println();
        out.println(report.toText());
        return plan;
    }

    private void show(Event event) {
        if (event.kind() == Event.Kind.PHASE || event.kind() == Event.Kind.ENDED) {
            out.println("  ... " + event.resource().map(key -> key + " ").orElse("") + event.message());
        }
    }

    private void title(String words) {
        out.println();
        out.println("=== " + words + " ===");
    }
}
