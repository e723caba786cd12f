package io.powermigrate.cds.solution.comparison;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Something that an import would refuse, change unexpectedly or not do.
 *
 * @param severity how much it matters
 * @param subject what it is about, such as {@code admin_rpa.admin_rpamodifiedon}
 * @param reason what will happen and why, no final full stop
 * @param remedy one imperative sentence, no final full stop
 * @param code error code with which the service refuses it; null where it refuses nothing or the code is not known
 * @param sure whether the service is known to behave so; else it is a guess
 */
public record ImportIssue(
        Severity severity,
        String subject,
        String reason,
        String remedy,
        @Nullable String code,
        boolean sure) {

    static ImportIssue error(String subject, String reason, String remedy, @Nullable String code) {
        return new ImportIssue(Severity.ERROR, subject, reason, remedy, code, true);
    }

    static ImportIssue warn(String subject, String reason, String remedy) {
        return new ImportIssue(Severity.WARN, subject, reason, remedy, null, true);
    }

    static ImportIssue info(String subject, String reason, String remedy) {
        return new ImportIssue(Severity.INFO, subject, reason, remedy, null, true);
    }

    /** The same as a guess. */
    ImportIssue unsure() {
        return new ImportIssue(severity, subject, reason, remedy, code, false);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
