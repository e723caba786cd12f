package io.powermigrate.report;

import io.powermigrate.approval.Approval;
import io.powermigrate.model.Identity;
import io.powermigrate.plan.NotRead;
import io.powermigrate.plan.Party;
import io.powermigrate.plan.RecreateItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a report says, as it is saved: in its JSON what is missing is null. */
record ReportContent(
        int version,
        Instant started,
        Instant ended,
        Environment source,
        Environment destination,
        List<Word> approvals,
        List<Outcome> outcomes,
        List<Undo> undo,
        List<RecreateItem> recreate,
        List<NotRead> notRead) {

    static final int VERSION = 0;

    ReportContent(Report report) {
        this(
                VERSION,
                report.started(),
                report.ended(),
                Environment.of(report.source()),
                Environment.of(report.destination()),
                report.approvals().stream().map(Word::of).toList(),
                report.outcomes(),
                report.undo(),
                report.recreate(),
                report.plan().notRead());
    }

    record Environment(String id, String name, Optional<Identity> identity) {

        static Environment of(Party party) {
            return new Environment(party.id(), party.name(), party.identity());
        }
    }

    record Word(String by, Instant at, Optional<Instant> until) {

        static Word of(Approval approval) {
            return new Word(approval.by(), approval.at(), approval.until());
        }
    }
}
