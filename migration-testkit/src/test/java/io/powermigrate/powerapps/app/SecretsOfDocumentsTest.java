package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.rebind.RebindResult;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.msapp.AppDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that holds the signed address of a flow: anyone who has it can run the flow. It comes to light nowhere, and stays behind. */
class SecretsOfDocumentsTest {

    private static final String SIGNATURE = "pLantedSecret+of/a flow=";
    private static final String ENCODED = URLEncoder.encode(SIGNATURE, StandardCharsets.UTF_8);
    private static final String LEAVE = "Leave with a secret";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void catch_what_is_logged() {
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void log_as_before() {
        System.setErr(before);
        before.print(logged.toString(StandardCharsets.UTF_8));
    }

    private static AppDocument withCallback(FakeFlow flow, FakeConnection office) {
        return AppDocument.named(LEAVE)
                .screen("Request", request -> request.control(
                                "Send", "button", c -> c.formula("OnSelect", "ApproveLeave.Run(\"why\")"))
                        .control("Direct", "button"))
                .connection("shared_office365users", office.name())
                .flow("ApproveLeave", flow.id(), f -> f.uses("shared_office365users")
                        .input("Reason")
                        .callback(SIGNATURE));
    }

    /** The signature stands in the references of the document, and in a formula that calls the address by itself. */
    private static FakeApp leave(Crossing world) {
        world.leave();
        return world.dev.app(
                withCallback(world.dev.flows().get(0), world.dev.connections().get(0))
                        .formula("Direct", "OnSelect", "Launch(\"https://x.logic.azure.com/y?sig=" + ENCODED + "\")")
                        .toBytes());
    }

    @Test
    void it_is_in_nothing_that_a_migration_says_or_keeps() {
        try (Crossing world = new Crossing()) {
            leave(world);
            Inventory inventory = world.builder().build().inventory();
            Plan plan = world.plan();
            Report report = world.execute(plan);
            report.orThrow();
            assertHidden(inventory.toJson(), inventory.toString());
            assertHidden(
                    plan.toLongText(),
                    plan.toJson(),
                    plan.toString(),
                    plan.steps().toString());
            assertHidden(
                    report.toLongText(),
                    report.toJson(),
                    report.toString(),
                    report.outcomes().toString());
            for (String kind : List.of("report.txt", "report.json")) {
                report.writeTo(folder.resolve(kind));
                assertHidden(text(folder.resolve(kind)));
            }
            assertHidden(world.journal.entries().toString(), world.journal.toString());
            String log = logged.toString(StandardCharsets.UTF_8);
            assertThat(log).contains("TRACE").contains("/importPackage");
            assertHidden(log);
        }
    }

    @Test
    void it_is_in_no_entry_of_the_document_that_arrives() {
        try (Crossing world = new Crossing()) {
            world.leave();
            FakeFlow flow = world.dev.flows().get(0);
            FakeConnection office = world.dev.connections().get(0);
            FakeApp origin = world.dev.app(withCallback(flow, office).toBytes());
            assertThat(entries(origin.published().document()).get("Properties.json"))
                    .contains(ENCODED);
            world.run().orThrow();
            Map<String, String> arrived =
                    entries(world.arrived(LEAVE).get(0).published().document());
            assertThat(arrived).hasSizeGreaterThan(8);
            arrived.values().forEach(SecretsOfDocumentsTest::assertHidden);
            assertThat(arrived.get("Properties.json"))
                    .doesNotContain("workFlowCallbackUri", "sig=", flow.id())
                    .contains(world.prod.flows().get(0).id());
            assertThat(world.plan().changes()).isZero();
        }
    }

    @Test
    void a_signed_address_in_a_formula_travels_and_is_told_by_its_place() {
        try (Crossing world = new Crossing()) {
            leave(world);
            Plan plan = world.plan();
            assertThat(plan.toLongText()).contains("APP-114", "at Request / Direct / OnSelect");
        }
    }

    @Test
    void no_value_of_a_document_and_nothing_of_its_rebinding_shows_it() {
        try (Crossing world = new Crossing()) {
            CanvasDocument document = CanvasDocument.read(
                    new ByteArrayInputStream(leave(world).published().document()));
            RebindResult rebound = document.rebind(Rebinding.builder().build());
            assertHidden(
                    document.toString(),
                    document.facts().toString(),
                    document.compileFacts().toString());
            assertHidden(
                    document.formulaFacts().toString(),
                    document.connectionReferences().toString());
            document.formulas(formula -> assertHidden(formula.toString()));
            assertHidden(rebound.toText(), rebound.toString(), rebound.changes().toString());
            assertHidden(rebound.unbound().toString());
            assertThat(rebound.dropped()).singleElement().satisfies(dropped -> assertThat(dropped.toString())
                    .contains("was taken out"));
        }
    }

    private static void assertHidden(String... texts) {
        for (String text : texts) {
            assertThat(text).isNotEmpty().doesNotContain("pLantedSecret", SIGNATURE, ENCODED);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> entries(byte[] msapp) {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(msapp))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return entries;
    }
}
