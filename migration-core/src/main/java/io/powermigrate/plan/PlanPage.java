package io.powermigrate.plan;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a plan: what it comes to, what has to be decided, what can go wrong, what happens, what waits. */
final class PlanPage {

    private static final int FIRST_ONES = 5;

    private final Plan plan;
    private final PlanContent content;
    private final PageNames names;
    private final Estimate estimate;

    PlanPage(Plan plan) {
        this.plan = plan;
        this.content = plan.content();
        this.names = new PageNames(plan);
        this.estimate = new Estimate(plan, names);
    }

    Page page() {
        List<Section> sections = sections();
        String from = content.source().name();
        String to = content.destination().name();
        return new Page(
                Page.Kind.PLAN,
                "Plan: " + from + " to " + to,
                from,
                to,
                verdict(),
                lede(sections),
                estimate.unit(),
                figures(sections),
                sections,
                new PlanFacts(plan).all(),
                List.of());
    }

    private List<Section> sections() {
        StepSections steps = new StepSections(plan, names, estimate);
        return Stream.of(
                        new PlanGaps(plan).warnings(),
                        decisions(),
                        new Risks(plan, names).section(),
                        steps.happens(),
                        steps.waits(),
                        steps.there(),
                        new PlanGaps(plan).unchecked())
                .filter(section -> !section.groups().isEmpty())
                .toList();
    }

    private String verdict() {
        int all = estimate.unitSteps().size();
        if (all == 0) {
            return NoChange.of(plan) + ".";
        }
        String states = Stream.of(State.READY, State.THERE, State.WAITING, State.BY_HAND)
                .filter(state -> state == State.READY || estimate.count(state) > 0)
                .map(state -> Words.number(estimate.count(state)) + " " + state.words())
                .collect(Collectors.joining(", "));
        return Words.counted(all, estimate.unit()) + ": " + states + ".";
    }

    /** What the first few decisions come to; empty where nothing waits. */
    private Optional<String> frees() {
        List<Undecided> all = estimate.decisions();
        long waits = estimate.count(State.WAITING) + estimate.count(State.BY_HAND);
        if (all.isEmpty() || waits == 0) {
            return Optional.empty();
        }
        long freed = gained(all, all.size());
        String much =
                freed == waits ? "all " + Words.number(waits) : Words.number(freed) + " of " + Words.number(waits);
        if (all.size() == 1) {
            return Optional.of("One " + (all.get(0).isJob() ? "job" : "decision") + " frees " + much + ".");
        }
        String what = all.stream().anyMatch(Undecided::isJob) ? "decisions and jobs" : "decisions";
        int few = Math.min(FIRST_ONES, (all.size() + 1) / 2);
        String first = all.size() < 3
                ? ""
                : "; the first " + Words.first(few).toLowerCase(Locale.ROOT) + " free "
                        + Words.number(gained(all, few));
        return Optional.of(Words.first(all.size()) + " " + what + " free " + much + first + ".");
    }

    private long gained(List<Undecided> all, int first) {
        return all.stream()
                .limit(first)
                .mapToLong(each -> estimate.gain(each.key()).now())
                .sum();
    }

    private List<String> lede(List<Section> sections) {
        List<String> lede = new ArrayList<>();
        frees().ifPresent(lede::add);
        if (!plan.notRead().isEmpty()) {
            lede.add("Not read: " + plan.notRead().stream().map(NotRead::name).collect(Collectors.joining(", "))
                    + ". The plan says nothing about what they would have shown.");
        }
        lede.add(Approvable.of(plan, names));
        risks(sections).ifPresent(lede::add);
        if (plan.inSource().isAbove(Effect.EXPORT)) {
            lede.add("The source may be changed, too: " + plan.inSource() + " is allowed there.");
        }
        if (!plan.isJournalKept() && plan.steps().stream().anyMatch(step -> step.action() == Action.CREATE)) {
            lede.add("The journal ends with this process: what this run makes, and somebody renames, a later run makes"
                    + " again. Keep it with Journal.in(folder).");
        }
        return lede;
    }

    private Optional<String> risks(List<Section> sections) {
        long risks = groups(sections, Section.Key.RISKS);
        return risks == 0 || plan.changes() == 0
                ? Optional.empty()
                : Optional.of(risks == 1 ? "Read the risk first." : "Read the " + risks + " risks first.");
    }

    private static long groups(List<Section> sections, Section.Key key) {
        return sections.stream()
                .filter(section -> section.key() == key)
                .mapToLong(section -> section.groups().size())
                .sum();
    }

    private List<Figure> figures(List<Section> sections) {
        long jobs = estimate.decisions().stream().filter(Undecided::isJob).count();
        return List.of(
                new Figure("total", estimate.unitSteps().size(), Words.plural(estimate.unit()), "", null),
                new Figure("ready", estimate.count(State.READY), "ready", "written in this run", State.READY),
                new Figure("there", estimate.count(State.THERE), "there already", "not touched", State.THERE),
                new Figure("waiting", estimate.count(State.WAITING), "waiting", "not touched", State.WAITING),
                new Figure("by-hand", estimate.count(State.BY_HAND), "by hand", "a person makes them", State.BY_HAND),
                new Figure("decisions", estimate.decisions().size() - jobs, "decisions", "each is one line", null),
                new Figure("jobs", jobs, "jobs", "work by hand", null),
                new Figure("risks", groups(sections, Section.Key.RISKS), "risks", "read before approving", null),
                new Figure("unread", plan.notRead().size(), "lists not read", "", null),
                new Figure("approvable", Approvable.changes(plan), "changes that can be approved", "", null));
    }

    private Section decisions() {
        List<Undecided> all = estimate.decisions();
        long jobs = all.stream().filter(Undecided::isJob).count();
        long choose = all.size() - jobs;
        String count = Stream.of(
                        choose > 0 ? Words.number(choose) + " to choose" : "",
                        jobs > 0 ? Words.counted(jobs, "job") + " by hand" : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        List<Group> groups = all.stream()
                .map(each -> each.group().named(each.name()).freeing(estimate.gain(each.key())))
                .toList();
        String intro = choose == 0
                ? "Do this in the destination, then plan again."
                : "Paste one line for each into the mapping and plan again. A line for a whole kind puts all that"
                        + " use it on one; to decide one by one, take the lines of the items instead.";
        return new Section(Section.Key.DECISIONS, "Decisions", count, intro, groups);
    }
}
