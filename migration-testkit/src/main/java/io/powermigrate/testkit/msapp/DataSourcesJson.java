package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code References\DataSources.json} (wire/msapp.md, section 2.3). */
final class DataSourcesJson {
    /** The data set that means: the Dataverse of the environment that the app lives in. */
    static final String DATASET = "default.cds";

    /** The table that a gallery shows until it gets its own items. */
    static final String GALLERY_SAMPLE = "CustomGallerySample";

    private DataSourcesJson() {}

    static ObjectNode of(Blueprint blueprint) {
        Blueprint.Data data = blueprint.data();
        ArrayNode all = Json.array();
        for (Blueprint.Connection connection : data.connections()) {
            connection.services().forEach(service -> all.add(service(service, connection.connector())));
            connection.lists().forEach(list -> all.add(ListSources.json(list, connection.connector())));
        }
        data.flows().forEach(flow -> all.add(flow(flow)));
        TableSources tables = new TableSources(data.instanceUrl());
        data.tables().forEach(table -> all.addAll(tables.json(table)));
        if (data.gallerySample()) {
            all.add(sample());
        }
        return Json.object("DataSources", all);
    }

    private static ObjectNode service(Blueprint.Service service, Blueprint.Connector connector) {
        return wadl(service.name(), Wadl.of(service, connector)).put("ApiId", connector.path());
    }

    private static ObjectNode flow(Blueprint.Flow flow) {
        return wadl(flow.name(), Wadl.of(flow))
                .put("ApiId", "/providers/microsoft.powerapps/apis/shared_logicflows")
                .put("FlowNameId", flow.ids().source())
                .put("WorkflowEntityId", flow.ids().row().orElse(null));
    }

    private static ObjectNode wadl(String name, String xml) {
        ObjectNode node =
                Json.object().put("Type", "ServiceInfo").put("Name", name).put("ServiceKind", "ConnectedWadl");
        node.putObject("WadlMetadata").put("WadlXml", xml);
        return node;
    }

    private static ObjectNode sample() {
        ArrayNode rows = Json.array();
        for (int row = 1; row <= 4; row++) {
            rows.addObject().put("SampleHeading", "Heading " + row).put("SampleText", "Text of row " + row);
        }
        String schema = "*[SampleHeading:s, SampleText:s]";
        ObjectNode node = Json.object()
                .put("Name", GALLERY_SAMPLE)
                .put("Schema", schema)
                .put("IsSampleData", true)
                .put("IsWritable", false)
                .put("Type", "StaticDataSourceInfo")
                .put("OriginalSchema", schema)
                .put("Data", Json.compact(rows))
                .put("OriginalName", GALLERY_SAMPLE);
        node.set("OrderedColumnNames", Json.texts(List.of("SampleHeading", "SampleText")));
        return node;
    }
}
