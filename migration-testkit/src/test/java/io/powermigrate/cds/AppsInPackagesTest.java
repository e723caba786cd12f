package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionMigrator;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Canvas apps and custom connectors inside a solution package: what they need, what would break, and what they are bound to. */
class AppsInPackagesTest extends Situations {

    private static final String DOCUMENT = "CanvasApps/new_visits_1a2b3_DocumentUri.msapp";
    private static final Fault FORBIDDEN = Fault.error(403, "Forbidden");
    private static final String CONNECTION = "shared-sql-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

    private static AppDocument visits() {
        return AppDocument.named("Visits")
                .screen(
                        "Visit",
                        screen -> screen.control(
                                "Show", "label", control -> control.formula("Text", "First(Visits).Day")));
    }

    private static AppDocument withTable() {
        return visits().dataverse("https://contosodev.crm4.dynamics.com")
                .table("Visits", "new_visit", "new_visits", "Day");
    }

    private static SolutionBuilder made(AppDocument app, ColumnSpec... columns) {
        TableSpec table = TableSpec.named("new_Visit", "Visit");
        for (ColumnSpec column : columns) {
            table = table.column(column);
        }
        return orders("1.0.0.0").table(table).canvasApp("new_visits_1a2b3", "Visits", app.toBytes());
    }

    private static List<Finding> ofApp(Plan plan, String rule) {
        return orders(plan).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private Migration migration(SolutionBuilder made, Binding... lines) throws IOException {
        return migration(made, SolutionOptions.defaults())
                .mapping(Mapping.of(lines))
                .build();
    }

    /** The app as the import got it. */
    private byte[] arrived() {
        return world.to().solutions().named("Orders").file(DOCUMENT);
    }

    @Test
    void a_column_that_the_package_brings_is_not_missed() throws IOException {
        Plan plan = plan(made(withTable(), ColumnSpec.text("new_Day", 20)));
        assertThat(ofApp(plan, "APP-107")).isEmpty();
        assertThat(ofApp(plan, "APP-106")).isEmpty();
        assertThat(ofApp(plan, "SOL-029")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("that they are there, and not what they hold", "\"Visits\""));
        assertThat(ofApp(plan(orders("1.0.0.0")), "SOL-029")).isEmpty();
    }

    @Test
    void a_column_that_nothing_brings_is_found_where_the_formula_of_the_app_names_it() throws IOException {
        Plan plan = plan(made(withTable()));
        assertThat(ofApp(plan, "APP-107")).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.reason()).contains("its app \"Visits\"", "the column new_day is not there");
            assertThat(finding.locations()).singleElement().satisfies(place -> assertThat(place.words())
                    .isEqualTo("Visit / Show / Text"));
        });
        assertThat(orders(plan).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void a_connection_of_the_app_is_missed_and_holds_nobody() throws IOException {
        Plan plan = plan(made(visits().connection("shared_sql", CONNECTION)));
        assertThat(ofApp(plan, "APP-101")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.reason()).contains("its app \"Visits\"");
        });
        assertThat(orders(plan).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void a_connection_that_the_package_joins_with_a_reference_is_not_asked_for() throws IOException {
        Plan plan =
                plan(made(visits().connection("shared_sql", CONNECTION)).connectionReference("new_sql", "shared_sql"));
        assertThat(ofApp(plan, "APP-101")).isEmpty();
    }

    @Test
    void a_flow_that_the_package_brings_is_not_asked_for_and_one_that_it_does_not_bring_is() throws IOException {
        FlowSpec notify = FlowSpec.named("Notify");
        SolutionBuilder made = orders("1.0.0.0").flow(notify);
        String row = SolutionPackage.read("Orders.zip", new ByteArrayInputStream(made.toZip()))
                .facts()
                .content()
                .workflows()
                .get(0)
                .id();
        AppDocument app = visits().flow("Notify", "5d1c0c3e-7f52-4b0e-9a55-1f6c3b1f6a01", flow -> flow.inSolution(row));
        Plan brought = plan(made.canvasApp("new_visits_1a2b3", "Visits", app.toBytes()));
        assertThat(orders(brought).findings())
                .extracting(Finding::reason)
                .noneMatch(reason -> reason.contains("5d1c0c3e"));

        AppDocument other = app.flow(
                "Archive",
                "6e2d1d4f-8063-4c1f-8b66-2a7d4c2a7b02",
                flow -> flow.inSolution("7f3e2e50-9174-4d20-9c77-3b8e5d3b8c03"));
        Plan missed = plan(orders("1.1.0.0").flow(notify).canvasApp("new_visits_1a2b3", "Visits", other.toBytes()));
        assertThat(orders(missed).findings())
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.contains("6e2d1d4f"))
                .noneMatch(reason -> reason.contains("5d1c0c3e"));
    }

    @Test
    void the_document_is_bound_to_connections_texts_and_addresses_of_the_destination() throws IOException {
        FakeConnection sql = world.prod.connection("shared_sql", "SQL of Grace");
        AppDocument app = visits().connection("shared_sql", CONNECTION)
                .formula("Show", "Tooltip", "\"https://contoso.sharepoint.com/sites/hr\"");
        Migration migration = migration(
                made(app),
                Binding.of("connection", CONNECTION, sql.name()),
                Bind.text("https://contoso.sharepoint.com/sites/hr", "https://fabrikam.sharepoint.com/sites/people"));
        isDone(run(migration), ORDERS);
        CanvasDocument bound = CanvasDocument.read(new ByteArrayInputStream(arrived()));
        assertThat(bound.connectionReferences())
                .singleElement()
                .satisfies(reference -> assertThat(reference.connection()).isEqualTo(sql.name()));
        StringBuilder formulas = new StringBuilder();
        bound.formulas(formula -> formulas.append(formula.text()).append('\n'));
        assertThat(formulas.toString())
                .contains("fabrikam.sharepoint.com/sites/people")
                .doesNotContain("contoso.sharepoint");
    }

    @Test
    void lines_for_texts_that_only_an_app_of_the_package_holds_are_used() throws IOException {
        AppDocument app = visits().formula("Show", "Tooltip", "\"https://contoso.example/help\"");
        Plan plan = migration(made(app), Bind.text("https://contoso.example/help", "https://fabrikam.example/help"))
                .plan();
        assertThat(plan.toLongText()).doesNotContain("MATCHED NOTHING");
        Plan wrong = migration(made(app), Bind.text("https://contoso.example/nowhere", "https://fabrikam.example/help"))
                .plan();
        assertThat(wrong.toLongText()).contains("MATCHED NOTHING (1)", "https://contoso.example/nowhere");
    }

    @Test
    void a_package_in_which_nothing_changes_stays_as_it_is() throws IOException {
        SolutionBuilder made = made(visits());
        byte[] zip = made.toZip();
        isDone(run(migration(made)), ORDERS);
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        SolutionPackage.read("Orders.zip", new ByteArrayInputStream(zip)).copy(DOCUMENT, document);
        assertThat(arrived()).isEqualTo(document.toByteArray());
        Solution source = (Solution) Packages.in(folder.resolve("packages"), world.workspace)
                .find(ORDERS)
                .orElseThrow();
        SolutionMigrator migrator = new SolutionMigrator(SolutionOptions.defaults());
        assertThat(migrator.adapt(source, NOTHING, world.workspace)).isSameAs(source);
    }

    private static final Bindings NOTHING = new Bindings() {
        @Override
        public Optional<Bound> of(Slot slot) {
            return Optional.empty();
        }

        @Override
        public List<Binding> all(SlotType type) {
            return List.of();
        }

        @Override
        public Optional<String> destinationId(ResourceKey key) {
            return Optional.empty();
        }
    };

    @Test
    void an_app_of_an_environment_gets_the_connection_that_stands_for_its_own() {
        FakeConnection here = world.dev.connection("shared_sql", "SQL of Ada");
        FakeConnection there = world.prod.connection("shared_sql", "SQL of Grace");
        world.from()
                .solution(made(visits().connection("shared_sql", here.name())).toZip());
        Migration migration = world.migration(SolutionOptions.defaults().solutions("Orders"))
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .build();
        Plan plan = migration.plan();
        assertThat(plan.step(ORDERS).orElseThrow().bindings())
                .anySatisfy(slot -> assertThat(slot.to()).isEqualTo(there.name()));
        assertThat(ofApp(plan, "APP-101")).isEmpty();
        isDone(run(migration), ORDERS);
        assertThat(CanvasDocument.read(new ByteArrayInputStream(arrived())).connectionReferences())
                .singleElement()
                .satisfies(reference -> assertThat(reference.connection()).isEqualTo(there.name()));
    }

    @Test
    void a_connection_of_an_environment_that_nobody_made_in_the_destination_is_on_the_recreate_list() {
        FakeConnection here = world.dev.connection("shared_sql", "SQL of Ada");
        world.from()
                .solution(made(visits().connection("shared_sql", here.name())).toZip());
        Plan plan = world.migration(SolutionOptions.defaults().solutions("Orders"))
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .build()
                .plan();
        assertThat(plan.step(ORDERS).orElseThrow().action()).isEqualTo(Action.CREATE);
        assertThat(plan.toLongText())
                .contains("MISSING connection \"shared_sql / SQL of Ada\"")
                .doesNotContain("MATCHED NOTHING");
    }

    @Test
    void an_app_whose_document_cannot_be_read_is_told_and_the_others_travel() throws IOException {
        Plan plan = plan(made(withTable()).canvasApp("new_broken_9f9f9", "Broken", new byte[] {1, 2, 3}));
        assertThat(ofApp(plan, "SOL-026")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("its app \"Broken\"", "was not checked"));
        assertThat(ofApp(plan, "APP-107")).hasSize(1);
    }

    @Test
    void custom_connectors_tell_their_host_and_that_their_secret_stays() throws IOException {
        Plan plan = plan(orders("1.0.0.0")
                .connector("new_orders-20api", "Orders API", "api.contoso.com", true)
                .connector("new_open-20api", "Open API", "open.contoso.com", false));
        assertThat(ofApp(plan, "SOL-027")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("\"Orders API\"", "api.contoso.com", "secret"));
        assertThat(ofApp(plan, "SOL-028")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("\"Open API\"", "open.contoso.com"));
    }

    @Test
    void an_app_that_an_import_leaves_out_fails_the_package_by_name() throws IOException {
        world.to().solutions().leavesOut("new_visits_1a2b3");
        Report report = run(made(withTable(), ColumnSpec.text("new_Day", 20)));
        Outcome outcome = report.outcome(ORDERS).orElseThrow();
        assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(outcome.reason()).contains("\"Visits\" (new_visits_1a2b3) has not arrived");
        assertThat(outcome.remedy()).contains("import the package again");
    }

    /** The second batch after the import, behind the lists, asks for them. */
    @Test
    void apps_that_nobody_may_list_are_told_as_unknown_and_the_package_is_done() throws IOException {
        AtomicInteger batches = new AtomicInteger();
        world.fake
                .service()
                .faults()
                .times(
                        1,
                        seen -> seen.path().endsWith("/$batch") && hasArrived() && batches.incrementAndGet() == 2,
                        FORBIDDEN);
        Report report = run(made(withTable(), ColumnSpec.text("new_Day", 20)));
        isDone(report, ORDERS);
        assertThat(report.outcome(ORDERS).orElseThrow().findings())
                .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("SOL-032"));
    }

    private boolean hasArrived() {
        return !world.to().rows("canvasapps").isEmpty();
    }
}
