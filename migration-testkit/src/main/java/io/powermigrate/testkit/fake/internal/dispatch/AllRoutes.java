package io.powermigrate.testkit.fake.internal.dispatch;

import io.powermigrate.testkit.fake.internal.apps.AppRoutes;
import io.powermigrate.testkit.fake.internal.apps.AppShareRoutes;
import io.powermigrate.testkit.fake.internal.apps.DraftRoutes;
import io.powermigrate.testkit.fake.internal.blobs.BlobRoutes;
import io.powermigrate.testkit.fake.internal.connections.ConnectionRoutes;
import io.powermigrate.testkit.fake.internal.connections.ConnectorRoutes;
import io.powermigrate.testkit.fake.internal.connections.GatewayRoutes;
import io.powermigrate.testkit.fake.internal.entra.LoginRoutes;
import io.powermigrate.testkit.fake.internal.entra.MachineRoutes;
import io.powermigrate.testkit.fake.internal.environments.EnvironmentRoutes;
import io.powermigrate.testkit.fake.internal.flows.FlowRoutes;
import io.powermigrate.testkit.fake.internal.flows.FlowRunRoutes;
import io.powermigrate.testkit.fake.internal.flows.FlowShareRoutes;
import io.powermigrate.testkit.fake.internal.flows.RunContentRoutes;
import io.powermigrate.testkit.fake.internal.http.Elsewhere;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.odata.DataverseRoutes;
import io.powermigrate.testkit.fake.internal.solutions.SolutionMessages;
import io.powermigrate.testkit.fake.internal.transfer.ExportRoutes;
import io.powermigrate.testkit.fake.internal.transfer.ImportRoutes;
import io.powermigrate.testkit.fake.internal.world.World;
import java.util.ArrayList;
import java.util.List;

/** Every route of the fake. */
public final class AllRoutes {

    private AllRoutes() {}

    /** Every route of every group; a new group adds a line. */
    public static List<Route> of(World world) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(LoginRoutes.of(world));
        routes.addAll(MachineRoutes.of(world));
        routes.addAll(BlobRoutes.of(world.blobs(), world.dialects()));
        routes.addAll(EnvironmentRoutes.of(world));
        routes.addAll(AppRoutes.of(world));
        routes.addAll(AppShareRoutes.of(world));
        routes.addAll(ConnectorRoutes.of(world));
        routes.addAll(ConnectionRoutes.of(world));
        routes.addAll(FlowRoutes.of(world));
        routes.addAll(FlowRunRoutes.of(world));
        routes.addAll(FlowShareRoutes.of(world));
        routes.addAll(RunContentRoutes.of(world));
        routes.addAll(GatewayRoutes.of(world));
        routes.addAll(ExportRoutes.of(world));
        routes.addAll(ImportRoutes.of(world));
        routes.addAll(DraftRoutes.of(world));
        routes.addAll(DataverseRoutes.of(world, SolutionMessages.all()));
        routes.addAll(Elsewhere.routes());
        return List.copyOf(routes);
    }
}
