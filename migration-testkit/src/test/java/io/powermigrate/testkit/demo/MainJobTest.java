package io.powermigrate.testkit.demo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.docs.Sample;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Verdict;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.demo.RealApps.RealApp;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeGateway;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.AppDocument;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job over every real document, three runs, in every way in which the service is known to answer. */
@Tag("long")
class MainJobTest {

    private static final Predicate<RecreateItem> SATISFIED = item -> item.state() == RecreateItem.State.SATISFIED;

    /** One for all dialects: what is found out of the same bytes is found once. */
    private static final Workspace WORKSPACE = Workspace.temporary();

    private final RealApps real;

    @SuppressWarnings("NullAway.Init") // opened by each test
    private DemoWorld world;

    @SuppressWarnings("NullAway.Init") // made by each test
    private FakeGateway gateway;

    private Dialects dialects = Dialects.standard();

    MainJobTest() throws IOException {
        real = RealApps.read();
    }

    @AfterAll
    static void close() {
        WORKSPACE.close();
    }

    /** A part of them in each run: real apps go the whole way in every dialect each time, see {@code RealAppsWholeWayTest}. */
    static Stream<Dialects> dialects() {
        return Sample.of(Dialects.each());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void three_runs_bring_over_every_app_and_then_find_nothing_to_do(Dialects dialect) {
        dialects = dialect;
        try (DemoWorld opened = DemoWorld.of(RealApps.folder(), dialect)) {
            world = opened;
            an_app_works_through_a_gateway();
            Plan first = first_run_with_an_empty_destination();
            new Person(world.dev(), world.prod()).does(first);
            Mapping pasted = Mapping.of(Person.pastes(first));
            second_run_after_a_person_did_what_the_list_asks_for(pasted);
            third_run_finds_nothing_to_do();
            assertThat(world.fake().service().unmatched()).isEmpty();
        }
    }

    /** No real document hangs on a gateway: this one does. */
    private void an_app_works_through_a_gateway() {
        gateway = world.dev().gateway("Head office");
        FakeConnection ledger = world.dev().connection("shared_sql", "Ledger").through(gateway);
        byte[] document = AppDocument.named("Ledger entries")
                .screen("Main")
                .connection("shared_sql", ledger.name())
                .toBytes();
        world.dev().app(document);
        real.add(
                document,
                new RealApp(
                        "Ledger.msapp",
                        "Ledger entries",
                        false,
                        false,
                        false,
                        Set.of(ledger.name()),
                        Set.of(),
                        Set.of()));
    }

    private Plan first_run_with_an_empty_destination() {
        Plan plan = migration(Mapping.none()).plan();
        Map<Step, RealApp> apps = apps(plan);
        apps.forEach((step, app) -> is_planned_as_its_needs_say(step, app, plan));
        everything_that_must_be_recreated_is_listed(plan);
        every_kind_is_listed_and_the_gateway_names_who_waits(plan);
        same_names_are_told_apart_by_lines_to_paste(plan);
        Report report = execute(Mapping.none(), plan);
        report.orThrow();
        assertThat(world.prod().apps()).hasSize((int) plan.changes());
        return plan;
    }

    private void is_planned_as_its_needs_say(Step step, RealApp app, Plan plan) {
        if (app.isPage()) {
            assertThat(step.action()).as(app.file()).isEqualTo(Action.BLOCKED);
            assertThat(step.reason()).contains("custom page");
        } else if (app.isForm()) {
            assertThat(step.action()).as(app.file()).isEqualTo(Action.BY_HAND);
            assertThat(step.reason()).contains("belongs to one list");
        } else if (step.action() == Action.BLOCKED) {
            assertThat(sharing(app.name())).as(app.file()).isGreaterThan(1);
        } else if (app.usesDataverse() && dialects.is(Dialect.DATAVERSE_APP_IN_PACKAGE, "refused")) {
            assertThat(step.action()).as(app.file()).isEqualTo(Action.BY_HAND);
        } else if (app.needsNothing()) {
            assertThat(step.action()).as(app.file()).isEqualTo(Action.CREATE);
        } else {
            assertThat(step.action()).as(app.file()).isEqualTo(Action.HELD);
            assertThat(waits(step, plan)).as(app.file()).isEqualTo(app.needs());
        }
    }

    private void everything_that_must_be_recreated_is_listed(Plan plan) {
        Set<String> expected = new TreeSet<>();
        real.all().forEach(app -> expected.addAll(app.needs()));
        expected.add("gateway " + gateway.id());
        Set<String> listed = plan.recreate().stream()
                .filter(item -> !item.key().type().equals(CanvasApp.TYPE.name()))
                .map(item -> id(plan, item.key()))
                .collect(toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(expected);
        assertThat(plan.recreate()).allSatisfy(item -> {
            assertThat(item.reason()).isNotBlank();
            assertThat(item.remedy()).isNotBlank();
            assertThat(item.state()).isEqualTo(RecreateItem.State.MISSING);
            if (!item.key().type().equals(CanvasApp.TYPE.name())) {
                assertThat(item.waiting()).as("who waits for %s", item.key()).isNotEmpty();
            }
        });
        for (Map.Entry<Step, RealApp> entry : apps(plan).entrySet()) {
            for (RecreateItem item : plan.recreate()) {
                if (entry.getValue().needs().contains(id(plan, item.key()))) {
                    assertThat(item.waiting()).contains(entry.getKey().key());
                }
            }
        }
    }

    private static void every_kind_is_listed_and_the_gateway_names_who_waits(Plan plan) {
        assertThat(plan.recreate())
                .extracting(item -> item.key().type())
                .contains("cloud-flow", "connection", "custom-connector", "gateway");
        assertThat(plan.recreate())
                .filteredOn(item -> item.key().type().equals("gateway"))
                .singleElement()
                .satisfies(item -> assertThat(item.waiting())
                        .extracting(ResourceKey::type)
                        .containsExactly(CanvasApp.TYPE.name(), "connection"));
    }

    /** Of several apps with one name one goes first; each of the others waits for a line. */
    private void same_names_are_told_apart_by_lines_to_paste(Plan plan) {
        long twins = real.all().stream().filter(app -> sharing(app.name()) > 1).count();
        long names = real.all().stream()
                .map(RealApp::name)
                .filter(name -> sharing(name) > 1)
                .distinct()
                .count();
        assertThat(Person.pastes(plan)).hasSize((int) (twins - names)).allMatch(Binding::isNew);
        assertThat(twins).as("the real documents hold some").isEqualTo(5);
    }

    private void second_run_after_a_person_did_what_the_list_asks_for(Mapping pasted) {
        Plan plan = migration(pasted).plan();
        assertThat(plan.recreate().stream().filter(SATISFIED.negate()).toList()).isEmpty();
        assertThat(plan.recreate()).allSatisfy(item -> assertThat(item.by()).contains("(id "));
        Report report = execute(pasted, plan);
        report.orThrow();
        assertThat(report.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.state()).isEqualTo(Outcome.State.DONE);
            assertThat(outcome.findings())
                    .as("proved by launching; what is told is what the mapping leaves at the source")
                    .allMatch(finding -> finding.rule().startsWith("APP-2") && finding.verdict() == Verdict.WARN);
        });
        assertThat(world.prod().apps())
                .hasSize((int) real.all().stream().filter(app -> !app.isPage()).count());
        assertThat(world.prod().apps()).noneMatch(FakeApp::hasDraft);
    }

    private void third_run_finds_nothing_to_do() {
        Map<String, Long> before = aboveRead();
        Plan plan = migration(Mapping.none()).plan();
        assertThat(plan.changes()).isZero();
        assertThat(plan.steps().stream()
                        .filter(step -> step.action() != Action.SKIP)
                        .map(Step::key))
                .allSatisfy(key -> assertThat(apps(plan).entrySet())
                        .anyMatch(app ->
                                app.getKey().key().equals(key) && app.getValue().isPage()));
        execute(Mapping.none(), plan).orThrow();
        assertThat(aboveRead()).isEqualTo(before);
    }

    private Migration migration(Mapping mapping) {
        return world.migration().workspace(WORKSPACE).mapping(mapping).build();
    }

    private Report execute(Mapping mapping, Plan plan) {
        return migration(mapping)
                .execute(plan.approve(
                        Approval.by("ada@contoso.com", world.fake().clock().instant())));
    }

    private Map<Step, RealApp> apps(Plan plan) {
        Map<String, RealApp> byId = new HashMap<>();
        world.dev().apps().forEach(app -> byId.put(app.id(), real.of(app)));
        Map<Step, RealApp> apps = new HashMap<>();
        plan.steps().stream()
                .filter(step -> step.key().type().equals(CanvasApp.TYPE.name()))
                .forEach(step -> apps.put(step, byId.get(step.originId())));
        assertThat(apps).hasSize(real.all().size()).doesNotContainValue(null);
        return apps;
    }

    private long sharing(String name) {
        return real.all().stream()
                .filter(app -> app.name().equals(name) && !app.isPage())
                .count();
    }

    private static Set<String> waits(Step step, Plan plan) {
        return step.waitsFor().stream().map(key -> id(plan, key)).collect(toCollection(TreeSet::new));
    }

    private static String id(Plan plan, ResourceKey key) {
        return key.type() + " " + plan.step(key).orElseThrow().originId();
    }

    private Map<String, Long> aboveRead() {
        Map<String, Long> counts = new HashMap<>();
        for (FakeEnvironment environment : List.of(world.dev(), world.prod())) {
            for (FakeEffect effect : List.of(FakeEffect.EXPORT, FakeEffect.STAGE, FakeEffect.WRITE)) {
                counts.put(environment.displayName() + " " + effect, environment.requests(effect));
            }
        }
        return counts;
    }
}
