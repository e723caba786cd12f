package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.KnownIds;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The second half of an upgrade in two steps, and the end of a solution (wire/dataverse.md, sections 2.1 and 2.6). */
final class UpgradeMessages {
    private static final Set<String> LASTING =
            Set.of(KnownIds.DEFAULT_SOLUTION, KnownIds.ACTIVE_SOLUTION, KnownIds.COMMON_SOLUTION);

    private final SolutionState state;
    private final Organisation organisation;

    private UpgradeMessages(SolutionState state) {
        this.state = state;
        this.organisation = state.organisation();
    }

    static Answer promote(Request request, ObjectNode parameters) {
        UpgradeMessages messages = new UpgradeMessages(SolutionMessages.state(request));
        String name = parameters.path("UniqueName").asText();
        String holding = messages.required(name + "_Upgrade").path("solutionid").asText();
        ImportFailure failure = messages.tried(() -> messages.promoted(name));
        if (failure != null) {
            return Jobs.refusal(failure).answer();
        }
        return Answer.ok(Json.object()
                .put("@odata.context", request.context("Microsoft.Dynamics.CRM.DeleteAndPromoteResponse"))
                .put("SolutionId", holding));
    }

    static Answer promoteAsync(Request request, ObjectNode parameters) {
        UpgradeMessages messages = new UpgradeMessages(SolutionMessages.state(request));
        String name = parameters.path("UniqueName").asText();
        ObjectNode row = messages.required(name + "_Upgrade");
        return messages.start(request, Jobs.Kind.PROMOTE, row, () -> messages.tried(() -> messages.promoted(name)));
    }

    static Answer uninstallAsync(Request request, ObjectNode parameters) {
        UpgradeMessages messages = new UpgradeMessages(SolutionMessages.state(request));
        ObjectNode row = messages.required(parameters.path("SolutionUniqueName").asText());
        return messages.start(request, Jobs.Kind.UNINSTALL, row, () -> messages.tried(() -> messages.gone(row)));
    }

    /** Deleting a managed solution uninstalls it; an unmanaged one is only a container. */
    static Answer delete(Request request, ObjectNode parameters) {
        UpgradeMessages messages = new UpgradeMessages(SolutionMessages.state(request));
        String id = parameters.path("@bound").asText();
        ObjectNode row = request.organisation()
                .rows("solutions")
                .find(id)
                .orElseThrow(() -> Refusal.of(404, "0x80040217", "solution With Id = " + id + " Does Not Exist"));
        messages.state.work().running().ifPresent(running -> {
            throw Jobs.refusal(Jobs.locked(Jobs.Kind.UNINSTALL, running));
        });
        ImportFailure failure = messages.tried(() -> messages.gone(row));
        return failure == null ? Answer.empty(204) : Jobs.refusal(failure).answer();
    }

    private ObjectNode required(String name) {
        return state.row(name)
                .orElseThrow(() -> Refusal.of(404, "0x80040217", "The solution '" + name + "' does not exist."));
    }

    private Answer start(Request request, Jobs.Kind kind, ObjectNode row, Supplier<@Nullable ImportFailure> effect) {
        Histories.Subject subject = new Histories.Subject(
                row.path("uniquename").asText(),
                row.path("version").asText(),
                "",
                row.path("ismanaged").asBoolean(),
                Histories.DELETE);
        String id = new Jobs(state).start(new Jobs.Order(kind, subject, () -> {}, effect));
        return Answer.ok(Json.object()
                .put("@odata.context", request.context("Microsoft.Dynamics.CRM." + kind.message() + "Response"))
                .put("AsyncOperationId", id));
    }

    private @Nullable ImportFailure tried(Runnable change) {
        Runnable before = state.kept();
        try {
            organisation.atomically(() -> {
                change.run();
                return state;
            });
            return null;
        } catch (ImportFailure failed) {
            before.run();
            return failed;
        }
    }

    /** The holding solution takes the place of its base. */
    private void promoted(String name) {
        ObjectNode holding = required(name + "_Upgrade");
        Installed now = state.installed(name + "_Upgrade").orElseThrow();
        Optional<Installed> base = state.installed(name);
        state.forget(name);
        state.forget(name + "_Upgrade");
        state.install(name, now);
        base.ifPresent(old -> new Removal(state, name).remove(old, now));
        state.row(name).ifPresent(this::forgetRow);
        organisation
                .rows("solutions")
                .update(
                        holding.path("solutionid").asText(),
                        Rows.row().put("uniquename", name).put("updatedon", organisation.stamp()));
    }

    private void gone(ObjectNode row) {
        String name = row.path("uniquename").asText();
        if (LASTING.contains(row.path("solutionid").asText()) || name.equals("System")) {
            throw new ImportFailure(ImportFailure.NOT_CUSTOMIZABLE, "The solution " + name + " cannot be deleted.");
        }
        if (row.path("ismanaged").asBoolean()) {
            state.installed(name).ifPresent(old -> new Removal(state, name).all(old));
        }
        state.forget(name);
        forgetRow(row);
    }

    private void forgetRow(ObjectNode row) {
        String id = row.path("solutionid").asText();
        Rows components = organisation.rows("solutioncomponents");
        List<ObjectNode> held = components.where("_solutionid_value", id);
        held.forEach(each -> components.remove(each.path("solutioncomponentid").asText()));
        organisation.rows("solutions").remove(id);
    }
}
