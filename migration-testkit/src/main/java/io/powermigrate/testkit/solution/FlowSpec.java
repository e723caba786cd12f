package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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

    private FlowSpec(String id, String name, boolean on, Map<String, String> references) {
        this.id = id;
        this.name = name;
        this.on = on;
        this.references = new LinkedHashMap<>(references);
    }

    /** A flow that is on and uses no reference; its id follows from its name. */
    public static FlowSpec named(String name) {
        SpecError.notBlank(name, "name of a flow", "Name it, for example Notify.");
        return new FlowSpec(Ids.of("workflow", name), name, true, Map.of());
    }

    /** The same, using a connection reference of that logical name on that connector ({@code shared_…}). */
    public FlowSpec uses(String referenceLogicalName, String connector) {
        Map<String, String> more = new LinkedHashMap<>(references);
        more.put(referenceLogicalName, connector);
        return new FlowSpec(id, name, on, more);
    }

    /** The same, switched off. */
    public FlowSpec off() {
        return new FlowSpec(id, name, false, references);
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
                        + "\"contentVersion\":\"1.0.0.0\",\"triggers\":{},\"actions\":{}}},\"schemaVersion\":\"1.0.0.0\"}")
                .getBytes(StandardCharsets.UTF_8);
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
