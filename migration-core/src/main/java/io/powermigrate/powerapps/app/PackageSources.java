package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceError;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an import gets its pair from, in the order of wire/canvas-app-import.md, section 2. Each source is asked only
 * when those before it gave nothing. Belongs to one app and one run.
 */
final class PackageSources {

    /** How many apps of the destination are tried as mints before the source counts as dry. */
    private static final int CANDIDATES = 10;

    private static final ClientKey<Mint> MINT = new ClientKey<>(Mint.class, endpoint -> new Mint());

    private final CanvasApp app;
    private final Artifact document;
    private final WriteContext context;
    private final Limits limits;
    private final Optional<PackagePair> supplied;
    private final List<String> dry = new ArrayList<>();
    private boolean foreign;

    PackageSources(
            CanvasApp app, Artifact document, WriteContext context, Limits limits, Optional<PackagePair> supplied) {
        this.app = app;
        this.document = document;
        this.context = context;
        this.limits = limits;
        this.supplied = supplied;
    }

    /** What one environment has minted; a pair survives its app and serves any other, so one is enough. */
    static final class Mint {

        private final Once<Optional<PackagePair>> pair = new Once<>();
        private volatile boolean refusesForeign;
        private final Map<String, Once<Exported>> exports = new ConcurrentHashMap<>();

        /** Minted once; where nothing could be minted, the next who asks tries again. */
        Optional<PackagePair> pair(Supplier<Optional<PackagePair>> mint) {
            return pair.get(mint, Optional::isPresent);
        }

        /** Exported once, no matter who asks; other apps are exported meanwhile. */
        Exported export(String app, Function<String, Exported> export) {
            return exports.computeIfAbsent(
                            app, key -> new Once<>()) // never the export itself: it would hold other keys
                    .get(() -> export.apply(app), exported -> true);
        }
    }

    /** A value that is made by who asks first; the others wait for that one. What failed is made again. */
    private static final class Once<T> {

        private @Nullable T made;

        synchronized T get(Supplier<T> make, Predicate<T> lasts) {
            T known = made;
            if (known == null) {
                T fresh = make.get();
                made = lasts.test(fresh) ? fresh : null;
                known = fresh;
            }
            return known;
        }
    }

    /** A genuine package and what its keys stand for. */
    record Exported(Artifact zip, Map<String, String> origins) {}

    /**
     * The sources, each asked when it is its turn; empty where one has nothing. A refused pair costs minutes, in which what it
     * may have made could still show: an environment that has refused a foreign one is asked for its own first.
     */
    List<Supplier<Optional<PreparedPackage>>> inOrder() {
        return context.destination().client(MINT).refusesForeign
                ? List.of(this::minted, this::supplied, this::own)
                : List.of(this::own, this::minted, this::supplied);
    }

    /** The destination does not take the pair of the source that was asked last. */
    void refused(String why) {
        if (foreign) {
            context.destination().client(MINT).refusesForeign = true;
        }
        ranDry(why);
    }

    /** Notes why a source gave nothing. */
    void ranDry(String why) {
        dry.add(why);
    }

    MigrationException exhausted() {
        return new MigrationException(
                "The app \"" + app.displayName() + "\" was not imported into "
                        + context.destination().name() + " because no package could be made that the service takes: "
                        + String.join("; ", dry),
                "Import the first app into " + context.destination().name()
                        + " by hand (make.powerapps.com, Apps, Import canvas app), then plan again");
    }

    private Optional<PreparedPackage> own() {
        foreign = true;
        if (app.genuinePackage().isPresent()) {
            return saved(app.genuinePackage().get());
        }
        if (context.source().isEmpty()) {
            return none("the source is only known from a snapshot, so its own package cannot be exported");
        }
        if (app.inSolution()) {
            return none("in the source it belongs to a solution, so its own package cannot be exported");
        }
        if (!app.refusal().isMissing()) {
            return none("the source does not export its package ("
                    + app.refusal().text("message").orElse("no reason given") + ")");
        }
        Endpoint source = context.source().get();
        try {
            Exported exported = source.client(MINT).export(app.id(), id -> export(source, id));
            Artifact zip = AppPackage.withDocument(exported.zip(), document, context.workspace());
            return Optional.of(new PreparedPackage(zip, exported.origins(), "its own package of the source"));
        } catch (PackageRefused e) {
            return none("the source did not export its package (" + e.problem() + ")");
        }
    }

    /** A package that somebody exported and gave as a file. */
    private Optional<PreparedPackage> saved(Artifact genuine) {
        Workspace workspace = context.workspace();
        return Optional.of(new PreparedPackage(
                AppPackage.withDocument(genuine, document, workspace),
                AppPackage.origins(genuine, workspace, limits),
                "the package " + genuine.name()));
    }

    private Exported export(Endpoint endpoint, String id) {
        PackageClient client = PackageClient.of(endpoint);
        PackageClient.Listing listing = client.list(id);
        if (listing.refusal().isPresent()) {
            throw refused(listing.refusal().get());
        }
        context.progress("exporting its package in " + endpoint.name());
        Document job = client.export(id, app.displayName(), listing.resources());
        Map<String, String> origins = new HashMap<>();
        job.at("resources").members().forEach((key, resource) -> resource.text("id")
                .ifPresent(origin -> origins.put(key, origin)));
        return new Exported(client.download(job, id + ".zip", context.workspace()), origins);
    }

    private static PackageRefused refused(ServiceError error) {
        return new PackageRefused(error.toLine(), "Export it by hand to see why", null);
    }

    private Optional<PreparedPackage> minted() {
        foreign = false;
        Endpoint destination = context.destination();
        Optional<PackagePair> pair = destination.client(MINT).pair(() -> mint(destination));
        return pair.isPresent()
                ? around(pair.get(), "a pair minted in " + destination.name())
                : none(destination.name() + " shows no app whose package can be exported");
    }

    private Optional<PackagePair> mint(Endpoint destination) {
        Workspace workspace = context.workspace();
        return candidates(destination).stream()
                .flatMap(id -> minted(destination, id).stream())
                .map(zip -> AppPackage.pair(zip, workspace))
                .findFirst();
    }

    private Optional<Artifact> minted(Endpoint destination, String id) {
        try {
            return Optional.of(export(destination, id).zip());
        } catch (PackageRefused e) {
            context.progress("the app " + id + " of " + destination.name() + " mints no pair: " + e.problem());
            return Optional.empty();
        }
    }

    /** The caller's own apps first: only an owner or co-owner may export. */
    private static List<String> candidates(Endpoint destination) {
        AppClient client = AppClient.of(destination);
        String caller = client.client().callerId().orElse("");
        try (Stream<AppJson> apps = client.list()) {
            return apps.map(json -> new CanvasApp(AppContent.item(json)))
                    .filter(each -> each.isClassic() && !each.inSolution())
                    .sorted(Comparator.comparing(
                            each -> !each.ownerId().orElse("").equalsIgnoreCase(caller)))
                    .limit(CANDIDATES)
                    .map(CanvasApp::id)
                    .toList();
        }
    }

    private Optional<PreparedPackage> supplied() {
        foreign = false;
        return supplied.isPresent()
                ? around(supplied.get(), "the pair that the caller gave")
                : none("the caller gave no pair");
    }

    private Optional<PreparedPackage> around(PackagePair pair, String how) {
        Artifact zip = AppPackage.around(pair, app, document, context.workspace());
        return Optional.of(new PreparedPackage(zip, Map.of(), how));
    }

    private Optional<PreparedPackage> none(String why) {
        ranDry(why);
        return Optional.empty();
    }
}
