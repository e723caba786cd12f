package io.powermigrate.testkit.fake.internal.flows;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.Sharing;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading flows (wire/power-platform.md, section 4.1). */
public final class FlowRoutes {
    private static final String BASE = "/providers/Microsoft.ProcessSimple";

    private final World world;

    private FlowRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        FlowRoutes routes = new FlowRoutes(world);
        String flows = BASE + "/environments/{env}/flows";
        String admin = BASE + "/scopes/admin/environments/{env}";
        return List.of(
                Route.get(Service.FLOW, flows, Access.MAKER, routes::listMaker),
                Route.get(Service.FLOW, flows + "/{flow}", Access.MAKER, routes::getMaker),
                Route.get(Service.FLOW, admin + "/v2/flows", Access.ADMIN, routes::listAdmin),
                Route.get(Service.FLOW, admin + "/flows/{flow}", Access.ADMIN, routes::getAdmin),
                Route.post(Service.FLOW, flows + "/{flow}/listWadl", FakeEffect.READ, Access.MAKER, routes::wadl));
    }

    /**
     * Without a filter those that the caller created, shared or not; {@code personal} of these the ones that nobody else has;
     * {@code team} what is shared, by the caller or with the caller.
     */
    private Answer listMaker(Call call) {
        UserState maker = world.maker(call);
        String filter = call.query("$filter").orElse("").toLowerCase(Locale.ROOT);
        boolean solutions = call.query("include").orElse("").contains("includeSolutionCloudFlows");
        List<FlowState> all = Scope.required(world, call).flows().stream()
                .filter(each -> !each.isDeleted() && listed(each.sharing(), maker, filter))
                .filter(each -> solutions || each.solutionEntity().isEmpty())
                .toList();
        return Paged.answer(world, call, all, FlowJson::listed);
    }

    private static boolean listed(Sharing sharing, UserState maker, String filter) {
        boolean shared = sharing.others() > 0;
        if (filter.contains("'team'")) {
            return shared && sharing.mayEdit(maker);
        }
        return sharing.owner() == maker && !(shared && filter.contains("'personal'"));
    }

    private Answer listAdmin(Call call) {
        boolean deleted = call.query("include").orElse("").contains("softDeletedFlows");
        List<FlowState> all = Scope.required(world, call).flows().stream()
                .filter(each -> deleted || !each.isDeleted())
                .toList();
        return Paged.answer(world, call, all, FlowJson::admin);
    }

    private Answer getMaker(Call call) {
        boolean withApis = call.query("$expand")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("connectionreferences.apidefinition");
        return Answer.ok(FlowJson.whole(mine(world, call), withApis));
    }

    /** The administrator is not promised the definition. */
    private Answer getAdmin(Call call) {
        FlowState flow = any(world, call);
        boolean whole = world.dialects().is(Dialect.ADMIN_FLOW_DEFINITION, "present");
        return Answer.ok(whole ? FlowJson.whole(flow, false) : FlowJson.admin(flow));
    }

    /** What Studio embeds of a flow that an app can call; the answer's frame is a guess. */
    private Answer wadl(Call call) {
        FlowState flow = mine(world, call);
        JsonNode triggers = FlowJson.definition(flow).path("triggers");
        Optional<JsonNode> callable = Stream.of(triggers.path("manual"))
                .filter(each -> each.path("type").asText().equals("Request"))
                .findFirst();
        if (callable.isEmpty()) {
            throw Refusal.of(
                    400,
                    "FlowWadlConversionNotSupported",
                    "The flow '" + flow.id() + "' cannot be called, so it has no WADL.");
        }
        String name = flow.displayName().replaceAll("[^A-Za-z0-9]", "");
        String xml = "<application xmlns:siena=\"http://schemas.microsoft.com/MicrosoftProjectSiena/WADL/2014/11\""
                + " siena:serviceId=\"" + name + "\" xmlns=\"http://wadl.dev.java.net/2009/02\"><doc title=\"" + name
                + "\" /></application>";
        return Answer.ok(Json.object().put("name", flow.id()).put("wadlXml", xml));
    }

    /** The flow of the path, if the caller may change it. */
    static FlowState mine(World world, Call call) {
        UserState maker = world.maker(call);
        return find(world, call)
                .filter(each -> each.sharing().mayEdit(maker))
                .orElseThrow(() -> Refusal.flowDenied(maker.objectId(), call.variable("flow")));
    }

    /** The flow of the path, if there is one that is not deleted. */
    static Optional<FlowState> find(World world, Call call) {
        return flows(world, call).filter(each -> !each.isDeleted()).findFirst();
    }

    /** The flow of the path, for an administrator, who sees deleted ones as well. */
    static FlowState any(World world, Call call) {
        return flows(world, call)
                .findFirst()
                .orElseThrow(
                        () -> Refusal.of(404, "FlowNotFound", "Could not find flow '" + call.variable("flow") + "'."));
    }

    private static Stream<FlowState> flows(World world, Call call) {
        String id = call.variable("flow");
        return Scope.required(world, call).flows().stream()
                .filter(each -> each.id().equalsIgnoreCase(id));
    }
}
