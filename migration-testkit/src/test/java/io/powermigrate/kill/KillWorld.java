package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Two tenants: an app with two connections, and two apps with one name. */
final class KillWorld extends World {

    static final String EXPENSES = "Expense report";
    static final String STOCK = "Stock list";
    static final List<String> APPS = List.of(EXPENSES, STOCK, STOCK);

    /** What the page calls "later". */
    static final Duration LATER = Duration.ofSeconds(20);

    final FakeEnvironment dev;
    final FakeEnvironment prod;
    private final Path folder;
    private final List<Binding> lines;

    /** What a world is like before the first run. */
    record Kind(boolean updating, boolean later) {

        static final List<Kind> ALL =
                List.of(new Kind(false, false), new Kind(false, true), new Kind(true, false), new Kind(true, true));

        @Override
        public String toString() {
            return (updating ? "updating" : "creating") + ", imports visible "
                    + (later ? LATER.toSeconds() + " s later" : "at once");
        }
    }

    KillWorld(Path folder, Kind kind) {
        super(
                kind.later()
                        ? Dialects.standard().with(Dialect.IMPORT_SHOWS, "later, Running until then")
                        : Dialects.standard());
        this.folder = folder;
        fake.importsVisibleAfter(LATER);
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev");
        prod = grace.tenant().environment("Fabrikam Prod");
        FakeConnection office = dev.connection("shared_office365users", "Office of Ada");
        FakeConnection sharePoint = dev.connection("shared_sharepointonline", "SharePoint of Ada");
        prod.connection("shared_office365users", "Office of Grace");
        prod.connection("shared_sharepointonline", "SharePoint of Grace");
        dev.app(SampleDocuments.twoConnections(office.name(), sharePoint.name()));
        FakeApp first = dev.app(document(STOCK, "Shelves"));
        FakeApp second = dev.app(document(STOCK, "Boxes"));
        lines = kind.updating()
                ? older(first, second)
                : List.of(Binding.asNew(CanvasApp.TYPE, first.id()), Binding.asNew(CanvasApp.TYPE, second.id()));
    }

    private List<Binding> older(FakeApp first, FakeApp second) {
        prod.app(document(EXPENSES, "Old"));
        return Stream.of(first, second)
                .map(app -> Binding.of(
                        CanvasApp.TYPE,
                        app.id(),
                        prod.app(document(STOCK, "Old")).id()))
                .toList();
    }

    private static byte[] document(String name, String screen) {
        return AppDocument.named(name).screen(screen).toBytes();
    }

    @Override
    Order order() {
        return new Order(
                fake.address(),
                time(),
                folder.resolve("workspace"),
                folder.resolve("journal"),
                "",
                1,
                lines,
                Cargo.APPS);
    }

    /** Lets time pass until every accepted import shows. */
    KillWorld settled() {
        while (fake.importsUnderWay() > 0) {
            clock().sleep(Duration.ofSeconds(1));
        }
        return this;
    }

    /** How many apps there are too many. */
    int doubled() {
        settled();
        return (int) List.of(EXPENSES, STOCK).stream()
                .mapToLong(name -> Math.max(0, named(name).size() - count(name)))
                .sum();
    }

    private static long count(String name) {
        return APPS.stream().filter(name::equals).count();
    }

    /** Each app once, published, with its references and its own document: nothing is doubled, nothing lost. */
    void assertRight(String as) {
        settled();
        assertThat(prod.apps()).as(as).extracting(FakeApp::displayName).containsExactlyInAnyOrderElementsOf(APPS);
        assertThat(prod.apps()).as(as).noneMatch(FakeApp::hasDraft);
        assertThat(named(EXPENSES).get(0).publishedReferences()).as(as).hasSize(2);
        assertThat(dev.apps().stream().filter(app -> app.displayName().equals(STOCK)))
                .as(as)
                .allSatisfy(app -> assertThat(named(STOCK))
                        .filteredOn(copy -> sameDocument(app, copy))
                        .hasSize(1));
    }

    private List<FakeApp> named(String name) {
        return prod.apps().stream()
                .filter(app -> app.displayName().equals(name))
                .toList();
    }

    /** What a person finds in the destination who looks for what a run may have started. */
    List<FakeApp> looksFor(ResourceKey key, String originId) {
        settled();
        FakeApp origin = dev.apps().stream()
                .filter(app -> app.id().equals(originId))
                .findFirst()
                .orElseThrow();
        return named(key.base().name()).stream()
                .filter(copy -> copy.displayName().equals(EXPENSES) || sameDocument(origin, copy))
                .toList();
    }

    /** No connection is bound in these documents, so they travel unchanged. */
    private static boolean sameDocument(FakeApp one, FakeApp other) {
        return Arrays.equals(one.published().document(), other.draft().document());
    }
}
