package io.powermigrate.testkit.fake.internal.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.ShareBody;
import io.powermigrate.testkit.fake.internal.world.Sharing;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shares of flows, and flows that are deleted and come back (wire/power-platform.md, sections 4.1 and 4.3). */
public final class FlowShareRoutes {
    private static final String ENVIRONMENT = "/environments/{env}/flows/{flow}";
    private static final String MAKER = "/providers/Microsoft.ProcessSimple" + ENVIRONMENT;
    private static final String ADMIN = "/providers/Microsoft.ProcessSimple/scopes/admin" + ENVIRONMENT;
    private static final Set<String> ROLES = Set.of("Owner", Sharing.EDITOR, Sharing.VIEWER);

    private final World world;

    private FlowShareRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        FlowShareRoutes routes = new FlowShareRoutes(world);
        return List.of(
                Route.get(
                        Service.FLOW,
                        MAKER + "/permissions",
                        Access.MAKER,
                        call -> routes.list(call, FlowRoutes.mine(world, call))),
                Route.get(
                        Service.FLOW,
                        ADMIN + "/permissions",
                        Access.ADMIN,
                        call -> routes.list(call, FlowRoutes.any(world, call))),
                write(
                        "POST",
                        MAKER + "/modifyPermissions",
                        Access.MAKER,
                        call -> modify(call, FlowRoutes.mine(world, call))),
                write(
                        "POST",
                        ADMIN + "/modifyPermissions",
                        Access.ADMIN,
                        call -> modify(call, FlowRoutes.any(world, call))),
                write("DELETE", MAKER, Access.MAKER, routes::deleteMaker),
                write("DELETE", ADMIN, Access.ADMIN, call -> deleted(FlowRoutes.find(world, call))),
                write("POST", ADMIN + "/restore", Access.ADMIN, routes::restore));
    }

    private static Route write(String method, String template, Access access, Route.Handler handler) {
        return new Route(Service.FLOW, method, template, FakeEffect.WRITE, access, handler);
    }

    private Answer list(Call call, FlowState flow) {
        return Paged.answer(world, call, ShareBody.all(flow.sharing()), grant -> json(flow, grant));
    }

    /** The answer is that of apps without its list of resources; none was recorded. */
    private static Answer modify(Call call, FlowState flow) {
        return ShareBody.of(call.json(), flow.environment().tenant(), ROLES)
                .applied(flow.sharing(), grant -> json(flow, grant));
    }

    /** Only the owner and co-owners may; a flow that is somebody else's is refused as its get is. */
    private Answer deleteMaker(Call call) {
        Optional<FlowState> found = FlowRoutes.find(world, call);
        return found.isEmpty() ? deleted(found) : deleted(Optional.of(FlowRoutes.mine(world, call)));
    }

    /** 204 says that there was none. The flow stays in the administrators' list for weeks. */
    private static Answer deleted(Optional<FlowState> found) {
        found.ifPresent(FlowState::delete);
        return Answer.empty(found.isPresent() ? 200 : 204);
    }

    private Answer restore(Call call) {
        FlowRoutes.any(world, call).restore();
        return Answer.empty(200);
    }

    private static ObjectNode json(FlowState flow, Sharing.Grant grant) {
        String id = "/providers/Microsoft.ProcessSimple/environments/"
                + flow.environment().name() + "/flows/" + flow.id() + "/permissions/" + grant.principal();
        ObjectNode item = Json.object()
                .put("name", grant.principal())
                .put("id", id)
                .put("type", "/providers/Microsoft.ProcessSimple/environments/flows/permissions");
        ObjectNode properties =
                item.putObject("properties").put("roleName", grant.role()).put("permissionType", "Principal");
        properties.putObject("principal").put("id", grant.principal()).put("type", grant.type());
        return item;
    }
}
