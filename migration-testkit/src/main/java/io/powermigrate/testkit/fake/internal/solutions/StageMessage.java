package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.MessageBody;
import io.powermigrate.testkit.fake.internal.solutions.model.PackageReader;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** StageSolution: looks at a package, keeps it for an import, changes nothing (wire/dataverse.md, section 2.5). */
final class StageMessage {
    private final SolutionState state;
    private final Organisation organisation;
    private final SolutionPackage arriving;
    private final Manifest manifest;

    private StageMessage(SolutionState state, SolutionPackage arriving) {
        this.state = state;
        this.organisation = state.organisation();
        this.arriving = arriving;
        this.manifest = arriving.manifest();
    }

    static Answer stage(Request request, ObjectNode parameters) {
        SolutionPackage arriving;
        try {
            arriving = PackageReader.read(MessageBody.read(request.body()).file());
        } catch (ImportFailure broken) {
            throw Jobs.refusal(broken);
        }
        ObjectNode answer =
                Json.object().put("@odata.context", request.context("Microsoft.Dynamics.CRM.StageSolutionResponse"));
        StageMessage message = new StageMessage(SolutionMessages.state(request), arriving);
        answer.set("StageSolutionResults", message.results());
        return Answer.ok(answer);
    }

    static Answer deleteUpload(Request request, ObjectNode parameters) {
        String id = parameters.path("@bound").asText();
        request.organisation().rows("stagesolutionuploads").remove(id);
        SolutionMessages.state(request).work().staged().remove(id);
        return Answer.empty(204);
    }

    private ObjectNode results() {
        Optional<ImportFailure> failure = failure();
        ObjectNode results = Json.object()
                .put("StageSolutionUploadId", kept())
                .put("StageSolutionStatus", failure.isPresent() ? "Failed" : passed());
        components(results.putArray("SolutionComponentsDetails"));
        results.set("SolutionDetails", details());
        boolean missing = failure.filter(each -> each.code() == ImportFailure.MISSING_DEPENDENCIES)
                .isPresent();
        boolean asList = !state.dialects().is(Dialect.STAGED_MISSING_DEPENDENCIES, "validation result only");
        ArrayNode list = results.putArray("MissingDependencies");
        if (missing && asList) {
            new Dependencies(state).missing(arriving).forEach(each -> list.add(missing(each)));
        }
        ArrayNode validations = results.putArray("SolutionValidationResults");
        boolean asResult = !state.dialects().is(Dialect.STAGED_MISSING_DEPENDENCIES, "list only");
        failure.filter(any -> !missing || asResult).ifPresent(each -> validations
                .addObject()
                .put("SolutionValidationResultType", "Error")
                .put("Message", each.text())
                .put("ErrorCode", each.code())
                .putNull("AdditionalInfo"));
        return results;
    }

    private String passed() {
        return state.dialects().is(Dialect.STAGED_STATUS, "Completed") ? "Completed" : "Passed";
    }

    private Optional<ImportFailure> failure() {
        ImportOrder order =
                new ImportOrder(ImportOrder.Caller.NOBODY, ImportOrder.Mode.UPDATE, false, false, List.of());
        try {
            new Checks(Arrival.of(state, arriving, order, new Log())).staged();
            return Optional.empty();
        } catch (ImportFailure refused) {
            return Optional.of(refused);
        }
    }

    private String kept() {
        String id = organisation
                .rows("stagesolutionuploads")
                .add(Rows.row().put("name", manifest.uniqueName()).put("solutionuniquename", manifest.uniqueName()));
        state.work().staged().put(id, arriving);
        return id;
    }

    /** One entry for each component that needs a decision; columns, forms and roles are not listed. */
    private void components(ArrayNode list) {
        list.add(component("solution", manifest.displayName(), state.row(manifest.uniqueName()), Map.of()));
        arriving.parts(PartKind.TABLE)
                .forEach(part -> list.add(component(
                        "entity",
                        Dom.child(part.xml(), "Name").orElseThrow().getAttribute("LocalizedName"),
                        organisation.schema().table(TableImport.name(part)),
                        Map.of("name", Dom.text(part.xml(), "Name")))));
        arriving.parts(PartKind.REFERENCE).forEach(part -> list.add(reference(part.xml())));
        arriving.parts(PartKind.VARIABLE).forEach(part -> list.add(variable(part.xml())));
    }

    private ObjectNode reference(Element xml) {
        String name = xml.getAttribute("connectionreferencelogicalname");
        Map<String, String> members = new LinkedHashMap<>();
        members.put("connectorid", Dom.text(xml, "connectorid"));
        members.put("connectionreferencelogicalname", name);
        members.put("connectionreferencedisplayname", Dom.text(xml, "connectionreferencedisplayname"));
        members.put("description", Dom.text(xml, "description"));
        Optional<ObjectNode> row =
                organisation.rows("connectionreferences").first("connectionreferencelogicalname", name);
        return component("connectionreference", name, row, members);
    }

    private ObjectNode variable(Element xml) {
        String name = xml.getAttribute("schemaname");
        Map<String, String> members = new LinkedHashMap<>();
        members.put("schemaname", name);
        members.put(
                "displayname",
                Dom.child(xml, "displayname")
                        .map(each -> each.getAttribute("default"))
                        .orElse(""));
        members.put(
                "description",
                Dom.child(xml, "description")
                        .map(each -> each.getAttribute("default"))
                        .orElse(""));
        members.put("type", Dom.text(xml, "type"));
        members.put("defaultvalue", Dom.text(xml, "defaultvalue"));
        members.put("isrequired", String.valueOf(Dom.text(xml, "isrequired").equals("1")));
        members.put("parameterkey", Dom.text(xml, "parameterkey"));
        members.put("parentdefinitionid", "");
        members.put("apiid", Dom.text(xml, "apiid"));
        Optional<ObjectNode> row =
                organisation.rows("environmentvariabledefinitions").first("schemaname", name);
        return component("EnvironmentVariableDefinition", name, row, members);
    }

    private static ObjectNode component(String type, String name, Optional<?> known, Map<String, String> members) {
        ObjectNode component = Json.object()
                .put("ComponentName", name)
                .put("ComponentTypeName", type)
                .put("IsPresentInOrg", known.isPresent() ? "True" : "False");
        ObjectNode attributes = component.putObject("Attributes").put("Count", members.size());
        ArrayNode keys = attributes.putArray("Keys");
        ArrayNode values = attributes.putArray("Values");
        members.forEach((key, value) -> {
            keys.add(key);
            values.add(value);
        });
        return component;
    }

    private ObjectNode details() {
        Optional<ObjectNode> before = state.row(manifest.uniqueName());
        Manifest.Publisher publisher = manifest.publisher();
        ObjectNode details = Json.object()
                .put("SolutionUniqueName", manifest.uniqueName())
                .put("SolutionFriendlyName", manifest.displayName())
                .put("SolutionDescription", manifest.description())
                .put("PublisherUniqueName", publisher.uniqueName())
                .put("PublisherFriendlyName", publisher.displayName());
        String owner =
                before.map(each -> each.path("_publisherid_value").asText()).orElse("");
        Optional<ObjectNode> publisherBefore = organisation.rows("publishers").find(owner);
        details.put("PreviousSolutionUniqueName", text(before, "uniquename"))
                .put("PreviousSolutionFriendlyName", text(before, "friendlyname"))
                .put("PreviousPublisherUniqueName", text(publisherBefore, "uniquename"))
                .put("PreviousPublisherFriendlyName", text(publisherBefore, "friendlyname"))
                .put("IsPatchSolution", !manifest.parent().isEmpty())
                .put("IsManaged", manifest.managed())
                .put(
                        "PreviousIsManaged",
                        before.filter(each -> each.path("ismanaged").asBoolean())
                                .isPresent())
                .put("SolutionVersion", manifest.version())
                .put("PreviousSolutionVersion", text(before, "version"));
        details.putArray("PreviousPatchSolutionsNames");
        return details.put("IsPrerequisitesExport", false)
                .put(
                        "HasPendingUpgrade",
                        state.row(manifest.uniqueName() + "_Upgrade").isPresent());
    }

    private static @Nullable String text(Optional<ObjectNode> row, String member) {
        return row.map(each -> each.path(member).asText()).orElse(null);
    }

    private static ObjectNode missing(Element dependency) {
        ObjectNode all = Json.object();
        String provider = Dom.child(dependency, "Required")
                .map(each -> each.getAttribute("solution"))
                .orElse("");
        for (String side : List.of("Required", "Dependent")) {
            Element xml = Dom.child(dependency, side).orElseGet(() -> Dom.element(side));
            all.putObject(side + "Component")
                    .put("SchemaName", xml.getAttribute("schemaName"))
                    .put("DisplayName", xml.getAttribute("displayName"))
                    .put("ParentSchemaName", xml.getAttribute("parentSchemaName"))
                    .put("ParentDisplayName", xml.getAttribute("parentDisplayName"))
                    .put("Id", Manifest.plain(xml.getAttribute("id")))
                    .put("Type", xml.getAttribute("type"));
        }
        return all.put("RequiredSolutionName", provider);
    }
}
