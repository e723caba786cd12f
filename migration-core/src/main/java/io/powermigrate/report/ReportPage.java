package io.powermigrate.report;

import io.powermigrate.approval.Approval;
import io.powermigrate.internal.text.Natural;
import io.powermigrate.internal.text.Words;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import io.powermigrate.plan.NotRead;
import io.powermigrate.plan.Step;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a report: what needs somebody first, then what a person does afterwards, then what is done. */
final class ReportPage {

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::name, Natural.ORDER).thenComparing(Item::id);
    private static final List<Outcome.State> WORST_FIRST =
            List.of(Outcome.State.FAILED, Outcome.State.UNVERIFIED, Outcome.State.NOT_RUN);

    private final Report report;
    private final Page plan;
    private final Map<ResourceKey, Step> steps = new HashMap<>();

    ReportPage(Report report) {
        this.report = report;
        this.plan = report.plan().page();
        report.plan().steps().forEach(step -> steps.put(step.key(), step));
    }

    Page page() {
        String from = report.source().name();
        String to = report.destination().name();
        List<Section> sections = Stream.concat(
                        plan.section(Section.Key.WARNINGS).stream(),
                        Stream.of(needsYou(), after(), done(), undo())
                                .filter(section -> !section.groups().isEmpty()))
                .toList();
        return new Page(
                Page.Kind.REPORT,
                "Report: " + from + " to " + to,
                from,
                to,
                verdict(),
                lede(),
                unit(),
                figures(),
                Stream.concat(sections.stream(), plan.section(Section.Key.UNCHECKED).stream())
                        .toList(),
                facts(),
                List.of());
    }

    private String unit() {
        List<String> types = report.outcomes().stream()
                .map(outcome -> outcome.key().type())
                .distinct()
                .toList();
        return types.size() == 1 ? Words.lastWord(types.get(0)) : "resource";
    }

    private long count(Outcome.State state) {
        return report.counts().getOrDefault(state, 0L);
    }

    private long needs() {
        return WORST_FIRST.stream().mapToLong(this::count).sum();
    }

    private String verdict() {
        if (report.outcomes().isEmpty()) {
            return "Nothing was to be done.";
        }
        String states = Stream.concat(Stream.of(Outcome.State.DONE), WORST_FIRST.stream())
                .filter(state -> state == Outcome.State.DONE || count(state) > 0)
                .map(state -> Words.number(count(state)) + " " + state(state).words())
                .collect(Collectors.joining(", "));
        return Words.counted(report.outcomes().size(), unit()) + ": " + states + ".";
    }

    private List<String> lede() {
        List<String> lede = new ArrayList<>();
        if (needs() > 0) {
            lede.add(Words.first(needs())
                    + (needs() == 1
                            ? " needs you; plan again when it is settled."
                            : " need you; plan again when they are settled."));
        }
        if (!report.plan().notRead().isEmpty()) {
            lede.add("Not read: "
                    + report.plan().notRead().stream().map(NotRead::name).collect(Collectors.joining(", ")) + ".");
        }
        lede.add("What is done is not done a second time.");
        return lede;
    }

    static State state(Outcome.State state) {
        return switch (state) {
            case DONE -> State.DONE;
            case UNVERIFIED -> State.UNVERIFIED;
            case FAILED -> State.FAILED;
            case NOT_RUN -> State.NOT_RUN;
        };
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("total", report.outcomes().size(), Words.plural(unit()), "", null));
        Stream.concat(Stream.of(Outcome.State.DONE), WORST_FIRST.stream())
                .forEach(each -> figures.add(new Figure(
                        state(each).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        count(each),
                        state(each).words(),
                        "",
                        state(each))));
        figures.add(new Figure("open", plan.figure("decisions") + plan.figure("jobs"), "still to settle", "", null));
        return figures;
    }

    private record Why(Outcome.State state, String reason, String remedy) {}

    private Section needsYou() {
        List<Group> groups = new ArrayList<>();
        for (Outcome.State state : WORST_FIRST) {
            Map<Why, List<Outcome>> same = new LinkedHashMap<>();
            report.outcomes().stream()
                    .filter(outcome -> outcome.state() == state)
                    .forEach(outcome -> same.computeIfAbsent(
                                    new Why(state, outcome.reason(), outcome.remedy()), none -> new ArrayList<>())
                            .add(outcome));
            same.forEach((why, outcomes) -> groups.add(bad(why, outcomes)));
        }
        return new Section(Section.Key.NEEDS_YOU, "Needs you", Words.number(needs()), "", groups);
    }

    private Group bad(Why why, List<Outcome> outcomes) {
        State state = state(why.state());
        List<Item> items = outcomes.stream().map(this::item).sorted(ORDER).toList();
        Outcome first = outcomes.get(0);
        return Group.of(
                        state.name().toLowerCase(Locale.ROOT) + ":"
                                + first.key().type() + ":" + first.key().name(),
                        Words.sentence(capital(state.words()) + ": "
                                + first.action().name().toLowerCase(Locale.ROOT)
                                + items.stream().limit(3).map(Item::name).collect(Collectors.joining(", ", " ", ""))
                                + (items.size() > 3 ? " and " + (items.size() - 3) + " more" : "")),
                        state,
                        items)
                .because("", Words.sentence(why.reason()), Words.sentence(why.remedy()), "");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Item item(Outcome outcome) {
        Step step = steps.get(outcome.key());
        List<String> words = new ArrayList<>();
        if (!outcome.requestId().isEmpty()) {
            words.add("request " + outcome.requestId());
        }
        outcome.findings().forEach(finding -> words.add(finding.reason()));
        return Item.of(outcome.key(), name(outcome.key()), step == null ? "" : step.originId(), state(outcome.state()))
                .saying(String.join("; ", words))
                .as(outcome.destinationId());
    }

    /** What the plan warned of, for what was written; and what is still open. */
    private Section after() {
        List<Group> groups = new ArrayList<>();
        plan.section(Section.Key.RISKS).ifPresent(risks -> risks.groups().stream()
                .filter(risk -> !risk.remedy().isEmpty())
                .map(this::afterwards)
                .filter(group -> !group.items().isEmpty())
                .forEach(groups::add));
        plan.section(Section.Key.DECISIONS)
                .ifPresent(open -> groups.add(Group.of(
                                "open",
                                "Still open in the plan: " + open.count() + ". What waits for them was not touched.",
                                State.WAITING,
                                List.of())
                        .because("", "", "See the plan.", "")));
        return new Section(Section.Key.AFTER, "After this run", Words.number(groups.size()), "", groups);
    }

    private Group afterwards(Group risk) {
        List<Item> arrived = risk.items().stream()
                .filter(item -> item.key() != null
                        && report.outcome(item.key())
                                .filter(outcome -> outcome.state() != Outcome.State.NOT_RUN
                                        && outcome.state() != Outcome.State.FAILED)
                                .isPresent())
                .toList();
        return Group.of(risk.key(), risk.remedy(), State.BY_HAND, arrived)
                .because(risk.rule(), risk.title(), "", risk.basis());
    }

    private Section done() {
        Map<String, List<Outcome>> kinds = new LinkedHashMap<>();
        report.outcomes().stream().filter(Outcome::isDone).forEach(outcome -> kinds.computeIfAbsent(
                        outcome.action().name().toLowerCase(Locale.ROOT) + " "
                                + outcome.key().type(),
                        none -> new ArrayList<>())
                .add(outcome));
        List<Group> groups = new ArrayList<>();
        kinds.forEach((kind, outcomes) -> groups.add(Group.of(
                "done:" + kind,
                Words.sentence(kind.substring(0, kind.indexOf(' ')) + " "
                        + Words.counted(outcomes.size(), Words.noun(kind.substring(kind.indexOf(' ') + 1)))),
                State.DONE,
                outcomes.stream().map(this::item).sorted(ORDER).toList())));
        return new Section(
                Section.Key.DONE,
                "Done",
                Words.number(count(Outcome.State.DONE)),
                "Written to " + report.destination().name() + " and seen there.",
                groups);
    }

    /** The last one first, as it is done. */
    private Section undo() {
        Map<List<Object>, List<Undo>> same = new LinkedHashMap<>();
        report.undo().forEach(each -> same.computeIfAbsent(
                        List.of(each.way(), each.key().type(), each.remedy()), none -> new ArrayList<>())
                .add(each));
        List<Group> groups = new ArrayList<>();
        same.values().forEach(all -> groups.add(undo(all)));
        return new Section(
                Section.Key.UNDO,
                "To take it back",
                Words.number(report.undo().size()),
                "The last one first. UndoMigration plans what can be put back; the rest a person does. Nothing is deleted, and nothing is"
                        + " taken back without a plan that people approve.",
                groups);
    }

    private Group undo(List<Undo> same) {
        Undo first = same.get(0);
        String title =
                switch (first.way()) {
                    case DELETE -> "Delete what was not there before";
                    case PUT_BACK -> "Put back what was there before";
                    case NONE -> "Take this back by hand";
                };
        List<Item> items = same.stream()
                .map(each -> Item.of(each.key(), name(each.key()), "", State.BY_HAND)
                        .as(each.destinationId())
                        .saying(each.files().stream()
                                .map(file -> "file " + file.name())
                                .collect(Collectors.joining("; "))))
                .toList();
        String key = "undo:" + first.way() + ":" + first.key().type() + ":"
                + first.key().name();
        return Group.of(key, title, State.BY_HAND, items).because("", "", Words.sentence(first.remedy()), "");
    }

    private String name(ResourceKey key) {
        Step step = steps.get(key);
        return step == null ? key.name() : step.displayName();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(plan.facts());
        facts.add(new Fact(
                "Approved", report.approvals().stream().map(Approval::toString).collect(Collectors.joining("; "))));
        facts.add(new Fact(
                "Run",
                report.started().truncatedTo(ChronoUnit.SECONDS) + " to "
                        + report.ended().truncatedTo(ChronoUnit.SECONDS) + ", "
                        + words(Duration.between(report.started(), report.ended()))));
        return facts;
    }

    private static String words(Duration took) {
        long seconds = took.toSeconds();
        return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }
}
