package io.powermigrate.report;

import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.PlanContent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a report says, as it is saved: what came of a plan, and the plan itself; in its JSON what is missing is null. */
record ReportContent(
        int version,
        Instant started,
        Instant ended,
        List<Word> approvals,
        List<Outcome> outcomes,
        List<Undo> undo,
        PlanContent plan) {

    static final int VERSION = 1;

    ReportContent(Report report) {
        this(
                VERSION,
                report.started(),
                report.ended(),
                report.approvals().stream().map(Word::of).toList(),
                report.outcomes(),
                report.undo(),
                report.plan().content());
    }

    /** @throws MigrationException when what every report has is missing */
    Report report() {
        if (Stream.of(started, ended, approvals, outcomes, undo, plan).anyMatch(Objects::isNull)) {
            throw new MigrationException(
                    "The report could not be read because it is not whole: it has no times, approvals, outcomes or plan",
                    "Give a file that Report.writeTo has written");
        }
        List<Approval> words = approvals.stream().map(Word::approval).toList();
        return new Report(Plan.of(plan), words, outcomes, started, ended).with(undo);
    }

    record Word(String by, Instant at, Optional<Instant> until) {

        static Word of(Approval approval) {
            return new Word(approval.by(), approval.at(), approval.until());
        }

        Approval approval() {
            Approval word = Approval.by(by, at);
            return until.map(word::until).orElse(word);
        }
    }
}
