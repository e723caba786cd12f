package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.odata.Message;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.internal.odata.Rights;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;

/** The messages that move solutions; the Web API of an organisation answers them. Stateless. */
public final class SolutionMessages {
    private SolutionMessages() {}

    public static List<Message> all() {
        return List.of(
                Message.action("ExportSolution", FakeEffect.EXPORT, ExportMessages::export),
                Message.action("ExportSolutionAsync", FakeEffect.EXPORT, ExportMessages::exportAsync),
                Message.action("DownloadSolutionExportData", FakeEffect.EXPORT, ExportMessages::download),
                Message.raw("StageSolution", FakeEffect.STAGE, StageMessage::stage),
                Message.raw("ImportSolution", FakeEffect.WRITE, ImportMessages::importNow),
                Message.raw("ImportSolutionAsync", FakeEffect.WRITE, ImportMessages::importAsync),
                Message.raw("StageAndUpgradeAsync", FakeEffect.WRITE, ImportMessages::stageAndUpgrade),
                Message.raw("StageAndUpgrade", FakeEffect.WRITE, ImportMessages::upgradeNow),
                Message.action("DeleteAndPromote", FakeEffect.WRITE, UpgradeMessages::promote),
                Message.action("DeleteAndPromoteAsync", FakeEffect.WRITE, UpgradeMessages::promoteAsync),
                Message.action("UninstallSolutionAsync", FakeEffect.WRITE, UpgradeMessages::uninstallAsync),
                Message.deleting("solutions", FakeEffect.WRITE, UpgradeMessages::delete),
                Message.deleting("stagesolutionuploads", FakeEffect.STAGE, StageMessage::deleteUpload),
                Message.deleting("exportsolutionuploads", FakeEffect.EXPORT, ExportMessages::deleteUpload),
                Message.function("RetrieveMissingDependencies", DependencyMessages::missing),
                Message.function("RetrieveRequiredComponents", DependencyMessages::required),
                Message.function("RetrieveSolutionImportResult", ResultMessages::result),
                Message.function("RetrieveFormattedImportJobResults", ResultMessages::formatted),
                Message.function("RetrieveDependenciesForDelete", VirtualRows::forDelete),
                Message.listing("msdyn_solutioncomponentsummaries", VirtualRows::summaries),
                Message.listing("msdyn_componentlayers", VirtualRows::layers),
                Message.action("PublishAllXml", FakeEffect.WRITE, SolutionMessages::publishAll));
    }

    static SolutionState state(Request request) {
        return SolutionState.of(request.organisation(), request.dialects());
    }

    /** Another customisation may hold the organisation although the history shows nothing (dataverse-facts.md, A5). */
    private static Answer publishAll(Request request, ObjectNode parameters) {
        Rights.check(request, "prvPublishCustomization");
        Work work = state(request).work();
        if (work.isPublishLocked()) {
            throw Refusal.of(
                    400,
                    "0x80071151",
                    "Cannot start the requested operation [PublishAll] because there is another [EntityCustomization]"
                            + " running at this moment. Use Solution History for more details.");
        }
        work.running().ifPresent(running -> {
            throw Refusal.of(
                    400,
                    "0x80071151",
                    "Cannot start the requested operation [PublishAll] because there is another [" + running.kind()
                            + "] running at this moment. Use Solution History for more details.");
        });
        request.organisation().unpublished().publishAll();
        return Answer.empty(204);
    }
}
