package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.MessageBody;
import io.powermigrate.testkit.fake.internal.solutions.model.PackageReader;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Imports, at once or as a job (wire/dataverse.md, section 2.6). */
final class ImportMessages {
    private final Request request;
    private final SolutionState state;
    private final Organisation organisation;
    private final MessageBody body;

    private ImportMessages(Request request) {
        this.request = request;
        this.state = SolutionMessages.state(request);
        this.organisation = request.organisation();
        this.body = MessageBody.read(request.body());
    }

    static Answer importAsync(Request request, ObjectNode parameters) {
        ImportMessages messages = new ImportMessages(request);
        boolean holding = messages.body.members().path("HoldingSolution").asBoolean();
        return messages.start(Jobs.Kind.IMPORT, holding ? ImportOrder.Mode.HOLDING : ImportOrder.Mode.UPDATE);
    }

    static Answer stageAndUpgrade(Request request, ObjectNode parameters) {
        return new ImportMessages(request).start(Jobs.Kind.STAGE_AND_UPGRADE, ImportOrder.Mode.UPGRADE);
    }

    static Answer importNow(Request request, ObjectNode parameters) {
        ImportMessages messages = new ImportMessages(request);
        boolean holding = messages.body.members().path("HoldingSolution").asBoolean();
        return messages.now(holding ? ImportOrder.Mode.HOLDING : ImportOrder.Mode.UPDATE);
    }

    static Answer upgradeNow(Request request, ObjectNode parameters) {
        return new ImportMessages(request).now(ImportOrder.Mode.UPGRADE);
    }

    private Answer start(Jobs.Kind kind, ImportOrder.Mode mode) {
        SolutionPackage arriving = arriving();
        String own = body.members().path("ImportJobId").asText("");
        String key = key(own);
        boolean duplicate = organisation.rows("importjobs").find(key).isPresent();
        ImportOrder order = order(mode);
        Jobs jobs = new Jobs(state);
        String operation = jobs.start(new Jobs.Order(
                kind,
                subject(arriving, mode),
                () -> {
                    if (!duplicate) {
                        job(key, arriving);
                    }
                },
                () -> duplicate ? again(key) : run(key, arriving, order)));
        state.work().imports().incrementAndGet();
        ObjectNode answer = Json.object()
                .put("@odata.context", request.context("Microsoft.Dynamics.CRM." + kind.message() + "Response"))
                .put("ImportJobKey", key)
                .put("AsyncOperationId", operation);
        return Answer.ok(answer);
    }

    /** dataverse-facts.md, A1. */
    private String key(String own) {
        if (own.isEmpty() || state.dialects().is(Dialect.OWN_IMPORT_JOB_ID, "ignored")) {
            return organisation.nextId("importjob");
        }
        if (state.dialects().is(Dialect.OWN_IMPORT_JOB_ID, "refused")) {
            throw Refusal.of(400, "0x80040203", "Unrecognized request parameter: ImportJobId");
        }
        return own.toLowerCase(Locale.ROOT);
    }

    private static ImportFailure again(String key) {
        return new ImportFailure(ImportFailure.UNEXPECTED, "A duplicate import job id already exists : " + key);
    }

    private Answer now(ImportOrder.Mode mode) {
        state.work().running().ifPresent(running -> {
            throw Jobs.refusal(Jobs.locked(Jobs.Kind.IMPORT, running));
        });
        SolutionPackage arriving = arriving();
        String own = body.members().path("ImportJobId").asText("").toLowerCase(Locale.ROOT);
        String key = own.isEmpty() ? organisation.nextId("importjob") : own;
        if (organisation.rows("importjobs").find(key).isPresent()) {
            throw Jobs.refusal(again(key));
        }
        state.work().imports().incrementAndGet();
        Histories histories = new Histories(state);
        String history = histories.started(Jobs.Kind.IMPORT, subject(arriving, mode));
        job(key, arriving);
        ImportFailure failure = run(key, arriving, order(mode));
        histories.ended(history, failure);
        // An answer, no refusal: the job stays to be read.
        return failure == null ? Answer.empty(204) : Jobs.refusal(failure).answer();
    }

    private SolutionPackage arriving() {
        String upload = body.members()
                .path("SolutionParameters")
                .path("StageSolutionUploadId")
                .asText("")
                .toLowerCase(Locale.ROOT);
        try {
            if (body.hasFile()) {
                return PackageReader.read(body.file());
            }
            SolutionPackage staged = state.work().staged().get(upload);
            if (staged == null
                    || organisation.rows("stagesolutionuploads").find(upload).isEmpty()) {
                throw Refusal.of(404, "0x80040217", "stagesolutionupload With Id = " + upload + " Does Not Exist");
            }
            return staged;
        } catch (ImportFailure broken) {
            throw Jobs.refusal(broken);
        }
    }

    private ImportOrder order(ImportOrder.Mode mode) {
        ObjectNode members = body.members();
        List<ObjectNode> parameters = new ArrayList<>();
        for (JsonNode each : members.path("ComponentParameters")) {
            parameters.add(Json.copy(each));
        }
        return new ImportOrder(
                new ImportOrder.Caller(request.userId(), request::mayUse),
                mode,
                members.path("OverwriteUnmanagedCustomizations").asBoolean(),
                members.path("PublishWorkflows").asBoolean(),
                parameters);
    }

    private Histories.Subject subject(SolutionPackage arriving, ImportOrder.Mode mode) {
        Manifest manifest = arriving.manifest();
        int sub = state.row(manifest.uniqueName()).isEmpty()
                ? Histories.NEW
                : switch (mode) {
                    case HOLDING -> Histories.UPGRADE;
                    case UPGRADE -> Histories.SINGLE_STEP;
                    default -> Histories.UPDATE;
                };
        String name = mode == ImportOrder.Mode.HOLDING ? manifest.uniqueName() + "_Upgrade" : manifest.uniqueName();
        return new Histories.Subject(
                name, manifest.version(), manifest.publisher().uniqueName(), manifest.managed(), sub);
    }

    private void job(String key, SolutionPackage arriving) {
        organisation
                .rows("importjobs")
                .add(Rows.row()
                        .put("importjobid", key)
                        .put("name", "Customizations")
                        .put("solutionname", arriving.manifest().uniqueName())
                        .put("progress", 0.0)
                        .put("startedon", organisation.stamp())
                        .putNull("completedon")
                        .putNull("data")
                        .put("importcontext", "ImportInstall"));
    }

    private @Nullable ImportFailure run(String key, SolutionPackage arriving, ImportOrder order) {
        Log log = new Importer(state).run(arriving, order);
        ImportFailure failure = log.failure();
        boolean newer = state.dialects().is(Dialect.IMPORT_JOB_DATA, "root says succeeded");
        JobData data = new JobData(arriving.manifest(), log, organisation.now());
        organisation
                .rows("importjobs")
                .update(
                        key,
                        Rows.row()
                                .put("progress", failure == null ? 100.0 : 73.08)
                                .put("completedon", organisation.stamp())
                                .put("data", data.xml(newer)));
        state.results().put(key, new SolutionState.Result(arriving.manifest(), log));
        return failure;
    }
}
