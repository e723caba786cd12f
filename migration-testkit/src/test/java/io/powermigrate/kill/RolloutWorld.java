package io.powermigrate.kill;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.rollout.RolloutPlan;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One environment with two apps, one of them with two connections, and three customers in two rings. */
final class RolloutWorld extends World {

    static final List<String> CUSTOMERS = List.of("Anvil", "Bolt", "Crane");
    /** The customer at which a run is killed. */
    static final String MIDDLE = "Bolt";

    private static final List<String> APPS = List.of("Expense report", "Stock list");

    private final Path folder;

    RolloutWorld(Path folder) {
        super(Dialects.standard());
        this.folder = folder;
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
        FakeConnection office = dev.connection("shared_office365users", "Office of Ada");
        FakeConnection sharePoint = dev.connection("shared_sharepointonline", "SharePoint of Ada");
        dev.app(SampleDocuments.twoConnections(office.name(), sharePoint.name()))
                .called(APPS.get(0));
        dev.app(SampleDocuments.nothing()).called(APPS.get(1));
        CUSTOMERS.forEach(this::settle);
    }

    private void settle(String customer) {
        FakeTenant tenant = fake.tenant(domain(customer));
        tenant.user("grace@" + domain(customer), "compiler");
        environment(customer).connection("shared_office365users", "Office there");
        environment(customer).connection("shared_sharepointonline", "SharePoint there");
    }

    static String domain(String customer) {
        return customer.toLowerCase(Locale.ROOT) + ".onmicrosoft.com";
    }

    FakeEnvironment environment(String customer) {
        return fake.tenant(domain(customer)).environment(customer);
    }

    @Override
    Order order() {
        return new Order(
                fake.address(),
                time(),
                folder.resolve("workspace"),
                folder.resolve("journals"),
                "",
                1,
                List.of(),
                Cargo.ROLLOUT);
    }

    /** The folder of a customer's journal. */
    Path journal(String customer) {
        return order().journal().resolve(RolloutPlan.fileName(customer));
    }

    /** The journal of the middle customer is lost. */
    void forgets() throws Exception {
        if (Files.exists(journal(MIDDLE))) {
            Files.move(journal(MIDDLE), folder.resolve("lost"));
        }
    }

    /** How many requests above READ each customer got so far. */
    Map<String, Long> changes() {
        return CUSTOMERS.stream().collect(toMap(customer -> customer, customer -> Stream.of(
                        FakeEffect.EXPORT, FakeEffect.STAGE, FakeEffect.WRITE)
                .mapToLong(environment(customer)::requests)
                .sum()));
    }

    /** Each customer has each app once, published, with its references. */
    void assertRight(String as) {
        for (String customer : CUSTOMERS) {
            List<FakeApp> apps = environment(customer).apps();
            assertThat(apps)
                    .as("%s, %s", as, customer)
                    .extracting(FakeApp::displayName)
                    .containsExactlyInAnyOrderElementsOf(APPS);
            assertThat(apps).as("%s, %s", as, customer).noneMatch(FakeApp::hasDraft);
            assertThat(apps)
                    .as("%s, %s", as, customer)
                    .filteredOn(app -> app.displayName().equals(APPS.get(0)))
                    .allMatch(app -> app.publishedReferences().size() == 2);
        }
    }
}
