package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The messages that have to do with neither packages nor roles (wire/dataverse.md, sections 1.2, 2.10, 3.4). */
final class BuiltInMessages {

    private BuiltInMessages() {}

    static List<Message> all() {
        List<Message> all = new ArrayList<>(List.of(
                Message.function("WhoAmI", BuiltInMessages::whoAmI),
                Message.function("RetrieveVersion", (request, none) -> response(request, "RetrieveVersionResponse")
                        .with("Version", request.organisation().settings().version())),
                Message.function("RetrieveTimestamp", (request, none) -> response(request, "RetrieveTimestampResponse")
                        .with(
                                "Timestamp",
                                Long.toString(request.organisation().schema().version()))),
                Message.function("RetrieveCurrentOrganization", BuiltInMessages::currentOrganization),
                Message.function("RetrieveMetadataChanges", MetadataChanges::answer),
                Message.function("RetrieveProvisionedLanguages", BuiltInMessages::languages),
                Message.function("RetrieveAvailableLanguages", BuiltInMessages::available),
                Message.action("GetOrgDbOrgSetting", FakeEffect.READ, BuiltInMessages::setting),
                Message.action("PublishXml", FakeEffect.WRITE, BuiltInMessages::publish),
                Message.action("PublishAllXml", FakeEffect.WRITE, BuiltInMessages::publishAll)));
        all.addAll(SecurityMessages.all());
        all.addAll(ComponentMessages.all());
        all.add(Message.function("RetrieveEntity", BuiltInMessages::table));
        all.add(Message.function("RetrieveOptionSet", BuiltInMessages::choice));
        all.addAll(BulkMessages.all());
        return all;
    }

    /** The answer of a message in the making. */
    record Response(Request request, ObjectNode body) {
        Answer with(String member, String value) {
            return Answer.ok(body.put(member, value));
        }
    }

    static Response response(Request request, String type) {
        return new Response(
                request, Json.object().put("@odata.context", request.context("Microsoft.Dynamics.CRM." + type)));
    }

    private static Answer whoAmI(Request request, ObjectNode none) {
        Organisation organisation = request.organisation();
        ObjectNode body = response(request, "WhoAmIResponse").body();
        body.put("BusinessUnitId", organisation.security().rootBusinessUnit())
                .put("UserId", request.userId())
                .put("OrganizationId", organisation.id());
        return Answer.ok(body).header("x-ms-dop-hint", "4");
    }

    /** Clients ask it to learn an alias (wire/clients.md, Dataverse, point 5); its members are a guess. */
    private static Answer currentOrganization(Request request, ObjectNode none) {
        Organisation organisation = request.organisation();
        ObjectNode body =
                response(request, "RetrieveCurrentOrganizationResponse").body();
        ObjectNode detail = body.putObject("Detail")
                .put("OrganizationId", organisation.id())
                .put("FriendlyName", organisation.displayName())
                .put("OrganizationVersion", organisation.settings().version())
                .put("EnvironmentId", request.environmentId())
                .put("UrlName", organisation.name())
                .put("State", "Enabled");
        ObjectNode endpoints = detail.putObject("Endpoints").put("Count", 1).put("IsReadOnly", false);
        endpoints.putArray("Keys").add("WebApplication");
        endpoints
                .putArray("Values")
                .add(request.base().substring(0, request.base().indexOf("api/data/")));
        return Answer.ok(body);
    }

    private static Answer languages(Request request, ObjectNode none) {
        ObjectNode body =
                response(request, "RetrieveProvisionedLanguagesResponse").body();
        var codes = body.putArray("RetrieveProvisionedLanguages");
        request.organisation().settings().languages().forEach(codes::add);
        return Answer.ok(body);
    }

    private static Answer available(Request request, ObjectNode none) {
        ObjectNode body =
                response(request, "RetrieveAvailableLanguagesResponse").body();
        body.putArray("LocaleIds").add(1031).add(1033).add(1036);
        return Answer.ok(body);
    }

    /** Recorded as a POST (wire/dataverse-facts.md, A9). */
    private static Answer setting(Request request, ObjectNode parameters) {
        boolean lock = parameters.path("SettingName").asText().equals("IsLockdownOfUnmanagedCustomizationEnabled");
        String value = lock ? Boolean.toString(request.organisation().settings().isUnmanagedLocked()) : "";
        return response(request, "GetOrgDbOrgSettingResponse").with("SettingValue", value);
    }

    private static Answer publish(Request request, ObjectNode parameters) {
        Rights.check(request, "prvPublishCustomization");
        Element root = FetchDocument.root(parameters.path("ParameterXml").asText());
        for (Element list : FetchDocument.children(root, "entities")) {
            FetchDocument.children(list, "entity").forEach(each -> request.organisation()
                    .unpublished()
                    .publishTable(each.getTextContent().trim()));
        }
        for (Element list : FetchDocument.children(root, "optionsets")) {
            FetchDocument.children(list, "optionset").forEach(each -> request.organisation()
                    .unpublished()
                    .publishChoice(each.getTextContent().trim()));
        }
        return Answer.empty(204);
    }

    private static Answer publishAll(Request request, ObjectNode none) {
        Rights.check(request, "prvPublishCustomization");
        request.organisation().unpublished().publishAll();
        return Answer.empty(204);
    }

    /** Definitions as they are published, and as they would be (wire/dataverse-facts.md, D2). */
    private static boolean asIfPublished(ObjectNode parameters) {
        return parameters.path("RetrieveAsIfPublished").asBoolean();
    }

    private static Answer table(Request request, ObjectNode parameters) {
        Organisation organisation = request.organisation();
        String name = parameters.path("LogicalName").asText();
        Table now = organisation
                .schema()
                .table(name)
                .or(() ->
                        organisation.schema().ofId(parameters.path("MetadataId").asText()))
                .orElseThrow(() -> MetadataReads.missing("entity", name));
        Table told =
                asIfPublished(parameters) ? now : organisation.unpublished().published(now);
        MetadataJson json = new MetadataJson(organisation);
        ObjectNode definition = json.table(told);
        definition.set("Attributes", Json.list(json.collection(told, "Attributes")));
        ObjectNode body = response(request, "RetrieveEntityResponse").body();
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
        ObjectNode body = response(request, "RetrieveOptionSetResponse").body();
        body.set("OptionSetMetadata", told);
        return Answer.ok(body);
    }
}
