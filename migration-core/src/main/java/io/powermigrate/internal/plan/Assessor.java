package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the rules of one set against the resources of a reading. Pure. */
final class Assessor {

    private final RuleSet rules;
    private final Reading reading;
    private final Context context;

    Assessor(RuleSet rules, Reading reading, Matches matches) {
        this.rules = rules;
        this.reading = reading;
        this.context = new Context(reading.source(), reading.destination(), reading.mapping(), matches);
    }

    private record Context(Inventory source, Inventory destination, Mapping mapping, Matches matches)
            implements RuleContext {

        @Override
        public Match<? extends Resource> match(ResourceKey key) {
            return matches.of(key);
        }
    }

    Assessment assess() {
        SortedMap<ResourceKey, List<Finding>> findings = new TreeMap<>();
        considered(reading).parallelStream()
                .map(resource -> Map.entry(resource.key(), findings(resource)))
                .toList()
                .forEach(found -> findings.put(found.getKey(), found.getValue()));
        return new Assessment(rules.name(), findings);
    }

    /** What a plan is about, as far as the source holds it, in the order of the keys. */
    static List<Resource> considered(Reading reading) {
        return reading.source().all().stream()
                .filter(resource -> reading.considered().contains(resource.key()))
                .toList();
    }

    /** What the rules find in one resource. Thread-safe. */
    List<Finding> findings(Resource resource) {
        List<Finding> findings = new ArrayList<>();
        boolean known = false;
        for (Rule<?> rule : rules.rules()) {
            if (rule.subject().name().equals(resource.key().type())) {
                known = true;
                findings.addAll(check(rule, resource));
            }
        }
        if (!known) {
            findings.add(EngineFindings.noRule(resource.key(), rules.name()));
        }
        return findings;
    }

    private <R extends Resource> List<Finding> check(Rule<R> rule, Resource resource) {
        RuleEvent event = new RuleEvent(rule.id(), resource.key().type());
        event.begin();
        try {
            return rule.check(rule.subject().model().cast(resource), context);
        } catch (RuntimeException | Error e) { // one broken rule must not hide what the others find
            return List.of(EngineFindings.ruleFailed(resource.key(), rule.id(), e));
        } finally {
            event.commit();
        }
    }
}
