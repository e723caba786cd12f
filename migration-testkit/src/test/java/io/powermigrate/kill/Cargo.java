package io.powermigrate.kill;

import io.powermigrate.cds.Cds;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.endpoint.Effect;
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
    /** Exactly what is selected, through a solution that a run makes in the source. */
    SCRATCH {
        @Override
        MigrationPlugin[] plugins() {
            SolutionOptions options = SolutionOptions.defaults().scratchSolution("contoso");
            return new MigrationPlugin[] {PowerApps.plugin(), Cds.plugin(options)};
        }

        @Override
        Scope scope() {
            return Scope.of(DataverseTable.TYPE, SecurityRole.TYPE, PermissionSet.TYPE)
                    .named("new_order", "Order reader", "Amounts")
                    .withDependencies();
        }

        @Override
        Effect inSource() {
            return Effect.WRITE;
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

    /** What a run may do to the source. */
    Effect inSource() {
        return Effect.EXPORT;
    }

    Work work(Order order) {
        return new Run(order);
    }
}
