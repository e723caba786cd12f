package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static final Page PLAN = ManyApps.plan(300).page();
    private static final String TEXT = Format.MARKDOWN.text(PLAN);
    private static final MarkdownTree TREE = MarkdownTree.of(TEXT);

    @Test
    void the_verdict_comes_first_then_the_figures_then_sections_in_the_order_of_the_page() {
        assertThat(TREE.all(Heading.class).stream()
                        .filter(heading -> heading.getLevel() <= 2)
                        .map(MarkdownTree::words)
                        .map(words -> words.replaceAll(" \\(.*", "")))
                .startsWith(PLAN.title())
                .containsSubsequence(
                        PLAN.sections().stream().map(Section::title).toList())
                .endsWith("Facts");
        assertThat(TEXT.lines().skip(2).findFirst()).hasValue("**" + PLAN.verdict() + "**");
    }

    @Test
    void decisions_and_their_choices_are_tasks() {
        Section decisions = PLAN.section(Section.Key.DECISIONS).orElseThrow();
        int choices = decisions.groups().stream()
                .mapToInt(group -> group.choices().size()
                        + (group.items().size() == 1
                                ? 0
                                : group.items().stream()
                                        .mapToInt(item -> item.choices().size())
                                        .sum()))
                .sum();

        assertThat(TREE.all(TaskListItemMarker.class))
                .hasSize(decisions.groups().size() + choices);
        assertThat(TEXT)
                .contains("- [ ] **1. ")
                .contains("  - [ ] sql there 0: `Binding.of(\"connection\", \"shared_sql\", ");
    }

    @Test
    void a_decision_tells_what_it_frees_and_links_to_where_work_is_done() {
        Group first = PLAN.section(Section.Key.DECISIONS).orElseThrow().groups().get(0);

        assertThat(TEXT)
                .contains("**1. " + first.title() + "** (" + first.gain().words() + ")");
        assertThat(TREE.all(Link.class)).isNotEmpty().allSatisfy(link -> assertThat(link.getDestination())
                .startsWith("https://make.powerapps.com/"));
    }

    @Test
    void lists_of_more_than_ten_are_folded_and_whole() {
        long folds =
                TEXT.lines().map(String::strip).filter("</details>"::equals).count();

        assertThat(folds)
                .isPositive()
                .isEqualTo(
                        TEXT.lines().filter(line -> line.contains("<details>")).count());
        assertThat(PLAN.section(Section.Key.HAPPENS)
                        .orElseThrow()
                        .groups()
                        .get(0)
                        .items())
                .allSatisfy(item -> assertThat(TEXT).contains("\n- " + item.name() + "\n"));
    }

    @Test
    void what_waits_is_a_table_with_each_place() {
        Item app = PLAN.section(Section.Key.WAITS)
                .orElseThrow()
                .groups()
                .get(0)
                .items()
                .get(0);
        Place place = app.places().get(0);

        assertThat(TEXT)
                .contains("| " + app.name() + " | " + place.words().replace(">", "&gt;") + " | `" + place.excerpt()
                        + "` |");
    }

    @Test
    void a_report_tells_the_new_ids_and_a_plan_none() {
        assertThat(Format.MARKDOWN.text(EveryField.of(Page.Kind.REPORT, "x"))).contains("new id `x`");
        assertThat(Format.MARKDOWN.text(EveryField.of(Page.Kind.PLAN, "x"))).doesNotContain("new id");
    }

    @Test
    void an_address_of_a_mailbox_stays_readable_and_one_of_a_page_is_no_link() {
        String text = Format.MARKDOWN.text(EveryField.of(Page.Kind.PLAN, "ada@contoso.com https://evil.example @ada"));

        assertThat(text).startsWith("# ada@contoso.com https:<!-- -->//evil.example @<!-- -->ada\n");
    }

    @Test
    void the_only_item_of_a_decision_tells_its_places() {
        Item item = Item.of("Orders", "file a.json", State.BY_HAND)
                .at(java.util.List.of(new Place("a", "Screen1", "b", 1, 1)));
        Group decision = Group.of("key", "Title", State.BY_HAND, java.util.List.of(item));
        Page page = new Page(
                Page.Kind.PLAN,
                "T",
                "a",
                "b",
                "V",
                java.util.List.of(),
                "app",
                java.util.List.of(),
                java.util.List.of(new Section(Section.Key.DECISIONS, "Decisions", "", "", java.util.List.of(decision))),
                java.util.List.of(),
                java.util.List.of());

        assertThat(Format.MARKDOWN.text(page)).contains("  file a.json\n").contains("  - at Screen1: `b`\n");
    }
}
