package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of public clients share: addresses as such clients write them, and a world with two of each kind. */
abstract class PublicClientTest {
    static final String BAP = "https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform";
    static final String PA = "https://api.powerapps.com/providers/Microsoft.PowerApps";
    static final String FLOW = "https://api.flow.microsoft.com/providers/Microsoft.ProcessSimple";

    /** The scopes that m365 asks for, two of them with two slashes (wire/clients.md, point 5). */
    static final class Scopes {
        static final String POWER_APPS = "https://service.powerapps.com//.default";
        static final String ARM = "https://management.azure.com//.default";
        static final String POWER_BI = "https://analysis.windows.net/powerbi/api/.default";

        private Scopes() {}
    }

    final FakeWorld world = new FakeWorld();
    FakeApp app;
    FakeFlow flow;

    @BeforeEach
    final void fill() {
        world.dev.dataverse("contosodev").gateway("Head office");
        FakeConnection sql = world.dev.connection("shared_sql", "SQL of HR");
        flow = world.dev.flow("Approve").calling(sql).ran("Succeeded").ran("Running");
        world.dev.flow("Remind");
        app = world.dev.app(SmallDocuments.named("Expenses", "shared_sql"));
        world.dev.app("Stock");
        world.dev.customConnector("Orders API").servedBy("orders.contoso.com");
        world.dev.customConnector("Billing");
    }

    @AfterEach
    final void stop() {
        assertThat(world.fake.unmatched()).isEmpty();
        world.close();
    }

    final String filled(String address) {
        return address.replace("{env}", world.dev.name()).replace("{flow}", flow.id());
    }
}
