package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.FileMember;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;

/** The service's own dry run (wire/dataverse.md, section 2.5). Needs the effect STAGE: nothing live reads what is staged. */
public final class SolutionStaging {

    private final Dataverse destination;

    /** Staging in a destination. */
    public SolutionStaging(Dataverse destination) {
        this.destination = destination;
    }

    /**
     * Brings a package to the scratch place and tells what the service says of it; what it says is never thrown.
     *
     * @throws io.powermigrate.cds.webapi.DataverseException when the service does not take the package at all
     */
    public Staged stage(FileMember customizationFile) {
        Document answer = destination.upload(Effect.STAGE, "StageSolution", Document.empty(), customizationFile);
        Staged staged = StagingAnswer.read(answer.at("StageSolutionResults"));
        if (staged.issues().stream().noneMatch(StagingIssue::refuses)) {
            AnswerMember.of(answer.at("StageSolutionResults"), "StageSolutionUploadId", "StageSolution");
        }
        return staged;
    }

    /** Takes it away again; one that is gone already, or was never kept, is no error. */
    public void delete(String uploadId) {
        if (!uploadId.isBlank()) {
            destination.delete(Effect.STAGE, "stagesolutionuploads", uploadId);
        }
    }

    @Override
    public String toString() {
        return Shown.message("SolutionStaging in " + destination);
    }
}
