package io.powermigrate.internal.run;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.journal.Entry;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the journal knows of earlier runs between two environments, held against what the destination lists now. */
final class Recorded {

    private final RunContext context;
    private final String source;
    private final Inventory destination;

    Recorded(RunContext context, String source, Inventory destination) {
        this.context = context;
        this.source = source;
        this.destination = destination;
    }

    /** Which resource became which. What is not listed counts as long as lists may be late; then it was deleted. */
    Mapping arrivals() {
        return context.journal()
                .arrivals(source, destination.id(), entry -> isListed(entry) || isYoung(entry) || isUnreadable(entry));
    }

    private boolean isListed(Entry entry) {
        return destination
                .byId(entry.crossing().resource().type(), entry.reference())
                .isPresent();
    }

    private boolean isUnreadable(Entry entry) {
        return destination
                .coverage(entry.crossing().resource().type())
                .filter(coverage -> !coverage.isReadable())
                .isPresent();
    }

    private boolean isYoung(Entry entry) {
        Instant late = entry.at().plus(context.patience().lists());
        return context.time().now().isBefore(late);
    }

    /** What a reader of the plan must know of it. */
    List<Finding> findings(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        context.journal().open().stream().filter(this::isBetween).forEach(entry -> considered(reading, entry)
                .ifPresent(key ->
                        findings.add(EngineFindings.mayBeUnderWay(key, entry.step(), entry.at(), destination.name()))));
        context.journal().entries().stream()
                .filter(entry -> entry.state() == Entry.State.ARRIVED && isBetween(entry))
                .filter(entry -> !isListed(entry) && isYoung(entry))
                .forEach(entry -> considered(reading, entry)
                        .ifPresent(key ->
                                findings.add(EngineFindings.notListedYet(key, entry.reference(), destination.name()))));
        return findings;
    }

    private boolean isBetween(Entry entry) {
        return entry.crossing().source().equals(source)
                && entry.crossing().destination().equals(destination.id());
    }

    private static Optional<ResourceKey> considered(Reading reading, Entry entry) {
        return reading.source()
                .byId(entry.crossing().resource().type(), entry.crossing().originId())
                .map(Resource::key)
                .filter(reading.considered()::contains);
    }
}
