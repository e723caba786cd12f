package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Rollout;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.SlotType;
import io.powermigrate.rollout.CustomerOutcome.State;
import io.powermigrate.rollout.Overlays;
import io.powermigrate.rollout.ResolvedValue;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each customer gets tells its layer; a report is read by people and by programs. */
class RolloutValuesTest {

    private final Customers customers = new Customers("Anvil", "Bolt", "Cog");

    private final Overlays overlays = Overlays.of(lines("base.example"), "region")
            .with("region", "europe", lines("europe.example"))
            .with("region", "asia", lines("asia.example"))
            .withCustomer("Cog", lines("cog.example"));

    private static Mapping lines(String address) {
        return Mapping.of(Binding.of("text", "here.example", address));
    }

    private List<Target> targets() {
        return List.of(
                customers.target("Anvil"),
                customers.target("Bolt").with("region", "Europe"),
                customers.target("Cog").with("region", "europe"));
    }

    private RolloutReport run() {
        customers.world.source.put(Thing.app("a3", "Visits").slot(SlotType.TEXT, "here.example", true));
        return Customers.run(customers.rollout(targets()).mapping(overlays).build());
    }

    @Test
    void the_narrower_layer_wins_and_each_value_tells_its_layer() {
        RolloutReport report = run();
        assertThat(report.customers())
                .flatExtracting(each -> each.values().stream()
                        .map(value -> each.name() + " " + value.to() + " " + value.level() + " / " + value.layer())
                        .toList())
                .containsExactly(
                        "Anvil base.example base / base",
                        "Bolt europe.example region / region: Europe",
                        "Cog cog.example customer / customer: Cog");
        assertThat(report.toText())
                .contains(
                        "text here.example: the base for 1 customer, the customer for 1 customer, the region for 1 customer");
    }

    @Test
    void what_a_resource_was_bound_by_tells_its_layer_too() {
        Thing link = Thing.link("l1", "SQL");
        customers.world.source.put(link, Thing.app("a3", "Visits").slot(link));
        customers.store("Anvil").put(Thing.link("there", "Other"));
        RolloutReport report = Customers.run(customers
                .rollout(List.of(customers.target("Anvil").with("region", "europe")))
                .mapping(Overlays.of(Mapping.none(), "region")
                        .with("region", "europe", Mapping.of(Binding.of("link", "l1", "there"))))
                .build());
        assertThat(report.customer("Anvil").orElseThrow().values())
                .containsExactly(new ResolvedValue("link", "l1", "SQL", "there", "region", "bound by region: europe"));
    }

    @Test
    void a_layer_that_no_customer_has_the_label_for_is_told() {
        try (Rollout rollout = customers.rollout(targets()).mapping(overlays).build()) {
            assertThat(rollout.plan().unused()).containsExactly("region: asia");
            assertThat(rollout.plan().toText())
                    .contains("LAYERS THAT NO CUSTOMER HAS THE LABEL FOR (1)", "region: asia");
        }
        assertThat(run().toText()).contains("Layers that no customer has the label for: region: asia");
        assertThatThrownBy(() -> overlays.with("ring", "one", lines("x.example")))
                .hasMessageContaining("the level \"ring\" is none of [region]");
    }

    @Test
    void a_report_is_read_back_as_it_was_and_one_of_another_version_is_refused(@TempDir Path folder) {
        customers.store("Bolt").refuse("create app Costs", "a policy says so");
        RolloutReport report = run();
        report.writeTo(folder.resolve("rollout.json"));
        RolloutReport read = RolloutReport.read(folder.resolve("rollout.json"));
        assertThat(read.toJson()).isEqualTo(report.toJson());
        assertThat(read.toText()).isEqualTo(report.toText());
        assertThat(read.approvals()).isEqualTo(report.approvals());
        report.writeTo(folder.resolve("rollout.txt"));
        assertThat(folder.resolve("rollout.txt")).hasContent(report.toText());
        assertThatThrownBy(() ->
                        RolloutReport.fromJson(report.toJson().replaceFirst("\"version\"( ?: ?)1", "\"version\"$12")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("its version is \"2\", not 1");
        assertThatThrownBy(() -> RolloutReport.fromJson("{\"version\": 1}")).hasMessageContaining("not whole");
        assertThatThrownBy(() -> report.writeTo(folder.resolve("rollout.doc")))
                .hasMessageContaining(".json, .full.txt, .txt, .html");
    }

    @Test
    void the_text_names_who_needs_somebody_first_and_no_line_is_too_long() {
        customers.store("Bolt").refuse("create app Costs", "a policy says so");
        String text = run().toText();
        assertThat(text.lines().limit(2))
                .containsExactly(
                        "Rollout: the source to 3 customers",
                        "3 customers: 2 done, 1 failed. 9 resources: 8 done, 1 failed.");
        assertThat(text)
                .contains("NEEDS YOU (1)", "✕ Bolt", "failed, 2 of 3 resources there")
                .containsPattern("2 customers +● +● +●")
                .containsPattern("done, of 3 +2 +3 +3");
    }

    @Test
    void names_from_outside_break_no_line_of_the_page() {
        Customers hostile = new Customers("Anvil\nNEEDS YOU (99)");
        RolloutReport report = hostile.run();
        assertThat(report.counts()).containsEntry(State.DONE, 1L);
        assertThat(report.toText().lines()).noneMatch(line -> line.startsWith("NEEDS YOU"));
    }

    @Test
    void of_many_resources_the_columns_are_numbers() {
        for (int i = 0; i < 9; i++) {
            customers.world.source.put(Thing.app("b" + i, "An app with quite a long name " + i));
        }
        assertThat(customers.run().toText().lines())
                .anyMatch(line -> line.strip().equals("11  app \"Expenses\""))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(160));
    }
}
