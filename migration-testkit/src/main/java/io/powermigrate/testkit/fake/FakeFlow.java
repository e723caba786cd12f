package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cloud flow of an environment (wire/power-platform.md, section 4). Thread-safe. */
public final class FakeFlow {
    private static final String DELETED = "Deleted";

    private final World world;
    private final FakeEnvironment environment;
    private final String id;
    private final Instant created;
    private final Sharing sharing;
    private final Map<String, FakeConnection> calls = new LinkedHashMap<>();
    private final Map<String, String> inputs = new ConcurrentSkipListMap<>();
    private final Map<String, String> outputs = new ConcurrentSkipListMap<>();
    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private volatile String displayName;
    private volatile String state = "Started";
    private volatile Optional<ObjectNode> definition = Optional.empty();
    private volatile Optional<String> solutionEntity = Optional.empty();

    FakeFlow(World world, FakeEnvironment environment, String displayName) {
        this(world, environment, displayName, world.ids().next(environment.name() + "/flow"));
    }

    FakeFlow(World world, FakeEnvironment environment, String displayName, String id) {
        this.world = world;
        this.environment = environment;
        this.displayName = displayName;
        this.id = id;
        this.created = world.now();
        this.sharing = new Sharing(environment.tenant().firstUser());
    }

    /** The flow's name on the wire, a GUID. */
    public String id() {
        return id;
    }

    /** The name that people see. */
    public String displayName() {
        return displayName;
    }

    /** Another display name. */
    public FakeFlow called(String newName) {
        displayName = newName;
        return this;
    }

    /** Makes the flow call something through that connection. */
    public FakeFlow calling(FakeConnection connection) {
        synchronized (calls) {
            long same = calls.values().stream()
                    .filter(each -> each.connectorName().equals(connection.connectorName()))
                    .count();
            calls.put(connection.connectorName() + (same == 0 ? "" : "_" + same), connection);
        }
        return this;
    }

    /** Makes apps call it with this input, of a type of JSON schemas; a flow that is told neither input nor output has no schema. */
    public FakeFlow taking(String input, String type) {
        inputs.put(input, type);
        return this;
    }

    /** Makes it return this to the app that calls it, of a type of JSON schemas. */
    public FakeFlow returning(String output, String type) {
        outputs.put(output, type);
        return this;
    }

    /** Started, Stopped, Suspended or Deleted. */
    public FakeFlow state(String newState) {
        state = newState;
        return this;
    }

    /** Adds a run that ended so, or that still runs: Running, Succeeded, Failed or Cancelled. */
    public FakeFlow ran(String status) {
        String digits = world.ids().nextNumber(id + "/run");
        runs.add(0, new FakeRun("0858" + digits + "CU62", status, world.now()));
        return this;
    }

    /** Its runs, the last one first. */
    public List<FakeRun> runs() {
        return List.copyOf(runs);
    }

    /** Only the administrators' list shows it from now on. */
    void delete() {
        state = DELETED;
    }

    /** Brings a deleted one back, switched off; that it is off is a guess. */
    void restore() {
        if (isDeleted()) {
            state = "Stopped";
        }
    }

    boolean isDeleted() {
        return state.equals(DELETED);
    }

    void change(FakeRun run) {
        runs.replaceAll(each -> each.name().equals(run.name()) ? run : each);
    }

    /** Its definition as JSON, in place of the one that the fake makes of the connections. */
    public FakeFlow definition(String json) {
        definition = Optional.of(Json.parseObject(json));
        return this;
    }

    /** Puts it into a solution, where Dataverse knows it by that id. */
    public FakeFlow inSolution(String workflowEntityId) {
        solutionEntity = Optional.of(workflowEntityId);
        return this;
    }

    /** Another owner than the first user of the tenant. */
    public FakeFlow owner(FakeUser user) {
        sharing.owner(user);
        return this;
    }

    /** Lets another user change it. */
    public FakeFlow coOwner(FakeUser user) {
        sharing.editor(user);
        return this;
    }

    /** Who owns it. */
    public FakeUser owner() {
        return sharing.owner();
    }

    /** The id with its provider. */
    public String resourceId() {
        return "/providers/Microsoft.Flow/flows/" + id;
    }

    /** Whether it is switched on: Started, Stopped, Suspended or Deleted. */
    public String state() {
        return state;
    }

    /** The connections it calls, by the name of the reference in its definition. */
    public Map<String, FakeConnection> calls() {
        synchronized (calls) {
            return new LinkedHashMap<>(calls);
        }
    }

    /** The environment it lives in. */
    public FakeEnvironment environment() {
        return environment;
    }

    Map<String, String> inputs() {
        return inputs;
    }

    Map<String, String> outputs() {
        return outputs;
    }

    Sharing sharing() {
        return sharing;
    }

    Optional<ObjectNode> ownDefinition() {
        return definition.map(ObjectNode::deepCopy);
    }

    Optional<String> solutionEntity() {
        return solutionEntity;
    }

    Instant created() {
        return created;
    }

    World world() {
        return world;
    }
}
