package io.powermigrate.cds.solution.comparison;

import static io.powermigrate.cds.solution.comparison.Forecasts.all;
import static io.powermigrate.cds.solution.comparison.Forecasts.entity;
import static io.powermigrate.cds.solution.comparison.Forecasts.errors;
import static io.powermigrate.cds.solution.comparison.Forecasts.facts;
import static io.powermigrate.cds.solution.comparison.Forecasts.read;
import static io.powermigrate.cds.solution.comparison.Forecasts.schema;
import static io.powermigrate.cds.solution.comparison.Forecasts.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.Zips;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Schema;
import org.junit.jupiter.api.Test;

/** What the import makes of tables and columns that differ: each rule with a package that it concerns, and a twin that it does not. */
class SchemaForecastTest {

    @Test
    void a_column_of_another_type_is_refused_and_one_of_the_same_type_is_not() {
        SolutionFacts facts = table("con_amount", "<Type>money</Type>");

        errors(facts, schema("con_amount", "<Type>nvarchar</Type>"))
                .singleElement()
                .matches(issue -> "0x80041A06".equals(issue.code()))
                .matches(issue -> issue.subject().equals("con_order.con_amount"));
        all(facts, schema("con_amount", "<Type>money</Type>")).isEmpty();
    }

    @Test
    void a_choice_column_that_moves_to_another_global_choice_is_refused() {
        String first = "<Type>picklist</Type><OptionSetName>con_a</OptionSetName>";
        SolutionFacts facts = table("con_kind", first.replace("con_a", "con_b"));

        errors(facts, schema("con_kind", first)).singleElement().matches(issue -> issue.reason()
                .contains("from 'con_a' and would have them from 'con_b'"));
        all(facts, facts.schema()).isEmpty();
    }

    @Test
    void a_longer_text_is_accepted_and_a_shorter_one_a_guess_that_is_told() {
        String text = "<Type>nvarchar</Type><MaxLength>100</MaxLength>";
        SolutionFacts facts = table("con_url", text);

        all(facts, schema("con_url", text.replace("100", "50")))
                .singleElement()
                .matches(issue -> issue.severity() == Severity.INFO);
        all(facts, schema("con_url", text.replace("100", "4000")))
                .singleElement()
                .matches(issue -> issue.severity() == Severity.WARN && !issue.sure());
    }

    @Test
    void dates_that_change_their_behavior_are_a_warning() {
        String date = "<Type>datetime</Type><Behavior>1</Behavior>";

        all(table("con_due", date.replace("1", "3")), schema("con_due", date))
                .singleElement()
                .matches(issue -> issue.reason().contains("from UserLocal to TimeZoneIndependent"));
    }

    @Test
    void a_table_of_another_owner_is_refused() {
        SolutionFacts facts = facts(entity("", "UserOwned"));

        errors(facts, facts(entity("", "OrgOwned")).schema()).singleElement().matches(issue -> issue.reason()
                .contains("is owned by ORGANIZATION and the package says USER"));
        all(facts, facts.schema()).isEmpty();
    }

    @Test
    void a_column_that_the_package_lacks_stays_unless_it_is_an_upgrade() {
        Schema with = schema("con_old", "<Type>int</Type><IsCustomField>1</IsCustomField>");
        SolutionFacts without = facts(entity("", "UserOwned"));

        all(without, with).singleElement().matches(issue -> issue.severity() == Severity.INFO);
        SolutionFacts managed = read(Zips.MANIFEST.replace(">0<", ">1<"), entity("", "UserOwned"));
        assertThat(ImportForecast.of(managed, Destination.of(with), ImportMode.UPGRADE))
                .singleElement()
                .matches(issue ->
                        issue.severity() == Severity.WARN && issue.reason().contains("deletes it with its data"));
    }

    @Test
    void a_custom_column_without_the_prefix_of_a_publisher_is_refused() {
        SolutionFacts facts = table("publishedby", "<Type>int</Type><IsCustomField>1</IsCustomField>");

        errors(facts, facts.schema()).singleElement().matches(issue -> "0x80048062".equals(issue.code()));
        all(table("con_publishedby", "<Type>int</Type>"), schema("con_publishedby", "<Type>int</Type>"))
                .isEmpty();
    }

    @Test
    void what_is_wanted_is_there_when_more_is_there() {
        Schema more = schema("con_kind", "<Type>int</Type>");
        Schema less = facts(entity("", "UserOwned")).schema();

        assertThat(SchemaComparison.lacking(less, more)).isEmpty();
        assertThat(SchemaComparison.lacking(more, less)).singleElement().matches(change -> change.subject()
                .equals("con_order.con_kind"));
    }
}
