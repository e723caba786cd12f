package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.transfer.ImportVerdict;
import io.powermigrate.cds.transfer.ImportWish;
import io.powermigrate.cds.transfer.Publishing;
import io.powermigrate.cds.transfer.SolutionImport;
import io.powermigrate.cds.transfer.SolutionStaging;
import io.powermigrate.cds.transfer.Staged;
import io.powermigrate.cds.transfer.StagingIssue;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.FileMember;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.WriteContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of one package into the destination: staged, imported, published, reported. Belongs to one run. */
final class Arrival {

    private static final Basis BASIS = Basis.sure("the destination's own answer", "2026-08-21");

    private final Solution solution;
    private final WriteContext context;
    private final SolutionOptions options;
    private final Dataverse destination;
    private @Nullable Solution packed;

    Arrival(Solution solution, WriteContext context, SolutionOptions options) {
        this.solution = solution;
        this.context = context;
        this.options = options;
        this.destination = context.destination().client(Dataverse.KEY);
    }

    /** The service's own dry run; where it offers none, the import brings the file itself. */
    List<Finding> staged() {
        Artifact zip = zip();
        Beyond.planned(solution, packed()).ifPresent(context::found);
        try {
            Staged staged = new SolutionStaging(destination).stage(file(zip));
            uploads().keep(zip, staged);
            return staged.issues().stream().map(this::finding).toList();
        } catch (DataverseException refused) {
            if (refused.status() == 404 || refused.status() == 501) {
                return List.of(finding(
                        "STAGE-NONE",
                        Verdict.WARN,
                        "the destination offers no staging, so the package was not tried before its import",
                        "Update the destination, or import into a copy of it first"));
            }
            throw refused;
        }
    }

    /** Takes the upload away, because its step is not run. */
    void unstaged() {
        uploads().take(zip()).ifPresent(staged -> new SolutionStaging(destination).delete(staged.uploadId()));
    }

    /** What stays behind undoes no import: the service deletes it by itself after some time. */
    private void takenAway() {
        try {
            unstaged();
        } catch (MigrationException left) {
            context.found(
                    finding("STAGE-LEFT", Verdict.WARN, "its upload stays behind: " + left.problem(), left.remedy()));
        }
    }

    String imported() {
        Artifact zip = zip();
        Optional<Staged> staged = uploads().of(zip);
        ImportWish wish = new ImportWish(
                solution.key().name(),
                staged.map(Staged::uploadId).orElse(null),
                file(zip),
                isUpgrade(),
                options.overwritesUnmanaged());
        Optional<Losses> losses = packed().facts().map(facts -> Losses.before(destination, facts, solution.key()));
        ImportVerdict verdict = SolutionImport.run(context, destination, wish, this::published);
        verdict.warnings()
                .forEach(words -> context.found(finding(
                        "IMPORT-WARNING", Verdict.WARN, words, "Look at the solution history of the destination")));
        verdict.components().forEach(component -> context.found(new Told(packed()).finding(component)));
        takenAway();
        losses.ifPresent(had -> had.after(solution.key()).forEach(context::found));
        return id();
    }

    /** An unmanaged import leaves its changes unpublished. */
    private void published() {
        if (!isManaged()) {
            context.progress("publishing");
            new Publishing(destination, context.time()).all(context::progress);
        }
    }

    private String id() {
        return installed()
                .flatMap(row -> row.text("solutionid"))
                .orElseThrow(() -> new MigrationException(
                        "The import of " + solution.key().name() + " has succeeded, but "
                                + context.destination().name() + " does not list the solution",
                        "Look at the solution history, then plan again"));
    }

    private Optional<Document> installed() {
        return destination
                .rows(Query.of("solutions")
                        .select("solutionid", "version", "ismanaged")
                        .filter(Filter.eq("uniquename", solution.key().name())))
                .findFirst();
    }

    /** Only over an earlier managed version; anything else is a plain import (wire/dataverse-situations.md, S16, S17). */
    private boolean isUpgrade() {
        return options.isUpgrade()
                && isManaged()
                && installed()
                        .filter(row -> row.flag("ismanaged"))
                        .flatMap(row -> row.text("version"))
                        .filter(version -> Version.of(version).compareTo(Version.of(version())) < 0)
                        .isPresent();
    }

    private String version() {
        return packed().facts().map(facts -> facts.manifest().version()).orElse(solution.version());
    }

    private boolean isManaged() {
        return packed().facts().map(facts -> facts.manifest().managed()).orElse(options.isManaged());
    }

    private Uploads uploads() {
        return context.destination().client(Uploads.KEY);
    }

    private FileMember file(Artifact zip) {
        return FileMember.of("CustomizationFile", context.workspace(), zip);
    }

    private Artifact zip() {
        return packed().artifacts().get(0);
    }

    /** With its package: a plan without an export exports now. */
    private Solution packed() {
        Solution known = packed;
        if (known == null) {
            known = solution.artifacts().isEmpty() ? exported() : solution;
            packed = known;
        }
        return known;
    }

    private Solution exported() {
        Endpoint source = context.source()
                .orElseThrow(() -> new MigrationException(
                        "The solution " + solution.key().name()
                                + " was not imported because the snapshot holds no package of it",
                        "Plan without planWithoutExport(), or plan from the source itself"));
        Effect needed = options.inSource(solution);
        Endpoint opened = needed == Effect.EXPORT ? source.limitedTo(needed) : source;
        return new Cargo(new Exports(options).required(solution, opened, context), context.workspace())
                .adapted(context.bindings());
    }

    private Finding finding(StagingIssue issue) {
        return finding(
                issue.code().isEmpty() ? "STAGE" : "STAGE-" + issue.code(),
                issue.refuses() ? Verdict.BLOCK : Verdict.WARN,
                issue.reason(),
                issue.remedy());
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, BASIS));
    }
}
