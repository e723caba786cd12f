package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A cloud flow of a solution and the connection references that it uses. Immutable.
 *
 * <pre>{@code
 * FlowSpec.named("Notify").uses("new_sharedoffice365_1", "shared_office365")
 * }</pre>
 */
public final class FlowSpec {
    private final String id;
    private final String name;
    private final boolean on;
    private final Map<String, String> references;
    private final Call call;

    private FlowSpec(String id, String name, boolean on, Map<String, String> references, Call call) {
        this.id = id;
        this.name = name;
        this.on = on;
        this.references = new LinkedHashMap<>(references);
        this.call = call;
    }

    /** How apps call it, names with types of JSON schemas, and the ids of the flows that it calls. */
    private record Call(Map<String, String> inputs, Map<String, String> outputs, List<String> children) {
        private static final Call NONE = new Call(Map.of(), Map.of(), List.of());
    }

    /** A flow that is on and uses no reference; its id follows from its name. */
    public static FlowSpec named(String name) {
        SpecError.notBlank(name, "name of a flow", "Name it, for example Notify.");
        return new FlowSpec(Ids.of("workflow", name), name, true, Map.of(), Call.NONE);
    }

    /** The same, using a connection reference of that logical name on that connector ({@code shared_…}). */
    public FlowSpec uses(String referenceLogicalName, String connector) {
        Map<String, String> more = new LinkedHashMap<>(references);
        more.put(referenceLogicalName, connector);
        return new FlowSpec(id, name, on, more, call);
    }

    /** The same, switched off. */
    public FlowSpec off() {
        return new FlowSpec(id, name, false, references, call);
    }

    /** The same, called by apps with this input, of a type of JSON schemas. */
    public FlowSpec takes(String input, String type) {
        return new FlowSpec(
                id, name, on, references, new Call(with(call.inputs(), input, type), call.outputs(), call.children()));
    }

    /** The same, which returns this to the app that calls it. */
    public FlowSpec returns(String output, String type) {
        return new FlowSpec(
                id, name, on, references, new Call(call.inputs(), with(call.outputs(), output, type), call.children()));
    }

    /** The same, calling another flow of that name as its child. */
    public FlowSpec calls(String childName) {
        List<String> children = new ArrayList<>(call.children());
        children.add(Ids.of("workflow", childName));
        return new FlowSpec(id, name, on, references, new Call(call.inputs(), call.outputs(), children));
    }

    private static Map<String, String> with(Map<String, String> members, String member, String type) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(member, type);
        return more;
    }

    String id() {
        return id;
    }

    /** Where its definition lies in the zip. */
    String file() {
        return "Workflows/" + name.replaceAll("[^A-Za-z0-9]", "") + "-" + id.toUpperCase(Locale.ROOT) + ".json";
    }

    void write(Xml xml) {
        xml.open("Workflow", "WorkflowId", "{" + id + "}", "Name", name).leaf("JsonFileName", "/" + file());
        leaves(xml, "Type", "1", "Subprocess", "0", "Category", "5", "Mode", "0", "Scope", "4", "OnDemand", "0");
        leaves(xml, "TriggerOnCreate", "0", "TriggerOnDelete", "0", "AsyncAutodelete", "0");
        leaves(xml, "SyncWorkflowLogOnFailure", "0", "StateCode", on ? "1" : "0", "StatusCode", on ? "2" : "1");
        leaves(xml, "RunAs", "1", "IsTransacted", "1", "IntroducedVersion", "1.0.0.0", "IsCustomizable", "1");
        leaves(xml, "BusinessProcessType", "0", "IsCustomProcessingStepAllowedForOtherPublishers", "1");
        leaves(xml, "ModernFlowType", "0", "PrimaryEntity", "none");
        xml.label("LocalizedNames", "LocalizedName", name).close();
    }

    byte[] definition() {
        StringJoiner uses = new StringJoiner(",", "{", "}");
        references.forEach((reference, connector) -> uses.add(use(reference, connector)));
        return ("{\"properties\":{\"connectionReferences\":" + uses
                        + ",\"definition\":{\"$schema\":\"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#\","
                        + "\"contentVersion\":\"1.0.0.0\",\"triggers\":{" + trigger() + "},\"actions\":{" + actions()
                        + "}}},\"schemaVersion\":\"1.0.0.0\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String trigger() {
        return call.inputs().isEmpty() && call.outputs().isEmpty()
                ? ""
                : "\"manual\":{\"type\":\"Request\",\"kind\":\"PowerAppV2\",\"inputs\":{\"schema\":"
                        + schema(call.inputs()) + "}}";
    }

    private String actions() {
        StringJoiner actions = new StringJoiner(",");
        call.children().forEach(child -> actions.add(run(child)));
        return answer().isEmpty() ? actions.toString() : actions.add(answer()).toString();
    }

    private static String run(String child) {
        return "\"Call_" + child.substring(0, 8)
                + "\":{\"type\":\"Workflow\",\"inputs\":{\"host\":{\"workflowReferenceName\":\"" + child
                + "\"},\"body\":{}},\"runAfter\":{}}";
    }

    private String answer() {
        return call.outputs().isEmpty()
                ? ""
                : "\"Respond\":{\"type\":\"Response\",\"kind\":\"PowerApp\",\"inputs\":{\"statusCode\":200,\"schema\":"
                        + schema(call.outputs()) + "}}";
    }

    private static String schema(Map<String, String> members) {
        StringJoiner properties = new StringJoiner(",", "{", "}");
        StringJoiner required = new StringJoiner(",", "[", "]");
        members.forEach((member, type) -> {
            String quoted = JsonText.quoted(member);
            properties.add(quoted + ":{\"title\":" + quoted + ",\"type\":" + JsonText.quoted(type) + "}");
            required.add(quoted);
        });
        return "{\"type\":\"object\",\"properties\":" + properties + ",\"required\":" + required + "}";
    }

    private static String use(String reference, String connector) {
        String name = JsonText.quoted(connector);
        return name + ":{\"runtimeSource\":\"embedded\",\"connection\":{\"connectionReferenceLogicalName\":"
                + JsonText.quoted(reference) + "},\"api\":{\"name\":" + name + "}}";
    }

    private static void leaves(Xml xml, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.leaf(pairs[i], pairs[i + 1]);
        }
    }
}
