package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.wire.FakeRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cloud flow of an environment (wire/power-platform.md, section 4). Thread-safe. */
public final class FakeFlow extends Handle {

    private final FlowState inside;

    FakeFlow(FlowState inside) {
        this.inside = inside;
    }

    @Override
    FlowState inside() {
        return inside;
    }

    /** The flow's name on the wire, a GUID. */
    public String id() {
        return inside.id();
    }

    /** The name that people see. */
    public String displayName() {
        return inside.displayName();
    }

    /** Another display name. */
    public FakeFlow called(String newName) {
        inside.called(newName);
        return this;
    }

    /** Makes the flow call something through that connection. */
    public FakeFlow calling(FakeConnection connection) {
        inside.calling(connection.inside());
        return this;
    }

    /** Makes apps call it with this input, of a type of JSON schemas; a flow that is told neither input nor output has no schema. */
    public FakeFlow taking(String input, String type) {
        inside.taking(input, type);
        return this;
    }

    /** Makes it return this to the app that calls it, of a type of JSON schemas. */
    public FakeFlow returning(String output, String type) {
        inside.returning(output, type);
        return this;
    }

    /** Started, Stopped, Suspended or Deleted. */
    public FakeFlow state(String newState) {
        inside.state(newState);
        return this;
    }

    /** Adds a run that ended so, or that still runs: Running, Succeeded, Failed or Cancelled. */
    public FakeFlow ran(String status) {
        inside.ran(status);
        return this;
    }

    /** Its runs, the last one first. */
    public List<FakeRun> runs() {
        return inside.runs();
    }

    /** Its definition as JSON, in place of the one that the fake makes of the connections. */
    public FakeFlow definition(String json) {
        inside.definition(json);
        return this;
    }

    /** Puts it into a solution, where Dataverse knows it by that id. */
    public FakeFlow inSolution(String workflowEntityId) {
        inside.inSolution(workflowEntityId);
        return this;
    }

    /** Another owner than the first user of the tenant. */
    public FakeFlow owner(FakeUser user) {
        inside.owner(user.inside());
        return this;
    }

    /** Lets another user change it. */
    public FakeFlow coOwner(FakeUser user) {
        inside.sharing().editor(user.inside());
        return this;
    }

    /** Who owns it. */
    public FakeUser owner() {
        return new FakeUser(inside.sharing().owner());
    }

    /** The id with its provider. */
    public String resourceId() {
        return inside.resourceId();
    }

    /** Whether it is switched on: Started, Stopped, Suspended or Deleted. */
    public String state() {
        return inside.state();
    }

    /** The connections it calls, by the name of the reference in its definition. */
    public Map<String, FakeConnection> calls() {
        Map<String, FakeConnection> calls = new LinkedHashMap<>();
        inside.calls().forEach((name, connection) -> calls.put(name, new FakeConnection(connection)));
        return calls;
    }

    /** The environment it lives in. */
    public FakeEnvironment environment() {
        return new FakeEnvironment(inside.environment());
    }
}
