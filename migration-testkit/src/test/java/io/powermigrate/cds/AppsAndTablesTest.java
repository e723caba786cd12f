package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app uses of its tables is held against the columns that the destination has, or gets with a package. */
class AppsAndTablesTest {

    private static final ResourceKey APP = CanvasApp.TYPE.key("Visits");

    private final TwoOrganizations world = new TwoOrganizations();

    @AfterEach
    void close() {
        world.close();
    }

    @BeforeEach
    void an_app_that_shows_a_column_of_a_table() {
        world.dev.app(AppDocument.named("Visits")
                .dataverse(world.source.about().text("dataverseUrl").orElseThrow())
                .screen("Visit", screen -> screen.control("Show", "label", c -> c.formula("Text", "First(Visits).Day"))
                        .control("By", "label", c -> c.formula("Text", "First(Visits).'Created By'.'Full Name'")))
                .table("Visits", "new_visit", "new_visits", "Day", "Never used")
                .toBytes());
    }

    private static SolutionBuilder visits(ColumnSpec... columns) {
        TableSpec table = TableSpec.named("new_Visit", "Visit");
        for (ColumnSpec column : columns) {
            table = table.column(column);
        }
        return SolutionBuilder.named("Visits")
                .publisher("contoso", "new")
                .version("1.0.0.0")
                .table(table);
    }

    private static ColumnSpec day() {
        return ColumnSpec.text("new_Day", 20);
    }

    private Plan plan() {
        return world.migration(SolutionOptions.defaults())
                .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                .build()
                .plan();
    }

    private static Step app(Plan plan) {
        return plan.step(APP).orElseThrow();
    }

    private static List<Finding> columns(Plan plan) {
        return app(plan).findings().stream()
                .filter(finding -> finding.rule().equals("APP-107"))
                .toList();
    }

    @Test
    void a_table_of_the_destination_with_these_columns_is_enough() {
        world.from().solution(visits(day()).managed().toZip());
        world.to().solution(visits(day()).managed().toZip());
        Plan plan = plan();
        assertThat(app(plan).action()).isEqualTo(Action.CREATE);
        assertThat(columns(plan)).isEmpty();
        assertThat(plan.toLongText()).doesNotContain("not checked");
    }

    @Test
    void a_column_that_the_destination_lacks_is_found_where_the_formula_names_it() {
        world.from().solution(visits(day()).managed().toZip());
        world.to().solution(visits().managed().toZip());
        Plan plan = plan();
        assertThat(app(plan).action()).isEqualTo(Action.BLOCKED);
        assertThat(columns(plan)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.BLOCK);
            assertThat(finding.reason()).contains("the column new_day is not there");
            assertThat(finding.locations()).singleElement().satisfies(place -> assertThat(place.words())
                    .isEqualTo("Visit / Show / Text"));
        });
    }

    @Test
    void a_column_that_a_package_brings_is_not_missed_and_the_app_goes_after_it() {
        world.from().solution(visits(day()).toZip());
        world.to().solution(visits().toZip());
        Plan plan = plan();
        Step table = plan.step(DataverseTable.TYPE.key("new_visit")).orElseThrow();
        assertThat(table.action()).isEqualTo(Action.CARRIED);
        assertThat(app(plan).action()).isEqualTo(Action.CREATE);
        assertThat(app(plan).wave()).isEqualTo(1);
        assertThat(columns(plan)).isEmpty();
    }

    @Test
    void a_column_that_the_package_does_not_bring_either_is_missed() {
        world.from().solution(visits().toZip());
        Plan plan = plan();
        assertThat(app(plan).action()).isEqualTo(Action.BLOCKED);
        assertThat(columns(plan)).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("the column new_day is not there"));
    }

    @Test
    void a_table_that_nothing_brings_holds_the_app() {
        world.from().solution(visits(day()).managed().toZip());
        Plan plan = plan();
        assertThat(app(plan).action()).isEqualTo(Action.HELD);
        assertThat(app(plan).waitsFor()).containsExactly(DataverseTable.TYPE.key("new_visit"));
        assertThat(app(plan).findings())
                .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("APP-106"));
    }
}
