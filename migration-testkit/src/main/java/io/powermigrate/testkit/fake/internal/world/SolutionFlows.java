package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cloud flows that solutions brought into the Dataverse of an environment, as the flow service sees them: each has an id of its own
 * there and names its row (wire/power-platform.md, section 14). Thread-safe.
 */
final class SolutionFlows {
    private static final int CLOUD_FLOW = 5;
    private static final int DEFINITION = 1;

    private final World world;
    private final EnvironmentState environment;
    private final Map<String, FlowState> known = new ConcurrentHashMap<>();

    SolutionFlows(World world, EnvironmentState environment) {
        this.world = world;
        this.environment = environment;
    }

    /** Those that nobody made in the flow service by hand. */
    List<FlowState> of(Organisation organisation, List<FlowState> made) {
        return organisation.rows("workflows").all().stream()
                .filter(row -> row.path("category").asInt() == CLOUD_FLOW
                        && row.path("type").asInt(DEFINITION) == DEFINITION)
                .filter(row -> made.stream().noneMatch(flow -> isRowOf(row, flow)))
                .map(this::flow)
                .filter(flow -> !flow.isDeleted())
                .toList();
    }

    private static boolean isRowOf(ObjectNode row, FlowState flow) {
        String id = row.path("workflowid").asText();
        return flow.solutionEntity().filter(id::equalsIgnoreCase).isPresent();
    }

    private FlowState flow(ObjectNode row) {
        String id = row.path("workflowid").asText();
        FlowState flow = known.computeIfAbsent(
                id, any -> new FlowState(world, environment, row.path("name").asText()).inSolution(id));
        flow.called(row.path("name").asText());
        if (!flow.isDeleted()) {
            flow.state(row.path("statecode").asInt() == 1 ? "Started" : "Stopped");
        }
        byte[] data = row.path("clientdata").asText("").getBytes(StandardCharsets.UTF_8);
        if (Json.objectOrEmpty(data).path("properties").path("definition") instanceof ObjectNode definition) {
            flow.definition(definition.toString());
        }
        return flow;
    }
}
