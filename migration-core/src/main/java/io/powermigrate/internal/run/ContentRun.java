package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.plan.Matches;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a package brought of one resource: that the package arrived does not say that everything in it did. Used by one
 * thread at a time.
 */
final class ContentRun<R extends Resource> implements ReadBack {

    private final Step step;
    private final R source;
    private final ResourceReader<R> reader;
    private final Surroundings around;
    private final List<Finding> told;
    private final Sighting<R> sighting;
    private @Nullable Outcome outcome;

    private ContentRun(Step step, R source, ResourceReader<R> reader, Surroundings around, List<Finding> told) {
        this.step = step;
        this.source = source;
        this.reader = reader;
        this.around = around;
        this.told = told;
        this.sighting = new Sighting<>(reader, around.setting().workspace());
    }

    /**
     * The content of a package that arrived.
     *
     * @param told what the package's own step found of it
     */
    static ContentRun<?> of(Step step, Resource source, Surroundings around, List<Finding> told) {
        return typed(step, source, around.context().plugins().readerOf(source), around, told);
    }

    private static <R extends Resource> ContentRun<R> typed(
            Step step, Resource source, ResourceReader<R> reader, Surroundings around, List<Finding> told) {
        return new ContentRun<>(step, reader.type().model().cast(source), reader, around, told);
    }

    @Override
    public boolean isOpen() {
        return outcome == null;
    }

    @Override
    public String type() {
        return step.key().type();
    }

    @Override
    public Optional<R> listed(Inventory shown) {
        Matches matches = new Matches(
                around.context().plugins(),
                around.reading().source(),
                shown,
                around.reading().mapping());
        return matches.counterpart(step.key()).map(reader.type().model()::cast);
    }

    @Override
    public boolean verify(Inventory shown, Endpoint destination) {
        Optional<R> listed = listed(shown);
        Optional<R> actual = wanted().flatMap(wanted -> sighting.asWanted(wanted, listed, shown, destination));
        actual.ifPresent(there -> {
            around.bindings().made(step.key(), there.id());
            outcome = Outcome.done(step.key(), step.action(), there.id(), told);
        });
        if (actual.isEmpty()) {
            refusal().ifPresent(why -> outcome = failed(why, listed.map(Resource::id)));
        }
        return isOpen();
    }

    /** What cannot be made ready cannot be compared. */
    private Optional<R> wanted() {
        try {
            return Optional.of(
                    reader instanceof Migrator<R> migrator
                            ? migrator.adapt(
                                    source,
                                    around.setting().bindings(),
                                    around.setting().workspace())
                            : source);
        } catch (RuntimeException | Error e) {
            sighting.shows(reader.getClass().getName() + ".adapt threw " + e);
            return Optional.empty();
        }
    }

    /** What the service said against it; what arrived in spite of that is done. */
    private Optional<Finding> refusal() {
        return told.stream()
                .filter(finding -> finding.verdict().compareTo(Verdict.WARN) > 0)
                .findFirst();
    }

    private Outcome failed(Finding why, Optional<String> id) {
        return new Outcome(
                step.key(), step.action(), Outcome.State.FAILED, id.orElse(""), why.reason(), why.remedy(), "", told);
    }

    @Override
    public Outcome outcome() {
        Outcome known = outcome;
        return known == null
                ? unverified(sighting.unverified(
                        step, "", around.context().patience().verify()))
                : known;
    }

    /** With what the service said of it, and with what its packager knows of such cases. */
    private Outcome unverified(Outcome seen) {
        String remedy = around.links()
                .carrierOf(step.key())
                .flatMap(key -> around.reading().source().find(key))
                .flatMap(carrier -> around.context().plugins().remedy(carrier, step.key()))
                .orElse(seen.remedy());
        return new Outcome(
                seen.key(),
                seen.action(),
                seen.state(),
                seen.destinationId(),
                seen.reason(),
                remedy,
                seen.requestId(),
                told);
    }
}
