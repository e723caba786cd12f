package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.FakeRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service remembers of a cloud flow (wire/power-platform.md, section 4). Thread-safe. */
public final class FlowState {
    private static final String DELETED = "Deleted";

    private final World world;
    private final EnvironmentState environment;
    private final String id;
    private final Instant created;
    private final Sharing sharing;
    private final Map<String, ConnectionState> calls = new LinkedHashMap<>();
    private final Map<String, String> inputs = new ConcurrentSkipListMap<>();
    private final Map<String, String> outputs = new ConcurrentSkipListMap<>();
    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private volatile String displayName;
    private volatile String state = "Started";
    private volatile Optional<ObjectNode> definition = Optional.empty();
    private volatile Optional<String> solutionEntity = Optional.empty();

    FlowState(World world, EnvironmentState environment, String displayName) {
        this(world, environment, displayName, world.ids().next(environment.name() + "/flow"));
    }

    public FlowState(World world, EnvironmentState environment, String displayName, String id) {
        this.world = world;
        this.environment = environment;
        this.displayName = displayName;
        this.id = id;
        this.created = world.now();
        this.sharing = new Sharing(environment.tenant().firstUser());
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public FlowState called(String newName) {
        displayName = newName;
        return this;
    }

    public FlowState calling(ConnectionState connection) {
        synchronized (calls) {
            long same = calls.values().stream()
                    .filter(each -> each.connectorName().equals(connection.connectorName()))
                    .count();
            calls.put(connection.connectorName() + (same == 0 ? "" : "_" + same), connection);
        }
        return this;
    }

    public FlowState taking(String input, String type) {
        inputs.put(input, type);
        return this;
    }

    public FlowState returning(String output, String type) {
        outputs.put(output, type);
        return this;
    }

    public FlowState state(String newState) {
        state = newState;
        return this;
    }

    public FlowState ran(String status) {
        String digits = world.ids().nextNumber(id + "/run");
        runs.add(0, new FakeRun("0858" + digits + "CU62", status, world.now()));
        return this;
    }

    public List<FakeRun> runs() {
        return List.copyOf(runs);
    }

    /** Only the administrators' list shows it from now on. */
    public void delete() {
        state = DELETED;
    }

    /** Brings a deleted one back, switched off; that it is off is a guess. */
    public void restore() {
        if (isDeleted()) {
            state = "Stopped";
        }
    }

    public boolean isDeleted() {
        return state.equals(DELETED);
    }

    public void change(FakeRun run) {
        runs.replaceAll(each -> each.name().equals(run.name()) ? run : each);
    }

    public FlowState definition(String json) {
        definition = Optional.of(Json.parseObject(json));
        return this;
    }

    public FlowState inSolution(String workflowEntityId) {
        solutionEntity = Optional.of(workflowEntityId);
        return this;
    }

    public FlowState owner(UserState user) {
        sharing.owner(user);
        return this;
    }

    public String resourceId() {
        return "/providers/Microsoft.Flow/flows/" + id;
    }

    public String state() {
        return state;
    }

    public Map<String, ConnectionState> calls() {
        synchronized (calls) {
            return new LinkedHashMap<>(calls);
        }
    }

    public EnvironmentState environment() {
        return environment;
    }

    public Map<String, String> inputs() {
        return inputs;
    }

    public Map<String, String> outputs() {
        return outputs;
    }

    public Sharing sharing() {
        return sharing;
    }

    public Optional<ObjectNode> ownDefinition() {
        return definition.map(ObjectNode::deepCopy);
    }

    public Optional<String> solutionEntity() {
        return solutionEntity;
    }

    public Instant created() {
        return created;
    }

    public World world() {
        return world;
    }
}
