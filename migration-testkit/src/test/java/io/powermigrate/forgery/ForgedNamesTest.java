package io.powermigrate.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.page.TextStyle;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Event;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that has a name has a forged one, and the service forges its errors: every output of a migration is looked at. */
class ForgedNamesTest {

    private static final int PAGE = 100_000;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
    private final FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
    private final FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
    private final FakeEnvironment prod = grace.tenant().environment("Fabrikam Prod");
    private final List<Event> events = new ArrayList<>();

    /** What people read, by the door through which it left. */
    private final Map<String, String> outputs = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void catch_what_is_logged() {
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(before);
        fake.close();
    }

    static List<Forgery> forgeries() {
        return Forgery.all();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void deceive_nobody_at_any_door(Forgery forgery) throws IOException {
        fill(forgery.text());
        dev.called(forgery.text());
        prod.called(forgery.text() + " too");
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint target = fake.connect(prod, grace)) {
            Migration migration = migration(source, target);
            Plan plan = migration.plan();
            plans(plan, migration.inventory());
            fake.service()
                    .faults()
                    .times(
                            1000,
                            seen -> seen.effect() == FakeEffect.WRITE,
                            Fault.error(400, "Refused", forgery.text()));
            Report report = migration.execute(
                    plan.approve(Approval.by(forgery.text(), fake.clock().instant())));
            reports(report);
            keepsTheTruth(forgery, plan);
        }
        outputs.put("log", logged.toString(StandardCharsets.UTF_8));
        outputs.forEach((door, output) -> {
            assertThat(Forgery.seenIn(output)).as("%s, %s", door, forgery).isEmpty();
            assertThat(output.length()).as("length of %s, %s", door, forgery).isLessThan(longest(door));
        });
    }

    /** A line to paste yields the true value, all of it; a page that holds it is cut. */
    private static int longest(String door) {
        return door.startsWith("lines") ? 3 << 20 : door.equals("log") ? 20 * PAGE : PAGE;
    }

    /** An app that can be written, one whose flow, connections, connector and gateway only a person can make. */
    private void fill(String text) {
        FakeConnection office = dev.connection("shared_office365users", text);
        FakeConnector orders = dev.customConnector(text);
        FakeConnection order = dev.connection(orders, text).through(dev.gateway(text));
        FakeFlow flow = dev.flow(text).calling(office);
        dev.app(SampleDocuments.flow(flow.id(), office.name())).called(text + " with a flow");
        dev.app(SampleDocuments.customConnector(orders.name(), order.name())).called(text + " with a connector");
        dev.app(SampleDocuments.nothing()).called(text);
        dev.app(SampleDocuments.nothingOlder()).called("Quite plain");
    }

    private Migration migration(Endpoint source, Endpoint target) {
        return Migration.from(source)
                .to(target)
                .install(PowerApps.plugin())
                .workspace(Workspace.at(folder.resolve("workspace")))
                .time(fake.time())
                .listener(events::add)
                .build();
    }

    private void plans(Plan plan, Inventory inventory) {
        outputs.put("Plan.toText", plan.toText());
        outputs.put("Plan.toText of everything", plan.toText(TextStyle.everything()));
        outputs.put("Plan.toLongText", plan.toLongText());
        outputs.put("Plan.toString", plan.toString());
        outputs.put("Inventory.toString", inventory.toString());
        assertThat(plan.steps()).hasSizeGreaterThan(5);
        for (Step step : plan.steps()) {
            String of = " of " + step.key().type();
            outputs.put("Why" + of, plan.why(step.key()).toText());
            outputs.put("Step.toString" + of, oneLine(step));
            outputs.put("key" + of, oneLine(step.key()));
        }
        plan.recreate().forEach(item -> {
            outputs.put("RecreateItem.toText of " + item.key().type(), item.toText());
            outputs.put(
                    "lines of " + item.key().type(),
                    String.join(
                            " ",
                            item.lines().stream()
                                    .map(line -> oneLine(line.toCode()))
                                    .toList()));
        });
    }

    private void reports(Report report) throws IOException {
        outputs.put("Report.toText", report.toLongText());
        Path file = folder.resolve("report.txt");
        report.writeTo(file);
        outputs.put("Report.writeTo", Files.readString(file));
        outputs.put("Report.toString", oneLine(report));
        report.outcomes()
                .forEach(outcome -> outputs.put("Outcome of " + outcome.key().type(), oneLine(outcome)));
        assertThatThrownBy(report::orThrow).isInstanceOfSatisfying(MigrationException.class, failure -> {
            outputs.put("exception", oneLine(String.valueOf(failure.getMessage())));
            outputs.put("problem", oneLine(failure.problem()));
            outputs.put("exception as the JVM prints it", oneLine(failure));
        });
        assertThat(events).isNotEmpty();
        for (Event event : events) {
            outputs.put("Event.message " + event.kind(), oneLine(event.message()));
            outputs.put("Event.toString " + event.kind(), oneLine(event));
        }
    }

    private static String oneLine(Object value) {
        assertThat(String.valueOf(value).contains("\n"))
                .as("a line break in a %s", value.getClass().getSimpleName())
                .isFalse();
        return String.valueOf(value);
    }

    /** JSON is for programs: what it says is what the service said. Half a character cannot be sent, so it never came. */
    private static void keepsTheTruth(Forgery forgery, Plan plan) {
        String arrived = new String(forgery.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Plan read = Plan.fromJson(plan.toJson());
        assertThat(read.steps().stream().map(step -> step.key().name()).anyMatch(arrived::equals))
                .isTrue();
        assertThat(read.steps()).isEqualTo(plan.steps());
        assertThat(Stream.of(read.toLongText()).anyMatch(plan.toLongText()::equals))
                .isTrue();
    }
}
