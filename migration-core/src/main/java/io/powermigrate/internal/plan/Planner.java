package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.NotRead;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.PlanContent;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.Side;
import io.powermigrate.plan.Step;
import io.powermigrate.plan.Unmatched;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Makes a plan of a reading: the same reading, options and workspace give the same plan, byte for byte. All it writes are
 * files for people, into the workspace. Rules and judgements of
 * many resources are made at once, on the common pool, or on the fork-join pool that the caller runs in.
 */
public final class Planner {

    private static final Comparator<Step> ORDER = Comparator.comparing((Step step) -> step.wave() < 0)
            .thenComparing(Step::wave)
            .thenComparing(step -> step.wave() < 0 ? step.action().ordinal() : 0)
            .thenComparing(Step::key);

    private final PlanTools tools;

    /** A planner with its tools. */
    public Planner(PlanTools tools) {
        this.tools = tools;
    }

    /** What the rules say, without a plan. */
    public Assessment assess(Reading reading) {
        return new Assessor(tools.options().rules(), reading, matches(reading)).assess();
    }

    /** What will happen. */
    public Plan plan(Reading given) {
        Set<Binding> met = ConcurrentHashMap.newKeySet();
        Reading reading = given.with(given.mapping().watchedBy(met::add));
        Matches matches = matches(reading);
        ResolvedBindings bindings = new ResolvedBindings(reading, matches);
        Map<ResourceKey, Evaluation> judgements = judgements(reading, matches, bindings);
        DependencyGraph links = new DependencyGraph(
                judgements.values().stream().map(Evaluation::resource).toList(),
                tools.options().waivers());
        Packages.judge(judgements, links, reading);
        Waves waves = Waves.of(links.needs(), links.uses());
        Decisions decisions = new Decisions(tools, reading, bindings, new Judged(judgements, links, waves));
        List<Evaluation> inOrder = waves.order().stream()
                .flatMap(key -> Optional.ofNullable(judgements.get(key)).stream())
                .toList();
        inOrder.forEach(decisions::decide);
        List<Step> steps = inOrder.parallelStream()
                .map(judgement -> step(judgement, decisions, waves))
                .toList();
        List<Unmatched> unmatched = new UnmatchedSettings(tools, reading).all(met, steps);
        return Plan.of(
                content(reading, ordered(steps), recreate(reading, judgements.values(), links, waves), unmatched));
    }

    private PlanContent content(
            Reading reading, List<Step> steps, List<RecreateItem> recreate, List<Unmatched> unmatched) {
        PlanOptions options = tools.options();
        PagesOfTypes pages = new PagesOfTypes(tools.plugins());
        return new PlanContent(
                PlanContent.VERSION,
                options.rules().name(),
                options.scope().toString(),
                options.limit(),
                options.journalKept(),
                Side.of(reading.source(), pages.of(reading.source())),
                Side.of(reading.destination(), pages.of(reading.destination())),
                reading.mapping().lines(),
                options.waivers(),
                steps,
                recreate,
                NotRead.in(reading.source(), reading.destination(), options.mayStayUnread()),
                unmatched,
                reading.rehearsed(),
                options.inSource(),
                notLookedAt(reading, steps));
    }

    private Matches matches(Reading reading) {
        return new Matches(tools.plugins(), reading.source(), reading.destination(), reading.mapping());
    }

    /** In the order of the keys. */
    private Map<ResourceKey, Evaluation> judgements(Reading reading, Matches matches, ResolvedBindings bindings) {
        Assessor assessor = new Assessor(tools.options().rules(), reading, matches);
        Evaluator judge = new Evaluator(tools, reading, matches, bindings);
        List<Evaluation> judged = Assessor.considered(reading).parallelStream()
                .map(resource -> judge.judge(resource, assessor.findings(resource)))
                .toList();
        Map<ResourceKey, Evaluation> judgements = new LinkedHashMap<>(judged.size() * 2);
        judge.claimed(judged).forEach(each -> judgements.put(each.resource().key(), each));
        return judgements;
    }

    private static Step step(Evaluation judgement, Decisions decisions, Waves waves) {
        Resource resource = judgement.resource();
        Decision decision = decisions.of(resource.key()).orElseThrow();
        List<Finding> findings = new ArrayList<>(judgement.findings());
        findings.addAll(decision.findings());
        return new Step(
                decision.action().writes() ? waves.level(resource.key()) : -1,
                resource.key(),
                resource.id(),
                resource.displayName(),
                resource.fingerprint().value(),
                decision.action(),
                decision.reason(),
                judgement.counterpart(),
                decision.waitsFor(),
                decision.bindings(),
                findings);
    }

    /** Levels that nothing is written on are no waves. */
    private static List<Step> ordered(List<Step> steps) {
        Map<Integer, Integer> waves = new HashMap<>();
        waves.put(-1, -1);
        steps.stream()
                .map(Step::wave)
                .filter(wave -> wave >= 0)
                .distinct()
                .sorted()
                .forEach(level -> waves.put(level, waves.size() - 1));
        return steps.stream()
                .map(step -> step.inWave(waves.getOrDefault(step.wave(), -1)))
                .sorted(ORDER)
                .toList();
    }

    private List<RecreateItem> recreate(
            Reading reading, Collection<Evaluation> judgements, DependencyGraph links, Waves waves) {
        RecreateList list = new RecreateList(links, new ByHandFiles(tools.workspace()));
        List<RecreateItem> items = judgements.parallelStream()
                .filter(Evaluation::byHand)
                .map(list::item)
                .sorted(Comparator.comparing((RecreateItem item) -> waves.level(item.key()))
                        .thenComparing(RecreateItem::key))
                .toList();
        return new SharedNames(tools.plugins(), reading.source()).settled(items, judgements);
    }

    /**
     * Types that nobody reads, what packagers do not know, what was found of something that the plan is not about, and what is
     * supplied.
     */
    private List<String> notLookedAt(Reading reading, List<Step> steps) {
        Stream<Finding> notRead = steps.stream()
                .flatMap(step -> step.findings().stream())
                .filter(finding -> finding.rule().equals(EngineFindings.NOT_READ));
        Stream<Finding> elsewhere =
                reading.told().stream().filter(finding -> !reading.considered().contains(finding.resource()));
        return Stream.of(
                        reading.carriers().notChecked().stream(),
                        Stream.concat(notRead, elsewhere).map(finding -> finding.resource() + ": " + finding.reason()),
                        Supplied.of(reading, tools.options().scope()).stream())
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
    }
}
