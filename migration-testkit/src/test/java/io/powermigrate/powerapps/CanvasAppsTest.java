package io.powermigrate.powerapps;

import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.app.CanvasApps;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Migrator;
import io.powermigrate.testkit.contract.MigratorContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.msapp.AppDocument;
import java.util.Optional;

class CanvasAppsTest extends MigratorContract<CanvasApp> {

    @Override
    protected Migrator<CanvasApp> subject() {
        return CanvasApps.migrator();
    }

    @Override
    protected MigrationPlugin plugin() {
        return PowerApps.plugin();
    }

    @Override
    protected TwoEnvironments open() {
        return new WithAConnection();
    }

    /** Apps that need a connection, which the destination has under another id. */
    private static final class WithAConnection extends TwoTenants {

        private String last = "";
        private final FakeConnection office = dev.connection("shared_office365users", "Office of Ada");

        WithAConnection() {
            prod.connection("shared_office365users", "Office of Grace");
        }

        @Override
        public String make() {
            last = another("Expense report");
            return dev.app(AppDocument.named(last)
                            .screen("Main")
                            .connection("shared_office365users", office.name())
                            .toBytes())
                    .id();
        }

        @Override
        public void makeInDestination() {
            prod.app(AppDocument.named(last).screen("Of somebody else").toBytes());
        }

        @Override
        public void change(String id) {
            FakeApp changed = dev.apps().stream()
                    .filter(app -> app.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            changed.using(dev.connection("shared_teams", "Teams of Ada"), "Teams");
            prod.connection("shared_teams", "Teams of Grace");
        }

        @Override
        public Optional<String> secret() {
            return Optional.of("sig="); // of the addresses of documents and packages
        }
    }
}
