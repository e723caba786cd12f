package io.powermigrate.testkit.solution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was told about one package. The builder's own; not thread safe. */
final class Contents {
    final String uniqueName;
    String displayName;
    String publisher = "contoso";
    String prefix = "new";
    String version = "1.0.0.0";
    String server = "9.2.26032.154";
    boolean managed;
    /** Of a patch; empty for a whole solution. */
    String parent = "";

    final List<TableSpec> tables = new ArrayList<>();
    final List<ChoiceSpec> choices = new ArrayList<>();
    final List<RoleSpec> roles = new ArrayList<>();
    final List<PermissionSetSpec> permissionSets = new ArrayList<>();
    final List<VariableSpec> variables = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final List<FlowSpec> flows = new ArrayList<>();
    final List<WebResource> webResources = new ArrayList<>();
    final List<CanvasAppPart> canvasApps = new ArrayList<>();
    final List<ConnectorPart> connectors = new ArrayList<>();
    final List<MissingSpec> missing = new ArrayList<>();
    final List<String> languages = new ArrayList<>(List.of("1033"));
    final Map<String, byte[]> files = new LinkedHashMap<>();

    Contents(String uniqueName) {
        this.uniqueName = uniqueName;
        this.displayName = uniqueName;
    }

    /** The files beside the two documents, in the order in which they lie in the zip. */
    Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        flows.forEach(flow -> parts.put(flow.file(), flow.definition()));
        webResources.forEach(resource -> parts.put(resource.file(), resource.content()));
        variables.forEach(variable -> parts.putAll(variable.files()));
        canvasApps.forEach(app -> parts.putAll(app.files()));
        connectors.forEach(connector -> parts.putAll(connector.files()));
        parts.putAll(files);
        return parts;
    }
}
