package io.powermigrate.kill;

import io.powermigrate.cds.Cds;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.model.Scope;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.spi.MigrationPlugin;

/** What the runs of a table migrate. */
enum Cargo {
    APPS {
        @Override
        MigrationPlugin[] plugins() {
            return new MigrationPlugin[] {PowerApps.plugin()};
        }

        @Override
        Scope scope() {
            return Scope.of(CanvasApp.TYPE).withDependencies();
        }
    },
    PACKAGE {
        @Override
        MigrationPlugin[] plugins() {
            return new MigrationPlugin[] {PowerApps.plugin(), Cds.plugin()};
        }

        @Override
        Scope scope() {
            return Scope.of(DataverseTable.TYPE).named("new_order").withDependencies();
        }
    },
    ROLLOUT {
        @Override
        MigrationPlugin[] plugins() {
            return APPS.plugins();
        }

        @Override
        Scope scope() {
            return APPS.scope();
        }

        @Override
        Work work(Order order) {
            return new RolloutRun(order);
        }
    };

    abstract MigrationPlugin[] plugins();

    abstract Scope scope();

    Work work(Order order) {
        return new Run(order);
    }
}
