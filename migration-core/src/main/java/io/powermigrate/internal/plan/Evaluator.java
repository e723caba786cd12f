package io.powermigrate.internal.plan;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Match;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Counterpart;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to what the rules found what the engine finds, and holds each resource against its counterpart. Thread-safe. */
final class Evaluator {

    private final Plugins plugins;
    private final PlanOptions options;
    private final Reading reading;
    private final Matches matches;
    private final Bindings bindings;
    private final Workspace workspace;
    private final Map<ResourceKey, List<Finding>> troubles = new HashMap<>();

    Evaluator(PlanTools tools, Reading reading, Matches matches, Bindings bindings) {
        this.plugins = tools.plugins();
        this.options = tools.options();
        this.workspace = tools.workspace();
        this.reading = reading;
        this.matches = matches;
        this.bindings = bindings;
        reading.told().forEach(trouble -> troubles.computeIfAbsent(trouble.resource(), key -> new ArrayList<>())
                .add(trouble));
    }

    Evaluation judge(Resource resource, List<Finding> ofRules) {
        ResourceKey key = resource.key();
        List<Finding> findings = new ArrayList<>(options.waive(ofRules));
        boolean byHand = findings.stream().anyMatch(finding -> isByHand(key, finding.verdict()));
        if (Depth.isMentioned(resource)) {
            findings.add(EngineFindings.mentionedOnly(key));
        }
        Match<?> match = match(resource, byHand || !travels(resource), findings);
        List<Finding> unread = unread(resource, match);
        findings.addAll(unread);
        findings.addAll(troubles.getOrDefault(key, List.of()));
        Optional<Held> held =
                byHand || unread.isEmpty() // of what was not read in full it cannot be said that it is the same
                        ? match.found().flatMap(actual -> held(resource, actual, match, findings))
                        : Optional.empty();
        boolean unmade = !byHand && !travels(resource);
        held.filter(each -> (byHand || unmade) && each.onlyServes())
                .ifPresent(each -> findings.add(CounterpartFindings.differsAndServes(key, each.counterpart())));
        List<Finding> all = new ArrayList<>(options.waive(findings));
        if (unmade) {
            all.add(EngineFindings.noMigrator(key));
        }
        Effect inSource = reading.carriers().inSource(key);
        if (inSource.isAbove(options.inSource())) {
            all.add(EngineFindings.changesSource(
                    key, inSource.name(), options.inSource().name()));
        }
        boolean serves = held.filter(Held::serves).isPresent();
        return new Evaluation(resource, match, held.map(Held::counterpart), byHand || unmade, serves, all);
    }

    /** A counterpart, and whether it serves those who need the resource. */
    private record Held(Counterpart counterpart, boolean serves, List<Finding> unseen) {

        Held unfinished() {
            Difference end = new Difference("what an earlier run began", "its end", "not seen");
            return new Held(counterpart.differingIn(List.of(end)), serves, unseen);
        }

        boolean onlyServes() {
            return serves && !counterpart.isSame();
        }
    }

    /**
     * The same judgements, where two of them would be written to the same: the later ones say so. What an earlier run made
     * keeps its own, since no line takes that back.
     */
    List<Evaluation> claimed(List<Evaluation> inOrder) {
        Map<String, ResourceKey> claimed = new HashMap<>();
        inOrder.stream().filter(each -> !each.byHand() && isMade(each)).forEach(each -> claim(each, claimed));
        return inOrder.stream()
                .map(each -> each.byHand() ? each : claim(each, claimed))
                .toList();
    }

    private boolean isMade(Evaluation judgement) {
        return judgement
                .counterpart()
                .filter(held -> isMade(judgement.resource(), held.id()))
                .isPresent();
    }

    /** Whether a run of the journal has brought the resource to its end, as the one of the destination with this id. */
    private boolean isMade(Resource resource, String destinationId) {
        return reading.mapping()
                .made(new SlotType(resource.key().type()), resource.id())
                .filter(made -> made.value().equalsIgnoreCase(destinationId))
                .isPresent();
    }

    private Evaluation claim(Evaluation judgement, Map<String, ResourceKey> claimed) {
        ResourceKey key = judgement.resource().key();
        return judgement
                .counterpart()
                .flatMap(held -> Optional.ofNullable(claimed.putIfAbsent(key.type() + "/" + held.id(), key))
                        .filter(other -> !other.equals(key))
                        .map(other -> CounterpartFindings.sharedCounterpart(
                                judgement.resource(), other, new Candidate(held.id(), held.displayName()))))
                .map(shared -> judgement.with(options.waive(List.of(shared)).get(0)))
                .orElse(judgement);
    }

    private List<Finding> unread(Resource resource, Match<?> match) {
        ResourceKey key = resource.key();
        List<Finding> unread = new ArrayList<>();
        unread(key, resource, "").ifPresent(unread::add);
        match.found()
                .flatMap(actual -> unread(key, actual, "its counterpart: "))
                .ifPresent(unread::add);
        return unread;
    }

    private static Optional<Finding> unread(ResourceKey key, Resource read, String which) {
        return Depth.unreadable(read).map(why -> EngineFindings.unreadable(key, which + why.problem(), why.remedy()));
    }

    /** Whether a plugin can make it, or it travels inside something that one can. */
    private boolean travels(Resource resource) {
        return plugins.migrator(resource.key().type()).isPresent()
                || resource.references().stream()
                        .anyMatch(reference -> reference.kind() == Reference.Kind.PART_OF
                                && reading.considered().contains(reference.to()));
    }

    private Match<?> match(Resource resource, boolean byHand, List<Finding> findings) {
        Coverage coverage = coverage(resource.key());
        if (!coverage.isReadable()) {
            findings.add(CounterpartFindings.destinationUnreadable(
                    resource.key(), coverage, reading.destination().name()));
            return Match.ambiguous(List.of(), "not known: " + coverage.reason());
        }
        Match<?> match = byHand ? makable(resource) : matches.of(resource.key());
        if (matches.hasFailed(resource.key())) {
            findings.add(CounterpartFindings.matchFailed(resource, match));
        } else if (match.kind() == Match.Kind.AMBIGUOUS) {
            findings.add(CounterpartFindings.ambiguous(resource, match, byHand));
        } else if (match.kind() == Match.Kind.NOT_FOUND) {
            findings.add(CounterpartFindings.notFound(resource, match));
        }
        return match;
    }

    /** Which twin is which need not be settled before a person makes one where there is nothing to choose from. */
    private Match<?> makable(Resource resource) {
        Match<?> match = matches.of(resource.key());
        return match.kind() == Match.Kind.AMBIGUOUS
                        && match.candidates().isEmpty()
                        && resource.key().isTwin()
                        && !matches.hasFailed(resource.key())
                ? Match.absent(match.how() + ", and the destination has none for this one")
                : match;
    }

    private Coverage coverage(ResourceKey key) {
        return reading.destination().coverage(key.type()).orElse(Coverage.complete());
    }

    private boolean isByHand(ResourceKey key, Verdict verdict) {
        return switch (verdict) {
            case MIGRATE, WARN, BLOCK -> false;
            case UNKNOWN, RECREATE_BY_HAND -> true;
            case RECREATE -> !options.recreate().contains(key.type());
        };
    }

    private Optional<Held> held(Resource source, Resource actual, Match<?> match, List<Finding> findings) {
        try {
            Held held = held(plugins.readerOf(source), source, actual, match.how());
            if (held.unseen().isEmpty() || !held.counterpart().isSame()) {
                return Optional.of(held);
            }
            if (isUnderWay(source.key())) {
                return Optional.of(held.unfinished());
            }
            if (!isMade(source, actual.id())) {
                findings.addAll(held.unseen());
            }
            return Optional.of(held);
        } catch (RuntimeException | Error e) { // one resource must not hide what is known of the others
            findings.add(EngineFindings.adaptFailed(source.key(), e));
            return Optional.empty();
        }
    }

    private <R extends Resource> Held held(ResourceReader<R> reader, R source, Resource actual, String how) {
        R found = reader.type().model().cast(actual);
        R desired = reader instanceof Migrator<R> migrator
                ? Returned.by(migrator, "adapt", migrator.adapt(source, bindings, workspace))
                : source;
        List<Difference> differences = Returned.by(reader, "differences", reader.differences(desired, found));
        return new Held(
                new Counterpart(
                        actual.id(),
                        actual.displayName(),
                        how,
                        actual.fingerprint().value(),
                        differences),
                differences.isEmpty() || reader.serves(desired, found),
                reader instanceof Migrator<R> migrator
                        ? Returned.by(migrator, "unseen", migrator.unseen(desired, found))
                        : List.of());
    }

    private boolean isUnderWay(ResourceKey key) {
        return troubles.getOrDefault(key, List.of()).stream()
                .anyMatch(finding -> finding.rule().equals(EngineFindings.UNDER_WAY));
    }
}
