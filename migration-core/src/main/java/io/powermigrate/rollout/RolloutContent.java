package io.powermigrate.rollout;

import io.powermigrate.approval.Approval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a report of a rollout says, as it is saved. */
record RolloutContent(
        @Nullable Integer version,
        String sourceId,
        String sourceName,
        Instant started,
        Instant ended,
        List<Word> approvals,
        int atOnce,
        StopRule stopRule,
        String stopped,
        List<String> types,
        List<String> unused,
        List<CustomerOutcome> customers) {

    static final int VERSION = 1;

    RolloutContent {
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        types = types == null ? List.of() : List.copyOf(types);
        unused = unused == null ? List.of() : List.copyOf(unused);
        customers = customers == null ? List.of() : List.copyOf(customers);
    }

    record Word(String by, Instant at, Optional<Instant> until) {

        static Word of(Approval approval) {
            return new Word(approval.by(), approval.at(), approval.until());
        }

        Approval approval() {
            Approval approval = Approval.by(by, at);
            return until.map(approval::until).orElse(approval);
        }
    }
}
