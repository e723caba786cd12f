package io.powermigrate.testkit.fake.internal.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.FakeRun;
import java.util.List;
import java.util.Locale;

/** What a flow does: switched on and off, its runs and triggers, its template (wire/power-platform.md, sections 4.1 and 4.3). */
public final class FlowRunRoutes {
    private static final String FLOWS = "/providers/Microsoft.ProcessSimple/environments/{env}/flows/{flow}";
    private static final String ADMIN =
            "/providers/Microsoft.ProcessSimple/scopes/admin/environments/{env}/flows/{flow}";

    private final World world;
    private final RunContentRoutes contents;

    private FlowRunRoutes(World world) {
        this.world = world;
        this.contents = new RunContentRoutes(world);
    }

    public static List<Route> of(World world) {
        FlowRunRoutes routes = new FlowRunRoutes(world);
        return List.of(
                write(FLOWS + "/start", Access.MAKER, call -> switched(FlowRoutes.mine(world, call), "Started")),
                write(FLOWS + "/stop", Access.MAKER, call -> switched(FlowRoutes.mine(world, call), "Stopped")),
                write(ADMIN + "/start", Access.ADMIN, call -> switched(FlowRoutes.any(world, call), "Started")),
                write(ADMIN + "/stop", Access.ADMIN, call -> switched(FlowRoutes.any(world, call), "Stopped")),
                Route.get(Service.FLOW, FLOWS + "/runs", Access.MAKER, routes::runs),
                Route.get(Service.FLOW, FLOWS + "/runs/{run}", Access.MAKER, routes::run),
                write(FLOWS + "/runs/{run}/cancel", Access.MAKER, routes::cancel),
                Route.get(Service.FLOW, FLOWS + "/triggers", Access.MAKER, routes::triggers),
                write(FLOWS + "/triggers/{trigger}/histories/{run}/resubmit", Access.MAKER, routes::resubmit),
                Route.post(
                        Service.FLOW,
                        FLOWS + "/exportToARMTemplate",
                        FakeEffect.EXPORT,
                        Access.MAKER,
                        routes::template));
    }

    private static Route write(String template, Access access, Route.Handler handler) {
        return Route.post(Service.FLOW, template, FakeEffect.WRITE, access, handler);
    }

    private static Answer switched(FlowState flow, String state) {
        flow.state(state);
        return Answer.empty(200);
    }

    private Answer runs(Call call) {
        FlowState flow = FlowRoutes.mine(world, call);
        String filter = call.query("$filter").orElse("").toLowerCase(Locale.ROOT);
        List<FakeRun> wanted = flow.runs().stream()
                .filter(run -> !filter.contains("status eq ")
                        || filter.contains("'" + run.status().toLowerCase(Locale.ROOT) + "'"))
                .toList();
        return Paged.answer(world, call, wanted, run -> json(call, flow, run));
    }

    private Answer run(Call call) {
        FlowState flow = FlowRoutes.mine(world, call);
        FakeRun run = found(flow, call);
        ObjectNode body = json(call, flow, run);
        if (call.query("$expand").orElse("").contains("properties/actions")) {
            body.withObject("/properties").set("actions", actions(call, flow, run));
        }
        return Answer.ok(body);
    }

    private ObjectNode actions(Call call, FlowState flow, FakeRun run) {
        ObjectNode actions = Json.object();
        FlowJson.definition(flow).path("actions").fieldNames().forEachRemaining(name -> {
            ObjectNode action = actions.putObject(name).put("startTime", Ids.stamp(run.started()));
            action.set("inputsLink", contents.link(call, flow, run, name + "Inputs"));
            if (!run.isRunning()) {
                action.put("endTime", Ids.stamp(run.started().plusSeconds(1)));
                action.set("outputsLink", contents.link(call, flow, run, name + "Outputs"));
            }
            action.put("status", run.status()).put("code", run.isRunning() ? "NotSpecified" : "OK");
        });
        return actions;
    }

    private Answer cancel(Call call) {
        FlowState flow = FlowRoutes.mine(world, call);
        FakeRun run = found(flow, call);
        if (!run.isRunning()) {
            throw runtime(400, "WorkflowRunNotRunning", "The run '" + run.name() + "' is not running.");
        }
        flow.change(new FakeRun(run.name(), "Cancelled", run.started()));
        return Answer.empty(200);
    }

    private Answer triggers(Call call) {
        FlowState flow = FlowRoutes.mine(world, call);
        String flowId = FlowJson.listed(flow).path("id").asText();
        ObjectNode body = Json.object();
        FlowJson.definition(flow).path("triggers").fieldNames().forEachRemaining(name -> {
            ObjectNode trigger = body.withArray("value")
                    .addObject()
                    .put("name", name)
                    .put("id", flowId + "/triggers/" + name)
                    .put("type", "Microsoft.ProcessSimple/environments/flows/triggers");
            trigger.putObject("properties")
                    .put("provisioningState", "Succeeded")
                    .put("createdTime", Ids.stamp(flow.created()))
                    .put("changedTime", Ids.stamp(flow.created()))
                    .put("state", "Enabled");
        });
        return Answer.ok(body);
    }

    private Answer resubmit(Call call) {
        FlowState flow = FlowRoutes.mine(world, call);
        found(flow, call);
        flow.ran("Succeeded");
        return Answer.empty(202);
    }

    /** For Logic Apps; nothing makes a flow of it again. */
    private Answer template(Call call) {
        FlowState flow = FlowRoutes.mine(world, call);
        ObjectNode body = Json.object()
                .put("$schema", "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#")
                .put("contentVersion", "1.0.0.0");
        body.putObject("parameters").putObject("workflows_name").put("type", "String");
        body.putObject("variables");
        ObjectNode resource = body.putArray("resources")
                .addObject()
                .put("type", "Microsoft.Logic/workflows")
                .put("apiVersion", "2016-06-01")
                .put("name", "[parameters('workflows_name')]");
        resource.putObject("properties").set("definition", FlowJson.definition(flow));
        body.putObject("outputs");
        return Answer.ok(body);
    }

    /** The members that public clients read; no recording of a run is known. */
    private ObjectNode json(Call call, FlowState flow, FakeRun run) {
        String flowId = FlowJson.listed(flow).path("id").asText();
        ObjectNode body = Json.object()
                .put("name", run.name())
                .put("id", flowId + "/runs/" + run.name())
                .put("type", "Microsoft.ProcessSimple/environments/flows/runs");
        ObjectNode properties = body.putObject("properties").put("startTime", Ids.stamp(run.started()));
        ObjectNode trigger = Json.object().put("name", RunContentRoutes.trigger(flow));
        trigger.set("inputsLink", contents.link(call, flow, run, "TriggerInputs"));
        trigger.set("outputsLink", contents.link(call, flow, run, "TriggerOutputs"));
        trigger.put("startTime", Ids.stamp(run.started()));
        if (!run.isRunning()) {
            String end = Ids.stamp(run.started().plusSeconds(1));
            properties.put("endTime", end);
            trigger.put("endTime", end);
        }
        properties.put("status", run.status());
        properties.putObject("correlation").put("clientTrackingId", run.name());
        properties.set("trigger", trigger.put("status", "Succeeded"));
        return body;
    }

    private static FakeRun found(FlowState flow, Call call) {
        String name = call.variable("run");
        return flow.runs().stream()
                .filter(run -> run.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> runtime(
                        404,
                        "WorkflowRunNotFound",
                        "The workflow '" + flow.id() + "' run '" + name + "' could not be found."));
    }

    /** The runtime's error comes as JSON text inside the message (wire/power-platform.md, section 0.4). */
    private static Refusal runtime(int status, String code, String message) {
        ObjectNode inner = Json.object();
        inner.putObject("error").put("code", code).put("message", message);
        return Refusal.of(
                status,
                "AzureResourceManagerRequestFailed",
                "Request to Azure Resource Manager failed with error: '" + inner + "'");
    }
}
