package io.powermigrate.rollout;

import io.powermigrate.approval.Approval;
import io.powermigrate.internal.text.Natural;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import io.powermigrate.plan.NotRead;
import io.powermigrate.report.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a rollout: who needs somebody, customers by ring, what each got, where values came from. */
final class RolloutPage {

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::name, Natural.ORDER).thenComparing(Item::id);

    private final RolloutReport report;
    private final List<CustomerOutcome> all;

    RolloutPage(RolloutReport report) {
        this.report = report;
        this.all = report.customers();
    }

    Page page() {
        List<Section> sections = Stream.of(needs(), customers(), matrix(), values(), unchecked())
                .filter(section -> !section.groups().isEmpty())
                .toList();
        String to = Words.counted(all.size(), "customer");
        return new Page(
                Page.Kind.ROLLOUT,
                "Rollout: " + report.sourceName() + " to " + to,
                report.sourceName(),
                to,
                verdict(),
                lede(),
                "customer",
                figures(),
                sections,
                facts(),
                List.of());
    }

    private static State state(CustomerOutcome.State state) {
        return switch (state) {
            case DONE -> State.DONE;
            case PARTLY -> State.PARTLY;
            case FAILED -> State.FAILED;
            case NOT_STARTED -> State.NOT_RUN;
        };
    }

    private static State state(Outcome.State state) {
        return switch (state) {
            case DONE -> State.DONE;
            case UNVERIFIED -> State.UNVERIFIED;
            case FAILED -> State.FAILED;
            case NOT_RUN -> State.NOT_RUN;
        };
    }

    private long count(CustomerOutcome.State state) {
        return all.stream().filter(each -> each.state() == state).count();
    }

    private String verdict() {
        String states = Stream.of(CustomerOutcome.State.values())
                .filter(state -> count(state) > 0)
                .map(state -> Words.number(count(state)) + " " + words(state))
                .collect(Collectors.joining(", "));
        return Words.counted(all.size(), "customer") + ": " + (states.isEmpty() ? "nothing was to be done" : states)
                + ".";
    }

    private static String words(CustomerOutcome.State state) {
        return switch (state) {
            case DONE -> "done";
            case PARTLY -> "partly done";
            case FAILED -> "failed";
            case NOT_STARTED -> "not started";
        };
    }

    private List<String> lede() {
        long open = report.needSomebody().size();
        List<String> lede = new ArrayList<>();
        if (open > 0) {
            lede.add(Words.first(open) + (open == 1 ? " needs" : " need")
                    + " you. Run it again when they are settled: finished customers are left alone.");
        }
        if (!report.course().stopped().isEmpty()) {
            lede.add("Stopped before its end: " + report.course().stopped() + ".");
        }
        return lede;
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("total", all.size(), "customers", "", null));
        for (CustomerOutcome.State state : CustomerOutcome.State.values()) {
            figures.add(new Figure(words(state).replace(' ', '-'), count(state), words(state), "", state(state)));
        }
        return figures;
    }

    private Section needs() {
        Map<List<Object>, List<CustomerOutcome>> same = new LinkedHashMap<>();
        report.needSomebody().forEach(each -> same.computeIfAbsent(
                        List.of(each.state(), each.reason(), each.remedy()), none -> new ArrayList<>())
                .add(each));
        List<Group> groups = new ArrayList<>();
        same.values().forEach(some -> groups.add(need(some)));
        return new Section(
                Section.Key.NEEDS_YOU,
                "Needs you",
                Words.number(report.needSomebody().size()),
                "",
                groups);
    }

    private static Group need(List<CustomerOutcome> same) {
        CustomerOutcome first = same.get(0);
        return Group.of(
                        "needs:" + first.name(),
                        Words.sentence(Words.some(
                                        same.stream().map(CustomerOutcome::name).toList(), 3) + ": "
                                + words(first.state())),
                        state(first.state()),
                        items(same))
                .because("", Words.sentence(first.reason()), Words.sentence(first.remedy()), "");
    }

    private static List<Item> items(List<CustomerOutcome> some) {
        return some.stream().map(RolloutPage::item).sorted(ORDER).toList();
    }

    private static Item item(CustomerOutcome one) {
        String words = one.count(Outcome.State.DONE) + " of " + one.resources().size() + " there"
                + (one.begun() ? "" : ", nothing was written in this run");
        return new Item(
                null,
                one.name(),
                one.environmentId(),
                state(one.state()),
                0,
                words,
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private Section customers() {
        List<Group> groups = report.rings().stream()
                .map(ring -> Group.of(
                        "ring:" + ring.name(),
                        ring.name() + ": " + ring.count(CustomerOutcome.State.DONE) + " of "
                                + Words.counted(ring.customers().size(), "customer") + " done",
                        ring.count(CustomerOutcome.State.DONE)
                                        == ring.customers().size()
                                ? State.DONE
                                : State.PARTLY,
                        items(ring.customers())))
                .toList();
        return new Section(
                Section.Key.CUSTOMERS,
                "Customers",
                Words.number(all.size()),
                "By ring. Rule: " + report.course().stopRule() + ".",
                groups);
    }

    /** Customers that got the same stand together. */
    private Section matrix() {
        Map<List<CustomerOutcome.Resource>, List<CustomerOutcome>> rows = new LinkedHashMap<>();
        all.forEach(each -> rows.computeIfAbsent(each.resources(), none -> new ArrayList<>())
                .add(each));
        List<Group> groups = new ArrayList<>();
        rows.forEach((resources, same) -> groups.add(row(resources, same)));
        return new Section(Section.Key.MATRIX, "What each got", Words.counted(groups.size(), "row"), "", groups);
    }

    private static Group row(List<CustomerOutcome.Resource> resources, List<CustomerOutcome> same) {
        List<Item> items = resources.stream()
                .map(each -> Item.of(each.key(), each.displayName(), "", state(each.state()))
                        .saying(state(each.state()).words()))
                .sorted(ORDER)
                .toList();
        boolean done = items.stream().allMatch(item -> item.state() == State.DONE);
        return Group.of(
                "row:" + same.get(0).name(),
                Words.some(
                        same.stream()
                                .map(CustomerOutcome::name)
                                .sorted(Natural.ORDER)
                                .toList(),
                        5),
                done ? State.DONE : State.PARTLY,
                items);
    }

    private Section values() {
        Map<String, Map<String, Long>> layers = new TreeMap<>();
        all.forEach(each -> each.values().forEach(value -> layers.computeIfAbsent(
                        Words.noun(value.type()) + " " + value.name(), none -> new TreeMap<>())
                .merge(value.level().isEmpty() ? value.layer() : value.level(), 1L, Long::sum)));
        List<Item> items = layers.entrySet().stream()
                .map(entry -> Item.of(
                        entry.getKey(),
                        entry.getValue().entrySet().stream()
                                .map(layer -> layer.getKey() + " for " + Words.counted(layer.getValue(), "customer"))
                                .collect(Collectors.joining(", ")),
                        State.DONE))
                .toList();
        return new Section(
                Section.Key.VALUES,
                "Where values came from",
                "",
                "",
                items.isEmpty() ? List.of() : List.of(Group.of("values", "By value", State.DONE, items)));
    }

    private Section unchecked() {
        Map<String, List<String>> gaps = new LinkedHashMap<>();
        for (CustomerOutcome one : all) {
            Stream.concat(one.notRead().stream().map(NotRead::toString), one.notChecked().stream())
                    .forEach(gap ->
                            gaps.computeIfAbsent(gap, none -> new ArrayList<>()).add(one.name()));
            if (one.environmentId().isEmpty()) {
                gaps.computeIfAbsent("Its environment was not read at all", none -> new ArrayList<>())
                        .add(one.name());
            }
        }
        List<Item> items = gaps.entrySet().stream()
                .map(gap -> Item.of(gap.getKey(), "for " + Words.some(gap.getValue(), 3), State.NOT_RUN))
                .toList();
        return new Section(
                Section.Key.UNCHECKED,
                "Not checked",
                Words.counted(items.size(), "gap"),
                "",
                items.isEmpty()
                        ? List.of()
                        : List.of(Group.of("unchecked", "Neither read nor compared", State.NOT_RUN, items)));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("From", report.sourceName() + ", environment " + report.sourceId() + ", read once"),
                new Fact(
                        "Approved",
                        report.approvals().stream().map(Approval::toString).collect(Collectors.joining("; "))),
                new Fact(
                        "Run",
                        report.course().started().truncatedTo(ChronoUnit.SECONDS) + " to "
                                + report.course().ended().truncatedTo(ChronoUnit.SECONDS) + ", at most "
                                + Words.counted(report.course().atOnce(), "customer") + " at once"),
                new Fact("Unused layers", report.unused().isEmpty() ? "none" : String.join("; ", report.unused())));
    }
}
