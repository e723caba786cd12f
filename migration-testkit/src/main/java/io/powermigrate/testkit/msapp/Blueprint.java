package io.powermigrate.testkit.msapp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that was told about one document, checked and immutable. */
record Blueprint(Identity identity, Controls controls, Data data, Extras extras) {

    ControlPart app() {
        return controls.app();
    }

    List<ControlPart> screens() {
        return controls.screens();
    }

    Generation generation() {
        return identity.generation();
    }

    /** What the document is. */
    record Identity(String name, Generation generation, DocumentKind kind) {
        String guid(String what) {
            return Ids.guid(name, generation.name(), what);
        }
    }

    /** What it shows; components stand by their templates. */
    record Controls(ControlPart app, List<ControlPart> screens, List<ControlPart> components) {
        Controls {
            screens = List.copyOf(screens);
            components = List.copyOf(components);
        }
    }

    /** What few documents have. */
    record Extras(
            List<Media> media,
            List<Library> libraries,
            List<String> codeComponents,
            List<String> pages,
            List<StudioError> errors) {
        Extras {
            media = List.copyOf(media);
            libraries = List.copyOf(libraries);
            codeComponents = List.copyOf(codeComponents);
            pages = List.copyOf(pages);
            errors = List.copyOf(errors);
        }
    }

    /** A picture that is loaded from an address. */
    record Media(String name, String address) {}

    /** Where components came from. */
    record Library(String id, String logicalName) {}

    /** An error that Studio found at the last save: the first place of the words in the formula. */
    record StudioError(String control, String property, String words) {}

    /** What it reads and writes. {@code gallerySample}: a gallery without items shows the sample table. */
    record Data(
            List<Connection> connections,
            List<Flow> flows,
            List<Table> tables,
            String instanceUrl,
            boolean gallerySample) {
        Data {
            connections = List.copyOf(connections);
            flows = List.copyOf(flows);
            tables = List.copyOf(tables);
        }
    }

    /** One reference to a connection. */
    record Connection(Connector connector, String connectionId, List<Service> services, List<ListSource> lists) {
        Connection {
            services = List.copyOf(services);
            lists = List.copyOf(lists);
        }
    }

    /** A connector by its full name, {@code shared_…}. */
    record Connector(String name, String displayName, boolean custom, String tier) {
        String path() {
            return "/providers/microsoft.powerapps/apis/" + name;
        }

        String runtimeUrl() {
            return "https://unitedstates-002.azure-apim.net/apim/" + shortName();
        }

        String iconUri() {
            String folder = custom ? "custom" : "releases/v1.0.1583/1.0.1583.2865/" + shortName();
            return "https://connectoricons-prod.azureedge.net/" + folder + "/icon.png";
        }

        private String shortName() {
            return name.startsWith("shared_") ? name.substring("shared_".length()) : name;
        }
    }

    /** A connector used through its operations. */
    record Service(String name, List<String> operations) {
        Service {
            operations = List.copyOf(operations);
        }
    }

    /** A table of a connector: a SharePoint list, an SQL table. */
    record ListSource(String name, String dataset, String table, List<Typed> columns, Overrides overrides) {
        ListSource {
            columns = List.copyOf(columns);
        }

        /** The key of a data set that a variable names (wire/msapp.md, section 2.2.1). */
        String datasetKey() {
            return overrides.site().map(variable -> dataset + "_" + variable).orElse(dataset);
        }
    }

    /** Environment variables that name the data set and the table. */
    record Overrides(Optional<String> site, Optional<String> list) {}

    /** A column, an input, an output. */
    record Typed(String name, ValueType type) {}

    /** A cloud flow that the app runs. */
    record Flow(String name, FlowIds ids, List<String> uses, Call call) {
        Flow {
            uses = List.copyOf(uses);
        }

        String workflowId() {
            return ids.workflow();
        }
    }

    /** What the reference and the data source of a flow call it, whether its connection spells that with dashes, and its row in Dataverse. */
    record FlowIds(String workflow, String source, boolean dashed, Optional<String> row) {

        String connection() {
            return dashed ? workflow : workflow.replace("-", "");
        }
    }

    /** How a flow is called; the signature is the one of its callback address. */
    record Call(List<Typed> inputs, List<Typed> outputs, Optional<String> signature) {
        Call {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /** A Dataverse table. */
    record Table(String name, String logicalName, String entitySetName, List<String> columns) {
        Table {
            columns = List.copyOf(columns);
        }

        String primaryId() {
            return logicalName + "id";
        }

        String prefix() {
            int underscore = logicalName.indexOf('_');
            return underscore < 0 ? "" : logicalName.substring(0, underscore + 1);
        }

        /** A custom table prefixes its columns as the table itself; the columns of a standard table have no prefix. */
        String logicalColumn(String displayName) {
            return prefix() + displayName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        }
    }
}
