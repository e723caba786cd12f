package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exports, at once or as a job whose file is fetched afterwards (wire/dataverse.md, section 2.4). */
final class ExportMessages {
    private ExportMessages() {}

    static Answer export(Request request, ObjectNode parameters) {
        SolutionState state = SolutionMessages.state(request);
        ObjectNode row = solution(request, parameters);
        state.work().exports().incrementAndGet();
        byte[] zip = new Exporter(state, row).write(parameters.path("Managed").asBoolean());
        return file(request, "ExportSolutionResponse", zip);
    }

    static Answer exportAsync(Request request, ObjectNode parameters) {
        SolutionState state = SolutionMessages.state(request);
        Organisation organisation = request.organisation();
        ObjectNode row = solution(request, parameters);
        boolean managed = parameters.path("Managed").asBoolean();
        String name = row.path("uniquename").asText();
        String job = organisation.nextId("exportjob");
        Histories.Subject subject =
                new Histories.Subject(name, row.path("version").asText(), "", managed, 0);
        String operation = new Jobs(state)
                .start(new Jobs.Order(Jobs.Kind.EXPORT, subject, () -> {}, () -> exported(state, name, job, managed)));
        state.work().exports().incrementAndGet();
        return Answer.ok(Json.object()
                .put("@odata.context", request.context("Microsoft.Dynamics.CRM.ExportSolutionAsyncResponse"))
                .put("AsyncOperationId", operation)
                .put("ExportJobId", job));
    }

    private static @Nullable ImportFailure exported(SolutionState state, String name, String job, boolean managed) {
        Optional<ObjectNode> row = state.row(name);
        if (row.isEmpty()) {
            return new ImportFailure(ImportFailure.NOT_FOUND, "The solution " + name + " does not exist.");
        }
        state.work().exported().put(job, new Exporter(state, row.get()).write(managed));
        state.organisation()
                .rows("exportsolutionuploads")
                .add(Rows.row()
                        .put("exportsolutionuploadid", job)
                        .put("name", name)
                        .put("solutionfilename", name + ".zip"));
        return null;
    }

    static Answer download(Request request, ObjectNode parameters) {
        String job = parameters.path("ExportJobId").asText("").toLowerCase(Locale.ROOT);
        byte[] zip = SolutionMessages.state(request).work().exported().get(job);
        if (zip == null) {
            throw Refusal.of(404, "0x80040217", "exportsolutionupload With Id = " + job + " Does Not Exist");
        }
        return file(request, "DownloadSolutionExportDataResponse", zip);
    }

    static Answer deleteUpload(Request request, ObjectNode parameters) {
        String job = parameters.path("@bound").asText();
        request.organisation().rows("exportsolutionuploads").remove(job);
        SolutionMessages.state(request).work().exported().remove(job);
        return Answer.empty(204);
    }

    /** The file is put between two halves of JSON as bytes: as a text of a tree it would be copied several times. */
    private static Answer file(Request request, String type, byte[] zip) {
        String context =
                Json.text(request.context("Microsoft.Dynamics.CRM." + type)).toString();
        byte[] before =
                ("{\"@odata.context\":" + context + ",\"ExportSolutionFile\":\"").getBytes(StandardCharsets.UTF_8);
        byte[] encoded = Base64.getEncoder().encode(zip);
        byte[] body = new byte[before.length + encoded.length + 2];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(encoded, 0, body, before.length, encoded.length);
        body[body.length - 2] = '"';
        body[body.length - 1] = '}';
        return Answer.bytes(200, "application/json; odata.metadata=minimal", body);
    }

    private static ObjectNode solution(Request request, ObjectNode parameters) {
        String name = parameters.path("SolutionName").asText();
        ObjectNode row = SolutionMessages.state(request)
                .row(name)
                .orElseThrow(() ->
                        Refusal.of(404, "0x80040217", "The solution with unique name '" + name + "' does not exist."));
        boolean allowed = request.organisation().security().allows(request.userId(), "prvExportCustomization");
        if (!allowed) {
            throw Refusal.of(
                    403,
                    "0x80040220",
                    "Principal user (Id=" + request.userId() + ") is missing prvExportCustomization privilege");
        }
        if (row.path("ismanaged").asBoolean()) {
            throw Refusal.of(
                    400, "0x80048036", "Managed solutions cannot be exported. The solution " + name + " is managed.");
        }
        if (name.equals("Default") && parameters.path("Managed").asBoolean()) {
            throw Refusal.of(400, "0x80048049", "The Default solution cannot be exported as managed.");
        }
        return row;
    }
}
