package io.powermigrate.testkit.fake.internal.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * What a run of a flow took and gave. A run and its actions name them by signed addresses on the host of the runtime, which
 * clients read without a token ({@code inputsLink} and {@code outputsLink}; shapes as the tests of public clients have
 * them). What stands in them is made up.
 */
public final class RunContentRoutes {
    private static final Duration VALID = Duration.ofHours(4);

    private final World world;

    RunContentRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        RunContentRoutes routes = new RunContentRoutes(world);
        return List.of(Route.get(
                Service.LOGIC,
                "/workflows/{workflow}/runs/{run}/contents/{content}",
                Access.SIGNATURE,
                routes::content));
    }

    /** The signed address of one content, with what clients are told of its size. */
    ObjectNode link(Call call, FlowState flow, FakeRun run, String content) {
        int size = Json.bytes(body(content)).length;
        String path =
                "/workflows/" + flow.id().replace("-", "") + "/runs/" + run.name() + "/contents/" + segment(content);
        String query = "?api-version=2016-06-01&" + world.blobs().sas().query(signed(run.name(), content), "r", VALID);
        ObjectNode link = Json.object()
                .put("uri", call.link(Service.LOGIC, path + query))
                .put("contentVersion", HexFormat.of().toHexDigits(content.hashCode()))
                .put("contentSize", size);
        link.putObject("contentHash")
                .put("algorithm", "md5")
                .put("value", HexFormat.of().toHexDigits(size));
        return link;
    }

    /** The name of the flow's trigger. */
    static String trigger(FlowState flow) {
        Iterator<String> names = FlowJson.definition(flow).path("triggers").fieldNames();
        return names.hasNext() ? names.next() : "manual";
    }

    private Answer content(Call call) {
        String content = call.variable("content");
        if (!world.blobs().sas().allows(call, signed(call.variable("run"), content), 'r')) {
            throw Refusal.of(
                    401, "AuthorizationFailed", "The authentication credentials are not valid, or have expired.");
        }
        return Answer.ok(body(content));
    }

    private static ObjectNode body(String content) {
        ObjectNode body = Json.object();
        if (content.endsWith("Outputs")) {
            body.put("statusCode", 200).putObject("headers").put("Content-Type", "application/json");
        }
        body.putObject("body").put("made by the fake for", content);
        return body;
    }

    private static String signed(String run, String content) {
        return run + "/" + HexFormat.of().formatHex(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String segment(String content) {
        return java.net.URLEncoder.encode(content, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
