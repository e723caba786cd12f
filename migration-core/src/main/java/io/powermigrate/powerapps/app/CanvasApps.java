package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Carries classic canvas apps: document and connection references bound to the destination, checked before they go. An app
 * that is there is updated, never duplicated, never renamed (wire/canvas-app-import.md). Thread-safe.
 */
public final class CanvasApps implements Migrator<CanvasApp> {

    private final Optional<PackagePair> supplied;
    private final Limits limits;
    private final CanvasAppReader reader;

    private CanvasApps(Optional<PackagePair> supplied, Limits limits) {
        this.supplied = supplied;
        this.limits = limits;
        this.reader = new CanvasAppReader(supplied, limits);
    }

    /** The migrator of canvas apps, with the default limits. */
    public static Migrator<CanvasApp> migrator() {
        return migrator(Limits.defaults());
    }

    /**
     * The migrator of canvas apps.
     *
     * @param limits what a document may cost to read
     */
    public static Migrator<CanvasApp> migrator(Limits limits) {
        return new CanvasApps(Optional.empty(), limits);
    }

    /**
     * The same, with a pair for destinations in which no app can be exported yet.
     *
     * @param pair taken from any app package that the service has exported
     */
    public static Migrator<CanvasApp> migrator(PackagePair pair) {
        return migrator(pair, Limits.defaults());
    }

    /** As {@link #migrator(PackagePair)}, with limits of what a document may cost to read. */
    public static Migrator<CanvasApp> migrator(PackagePair pair, Limits limits) {
        return new CanvasApps(Optional.of(pair), limits);
    }

    @Override
    public ResourceType<CanvasApp> type() {
        return CanvasApp.TYPE;
    }

    @Override
    public Optional<URI> page(Inventory environment) {
        return Place.of(environment).page("apps");
    }

    @Override
    public Stream<CanvasApp> list(Endpoint endpoint) {
        return reader.list(endpoint);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return reader.coverage(endpoint);
    }

    @Override
    public CanvasApp fetch(CanvasApp listed, Endpoint endpoint, Workspace workspace) {
        return reader.fetch(listed, endpoint, workspace);
    }

    @Override
    public List<Item> mentions(CanvasApp fetched) {
        return AppNeeds.mentions(fetched);
    }

    @Override
    public List<Difference> differences(CanvasApp desired, CanvasApp actual) {
        return WantedApp.differences(desired, actual);
    }

    @Override
    public CanvasApp adapt(CanvasApp source, Bindings bindings, Workspace workspace) {
        return new WantedApp(source, bindings, workspace, limits).adapted();
    }

    @Override
    public Collection<Binding> met(CanvasApp source, Collection<Binding> lines, Workspace workspace) {
        return new TextLines(source, workspace, limits).met(lines);
    }

    @Override
    public List<Finding> check(CanvasApp source, CheckContext context) {
        return new AppCheck(source, context).findings();
    }

    @Override
    public String create(CanvasApp desired, WriteContext context) {
        return new AppArrival(desired, context, limits).create(supplied);
    }

    @Override
    public String update(CanvasApp desired, CanvasApp actual, WriteContext context) {
        return new AppArrival(desired, context, limits).update(actual, supplied);
    }

    @Override
    public List<Finding> prove(CanvasApp desired, CanvasApp actual, WriteContext context) {
        return new LaunchProof(desired, context).findings(actual.id());
    }

    @Override
    public String toString() {
        return "CanvasApps";
    }
}
