package io.powermigrate.internal.undo;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes with the migrator of a type what the destination held before: nothing of it is bound, because it comes from there. Whatever it
 * needs an id for is the same resource of the same environment.
 */
final class PutBack<R extends Resource> implements Migrator<R> {

    private final ResourceReader<R> reader;
    private final Map<String, Kept> kept;

    /** @param kept by the id in the destination */
    PutBack(ResourceReader<R> reader, Map<String, Kept> kept) {
        this.reader = reader;
        this.kept = Map.copyOf(kept);
    }

    @Override
    public ResourceType<R> type() {
        return reader.type();
    }

    @Override
    public Stream<R> list(Endpoint endpoint) {
        return reader.list(endpoint);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return reader.coverage(endpoint);
    }

    @Override
    public void prepareFetch(Collection<? extends R> listed, Endpoint endpoint) {
        reader.prepareFetch(listed, endpoint);
    }

    @Override
    public R fetch(R listed, Endpoint endpoint, Workspace workspace) {
        return reader.fetch(listed, endpoint, workspace);
    }

    @Override
    public Optional<URI> page(Inventory environment) {
        return reader.page(environment);
    }

    @Override
    public Match<R> match(R source, Inventory destination, Mapping mapping) {
        return destination
                .byId(type(), source.id())
                .map(found -> Match.one(found, "is the one that the run wrote"))
                .orElseGet(() -> Match.absent("the destination does not show it any more"));
    }

    @Override
    public R adapt(R source, Bindings bindings, Workspace workspace) {
        return before(source).orElse(source);
    }

    /** In full, with the references and slots that it had. */
    private Optional<R> before(R source) {
        return Optional.ofNullable(kept.get(source.id())).flatMap(Kept::before).map(item -> type().of(
                        item.withKey(source.key())));
    }

    @Override
    public Collection<Binding> met(R source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }

    @Override
    public List<Difference> differences(R desired, R actual) {
        if (before(desired).isEmpty()) {
            return List.of(new Difference("what it was before", "not kept", "what the run left, or newer"));
        }
        return addsOnly(desired, actual)
                ? List.of(new Difference("what it was before", "that alone", "that, and what the run added"))
                : reader.differences(desired, actual);
    }

    /** It holds what it held before, and still what the run added: no update takes that away. */
    private boolean addsOnly(R desired, R actual) {
        String now = actual.fingerprint().value();
        return kept(desired).filter(each -> now.equals(each.undo().left())).isPresent()
                && !now.equals(desired.fingerprint().value())
                && reader.differences(desired, actual).isEmpty();
    }

    private Optional<Kept> kept(R source) {
        return Optional.ofNullable(kept.get(source.id()));
    }

    @Override
    public List<Finding> check(R source, CheckContext context) {
        Optional<R> now = context.destination().byId(type(), source.id());
        Optional<R> before = before(source);
        boolean more = now.isPresent() && before.isPresent() && addsOnly(before.get(), now.get());
        return kept(source)
                .flatMap(
                        each -> each.obstacle(now.map(held -> held.fingerprint().value()), more))
                .stream()
                .map(each ->
                        EngineFindings.finding(each.rule(), source.key(), Verdict.BLOCK, each.reason(), each.remedy()))
                .toList();
    }

    @Override
    public List<Finding> stage(R desired, WriteContext context) {
        requireKept(desired);
        return migrator().stage(desired, context);
    }

    @Override
    public void unstage(R desired, WriteContext context) {
        migrator().unstage(desired, context);
    }

    /** Only where somebody has waived that it is gone. */
    @Override
    public String create(R desired, WriteContext context) {
        throw new MigrationException(
                desired.key() + " was not put back because the destination does not show it any more",
                "Make it again from the files that the report names");
    }

    @Override
    public String update(R desired, R actual, WriteContext context) {
        requireKept(desired);
        return migrator().update(desired, actual, context);
    }

    /** Also where somebody has waived that nothing was kept: what is not known is never written. */
    private void requireKept(R desired) {
        if (before(desired).isEmpty()) {
            throw new MigrationException(
                    desired.key() + " was not put back because what it was before was not kept",
                    "Take back the waiver, and do by hand what the plan says");
        }
    }

    @Override
    public Optional<String> takenBackByHand(R held) {
        return migrator().takenBackByHand(held);
    }

    @Override
    public List<Finding> prove(R desired, R actual, WriteContext context) {
        return migrator().prove(desired, actual, context);
    }

    private Migrator<R> migrator() {
        if (reader instanceof Migrator<R> migrator) {
            return migrator;
        }
        throw new MigrationException(
                "Nothing of the type \"" + type() + "\" was put back because its plugin only reads it",
                "Install the plugin that the run wrote with");
    }
}
