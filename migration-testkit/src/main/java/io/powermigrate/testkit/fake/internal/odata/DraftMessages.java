package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;

/** Definitions as they are published, and as they would be (wire/dataverse-facts.md, D2). */
final class DraftMessages {

    private DraftMessages() {}

    static List<Message> all() {
        return List.of(
                Message.function("RetrieveEntity", DraftMessages::table),
                Message.function("RetrieveOptionSet", DraftMessages::choice));
    }

    private static boolean asIfPublished(ObjectNode parameters) {
        return parameters.path("RetrieveAsIfPublished").asBoolean();
    }

    private static Answer table(Request request, ObjectNode parameters) {
        Organisation organisation = request.organisation();
        String name = parameters.path("LogicalName").asText();
        Table now = organisation
                .schema()
                .table(name)
                .or(() -> organisation.schema().ofId(parameters.path("MetadataId").asText()))
                .orElseThrow(() -> MetadataReads.missing("entity", name));
        Table told = asIfPublished(parameters) ? now : organisation.unpublished().published(now);
        MetadataJson json = new MetadataJson(organisation);
        ObjectNode definition = json.table(told);
        definition.set("Attributes", Json.list(json.collection(told, "Attributes")));
        ObjectNode body =
                BuiltInMessages.response(request, "RetrieveEntityResponse").body();
        body.set("EntityMetadata", definition);
        return Answer.ok(body);
    }

    private static Answer choice(Request request, ObjectNode parameters) {
        Organisation organisation = request.organisation();
        String name = parameters.path("Name").asText();
        ObjectNode now =
                organisation.schema().choice(name).orElseThrow(() -> MetadataReads.missing("option set", name));
        ObjectNode told = asIfPublished(parameters)
                ? now
                : organisation
                        .unpublished()
                        .published("choice:" + name, now)
                        .orElseThrow(() -> MetadataReads.missing("option set", name));
        ObjectNode body =
                BuiltInMessages.response(request, "RetrieveOptionSetResponse").body();
        body.set("OptionSetMetadata", told);
        return Answer.ok(body);
    }
}
