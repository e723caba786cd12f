package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document that arrives is bound to the destination, and what would not compile there is known before anything is written. */
class DocumentsOverTheWireTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/hr";
    private static final String SITE_THERE = "https://fabrikam.sharepoint.com/sites/people";
    private static final String LIST = "5d0a7c1e-3f7b-4a55-9d6e-2b8f4c6a1e90";
    private static final String LISTS = "Staff list";

    static List<Dialects> as_sent_and_serialised_again() {
        return List.of(Dialects.standard(), Dialects.standard().with(Dialect.REMADE_DOCUMENT, "serialised again"));
    }

    /** A SharePoint list, and its site once more in a formula. */
    private static FakeApp staff(Crossing world) {
        FakeConnection sharePoint = world.dev.connection("shared_sharepointonline", "SharePoint of Ada");
        world.prod.connection("shared_sharepointonline", "SharePoint of Grace");
        return world.dev.app(AppDocument.named(LISTS)
                .screen("Home", home -> home.control(
                                "Rows", "gallery", c -> c.formula("Items", "Filter(Staff, Active)"))
                        .control("Help", "button", c -> c.formula("OnSelect", "Launch(\"" + SITE + "/help.aspx\")")))
                .connection(
                        "shared_sharepointonline",
                        sharePoint.name(),
                        c -> c.table("Staff", SITE, LIST, list -> list.column("Active", "boolean")))
                .toBytes());
    }

    @ParameterizedTest
    @MethodSource("as_sent_and_serialised_again")
    void a_line_of_the_mapping_rewrites_a_site_wherever_it_stands_and_a_second_plan_is_empty(Dialects dialects) {
        try (Crossing world = new Crossing(dialects)) {
            staff(world);
            world.mapping(Mapping.of(Bind.text(SITE, SITE_THERE))).run().orThrow();
            CanvasDocument arrived = document(world.arrived(LISTS));
            assertThat(arrived.dataSources())
                    .filteredOn(source -> source.name().equals("Staff"))
                    .singleElement()
                    .satisfies(source -> {
                        assertThat(source.dataset()).isEqualTo(SITE_THERE);
                        assertThat(source.table()).isEqualTo(LIST);
                    });
            assertThat(arrived.connectionReferences())
                    .singleElement()
                    .satisfies(reference -> assertThat(reference.datasets()).containsOnlyKeys(SITE_THERE));
            assertThat(formula(arrived, "Help")).isEqualTo("Launch(\"" + SITE_THERE + "/help.aspx\")");
            assertThat(world.plan().changes()).isZero();
        }
    }

    @Test
    void a_text_of_the_origin_is_in_the_plan_with_its_place_until_a_line_settles_it() {
        try (Crossing world = new Crossing()) {
            staff(world);
            Plan plan = world.plan();
            assertThat(step(plan, LISTS).findings())
                    .filteredOn(finding -> finding.rule().equals("APP-112"))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.locations().get(0).words()).isEqualTo("Home / Help / OnSelect"));
            assertThat(plan.toLongText()).contains("at Home / Help / OnSelect: " + SITE);
            assertThat(world.aboveRead()).isZero();
            world.mapping(Mapping.of(Bind.text(SITE, SITE_THERE)));
            assertThat(step(world.plan(), LISTS).findings())
                    .extracting(Finding::rule)
                    .doesNotContain("APP-112");
        }
    }

    @Test
    void a_flow_that_is_called_in_another_way_blocks_the_app_before_anything_is_written() {
        try (Crossing world = new Crossing()) {
            world.leave();
            world.prod.flows().get(0).taking("Days", "integer");
            Plan plan = world.plan();
            Step step = step(plan, Crossing.LEAVE);
            assertThat(step.action()).isEqualTo(Action.BLOCKED);
            assertThat(step.reason()).contains("input Days is new there");
            assertThat(plan.toLongText()).contains("APP-104", "at Request / Send / OnSelect");
            assertThat(world.execute(plan).outcomes())
                    .as("nothing is executed")
                    .noneMatch(outcome -> outcome.key().equals(CanvasApp.TYPE.key(Crossing.LEAVE)) && outcome.isDone());
            assertThat(world.prod.apps()).isEmpty();
            assertThat(world.aboveRead()).isZero();
        }
    }

    @Test
    void what_is_missing_is_found_at_every_place_of_the_formulas_that_use_it() {
        try (Crossing world = new Crossing()) {
            FakeConnection office = world.dev.connection("shared_office365users", "Office of Ada");
            FakeFlow approve = world.dev.flow("Approve leave");
            world.dev.app(SampleDocuments.flow(approve.id(), office.name()));
            Plan plan = world.plan();
            Step step = step(plan, Crossing.LEAVE);
            assertThat(step.action()).isEqualTo(Action.HELD);
            assertThat(plan.toLongText())
                    .as("what to make is said once, on its list")
                    .contains("PLACES THAT USE WHAT MUST BE RECREATED", "Request / Send / OnSelect")
                    .doesNotContain("APP-101", "APP-103");
            assertThat(plan.why(Crossing.LEAVE).toText()).contains("APP-103");
            assertThat(step.findings())
                    .filteredOn(finding -> finding.rule().equals("APP-103"))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.locations().get(0).words()).isEqualTo("Request / Send / OnSelect"));
            assertThat(world.aboveRead()).isZero();
        }
    }

    @Test
    void one_that_differs_only_in_the_case_of_its_title_is_suggested_and_not_taken() {
        try (Crossing world = new Crossing()) {
            FakeConnection office = world.dev.connection("shared_office365users", "Office of Ada");
            world.prod.connection("shared_office365users", "Office of Grace");
            FakeFlow approve = world.dev.flow("Approve leave");
            FakeFlow there = world.prod.flow("APPROVE LEAVE");
            world.dev.app(SampleDocuments.flow(approve.id(), office.name()));
            Plan plan = world.plan();
            Step step = step(plan, Crossing.LEAVE);
            assertThat(step.action()).isEqualTo(Action.HELD);
            assertThat(step.findings())
                    .filteredOn(finding -> finding.rule().equals("APP-103"))
                    .flatExtracting(Finding::suggestions)
                    .containsExactly(Bind.flow(approve.id(), there.id()));
            world.mapping(Mapping.of(Bind.flow(approve.id(), there.id()))).run().orThrow();
            assertThat(document(world.arrived(Crossing.LEAVE)).facts().flows()).containsExactly(there.id());
        }
    }

    @Test
    void ids_of_connections_connectors_and_flows_are_those_of_the_destination() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.leave();
            world.orders();
            world.run().orThrow();
            List<String> there =
                    world.prod.connections().stream().map(FakeConnection::name).toList();
            for (String app : List.of(Crossing.EXPENSES, Crossing.LEAVE, Crossing.ORDERS)) {
                CanvasDocument arrived = document(world.arrived(app));
                assertThat(arrived.connectionReferences())
                        .filteredOn(reference -> reference.workflowName() == null)
                        .isNotEmpty()
                        .extracting(ConnectionReference::connection)
                        .isSubsetOf(there);
            }
            assertThat(document(world.arrived(Crossing.LEAVE)).facts().flows())
                    .containsExactly(world.prod.flows().get(0).id());
            assertThat(document(world.arrived(Crossing.ORDERS)).bound().customApiIds())
                    .containsExactly(world.prod.customConnectors().get(0).name());
        }
    }

    @Test
    void the_address_of_dataverse_is_bound_by_itself() {
        try (Crossing world = new Crossing()) {
            world.dev.dataverse("contosodev");
            world.prod.dataverse("fabrikamprod");
            world.prod.app(SampleDocuments.nothing());
            try (Endpoint source = world.fake.connect(world.dev, world.ada);
                    Endpoint target = world.fake.connect(world.prod, world.grace)) {
                world.dev.app(SampleDocuments.tables(address(source)));
                Migration migration = world.builder(source, target).build();
                world.execute(migration, migration.plan()).orThrow();
                assertThat(document(world.arrived("Account visits")).bound().dataverseHosts())
                        .containsExactly(address(target))
                        .doesNotContain(address(source));
                assertThat(migration.plan().changes()).isZero();
            }
        }
    }

    @Test
    void the_bytes_that_arrive_are_those_of_the_rebound_document() {
        try (Crossing world = new Crossing()) {
            FakeApp origin = world.expenses();
            world.run().orThrow();
            CanvasDocument source = read(origin.published().document());
            Rebinding.Builder expected = Rebinding.builder();
            for (String connector : List.of("shared_office365users", "shared_sharepointonline")) {
                expected.connection(connector, connection(world.dev, connector), connection(world.prod, connector));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            source.rebind(expected.build()).writeTo(bytes);
            assertThat(world.arrived(Crossing.EXPENSES).get(0).published().document())
                    .isEqualTo(bytes.toByteArray())
                    .isNotEqualTo(origin.published().document());
        }
    }

    @Test
    void where_there_is_nothing_to_rebind_the_bytes_stay_as_they_are() {
        try (Crossing world = new Crossing()) {
            FakeApp origin = world.dev.app(SampleDocuments.nothing());
            world.run().orThrow();
            assertThat(world.arrived("Unit converter").get(0).published().document())
                    .isEqualTo(origin.published().document());
        }
    }

    private static Step step(Plan plan, String app) {
        return plan.step(CanvasApp.TYPE.key(app)).orElseThrow();
    }

    private static CanvasDocument document(List<FakeApp> apps) {
        assertThat(apps).hasSize(1);
        return read(apps.get(0).published().document());
    }

    private static CanvasDocument read(byte[] document) {
        return CanvasDocument.read(new ByteArrayInputStream(document));
    }

    private static String formula(CanvasDocument document, String control) {
        List<String> found = new ArrayList<>();
        document.formulas(formula -> {
            if (formula.place().control().equals(control)
                    && formula.place().property().equals("OnSelect")) {
                found.add(formula.text());
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String connection(FakeEnvironment environment, String connector) {
        return environment.connections().stream()
                .filter(each -> each.connectorName().equals(connector))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String address(Endpoint endpoint) {
        return endpoint.about().text("dataverseUrl").orElseThrow();
    }
}
