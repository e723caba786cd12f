package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPageTest {

    private static final Page PLAN = ManyApps.plan(300).page();
    private static final List<Map<String, String>> ROWS = CsvRows.of(Format.CSV.text(PLAN));

    private static long rows(String kind) {
        return ROWS.stream().filter(row -> row.get("row").equals(kind)).count();
    }

    private static long items() {
        return groups().stream().mapToLong(group -> group.items().size()).sum();
    }

    private static List<Group> groups() {
        return PLAN.sections().stream()
                .flatMap(section -> section.groups().stream())
                .toList();
    }

    @Test
    void each_group_and_item_place_and_choice_has_a_row() {
        long places = groups().stream()
                .flatMap(group -> group.items().stream())
                .mapToLong(item -> item.places().size())
                .sum();
        long choices = groups().stream()
                .mapToLong(group -> group.choices().size()
                        + group.items().stream()
                                .mapToLong(item -> item.choices().size())
                                .sum())
                .sum();

        assertThat(rows("group")).isEqualTo(groups().size());
        assertThat(rows("item")).isEqualTo(items());
        assertThat(rows("place")).isEqualTo(places).isPositive();
        assertThat(rows("choice")).isEqualTo(choices).isPositive();
    }

    @Test
    void a_row_of_an_app_tells_what_it_is_and_what_is_with_it() {
        assertThat(ROWS).anySatisfy(row -> assertThat(row)
                .containsEntry("row", "item")
                .containsEntry("section", "waits")
                .containsEntry("state", "waiting")
                .containsEntry("type", "canvas-app")
                .containsEntry("name", "App 1"));
    }

    @Test
    void a_choice_tells_what_it_leads_to_and_its_line() {
        assertThat(ROWS).anySatisfy(row -> assertThat(row)
                .containsEntry("row", "choice")
                .containsEntry("section", "decisions")
                .containsEntry("group", "connection:shared_sql")
                .containsEntry("choice", "sql there 0")
                .containsEntry("name", "")
                .hasEntrySatisfying("line", line -> assertThat(line).startsWith("Binding.of("))
                .hasEntrySatisfying("destinationId", id -> assertThat(id).isNotEmpty()));
    }

    @Test
    void a_decision_tells_how_many_it_frees_and_how_many_wait() {
        Group first = PLAN.section(Section.Key.DECISIONS).orElseThrow().groups().get(0);

        assertThat(ROWS).anySatisfy(row -> assertThat(row)
                .containsEntry("row", "group")
                .containsEntry("group", first.key())
                .containsEntry("title", first.title())
                .containsEntry("frees", String.valueOf(first.gain().now()))
                .containsEntry("waiting", String.valueOf(first.gain().held())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\uFF1D1", "\uFF201"})
    void what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(String name) {
        Page page = EveryField.of(Page.Kind.PLAN, name);

        assertThat(CsvRows.of(Format.CSV.text(page)))
                .allSatisfy(row -> assertThat(row.get("reason")).isIn("", "'" + name));
    }

    @Test
    void tabs_and_line_breaks_are_shown_and_begin_nothing() {
        Page page = EveryField.of(Page.Kind.PLAN, "\t=1+1\r\n=2");

        assertThat(CsvRows.of(Format.CSV.text(page)))
                .allSatisfy(row -> assertThat(row.get("reason")).isIn("", "\\t=1+1\\r\\n=2"));
    }

    @Test
    void separators_of_other_countries_and_quotes_stand_in_quotes() {
        Page page = EveryField.of(Page.Kind.PLAN, "a;=1+1, \"b\"");

        assertThat(Format.CSV.text(page)).contains("\"a;=1+1, \"\"b\"\"\"");
    }
}
