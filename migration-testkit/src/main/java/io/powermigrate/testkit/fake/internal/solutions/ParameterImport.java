package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import java.util.List;
import java.util.Optional;

/** ComponentParameters: connections of references and values of variables (wire/dataverse.md, section 2.6). */
final class ParameterImport {
    private final Arrival arrival;
    private final Organisation organisation;

    ParameterImport(Arrival arrival) {
        this.arrival = arrival;
        this.organisation = arrival.organisation();
    }

    void all() {
        for (ObjectNode parameter : arrival.order().parameters()) {
            String type = parameter.path("@odata.type").asText();
            if (type.endsWith("connectionreference")) {
                connection(parameter);
            } else if (type.endsWith("environmentvariablevalue")) {
                value(parameter);
            }
        }
    }

    private void connection(ObjectNode parameter) {
        Rows rows = organisation.rows("connectionreferences");
        String name = parameter.path("connectionreferencelogicalname").asText();
        ObjectNode row = rows.first("connectionreferencelogicalname", name)
                .orElseThrow(() -> new ImportFailure(
                        ImportFailure.NOT_FOUND,
                        "Failed to find connection references with logical name(s) '" + name
                                + "'. Please check if connection references exists."));
        String connection = parameter.path("connectionid").asText("");
        if (!connection.isEmpty()) {
            rows.update(row.path("connectionreferenceid").asText(), Rows.row().put("connectionid", connection));
        }
    }

    private void value(ObjectNode parameter) {
        String name = parameter.path("schemaname").asText();
        String text = parameter.path("value").asText("");
        if (text.isEmpty()) {
            throw new ImportFailure(ImportFailure.GENERIC, "Environment variable value cannot be an empty string.");
        }
        Rows rows = organisation.rows("environmentvariablevalues");
        String id = parameter.path("environmentvariablevalueid").asText("");
        Optional<ObjectNode> known = rows.first("schemaname", name);
        if (known.isPresent()
                && !known.get().path("environmentvariablevalueid").asText().equalsIgnoreCase(id)) {
            throw new ImportFailure(ImportFailure.SQL, duplicate(name));
        }
        ObjectNode row = new VariableImport(arrival).row(name, text);
        if (id.isEmpty()) {
            rows.add(row);
        } else {
            rows.put(id, row);
        }
    }

    /** dataverse-situations.md, S52. */
    private static String duplicate(String name) {
        return String.join(
                "",
                List.of(
                        "Cannot insert duplicate key exception when executing non-query:",
                        " System.Data.SqlClient.SqlException (0x80131904): Violation of UNIQUE KEY constraint",
                        " 'ndx_envvarval_schemaname'. Cannot insert duplicate key in object",
                        " 'dbo.EnvironmentVariableValueBase'. The duplicate key value is (" + name
                                + ", 0, Jan  1 1900 12:00AM)."));
    }
}
