package io.powermigrate.cds.transfer;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;

/** A member of an answer that everything that follows hangs on. */
final class AnswerMember {

    private AnswerMember() {}

    static String of(Document answer, String member, String message) {
        return answer.text(member)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new MigrationException(
                        "The end of " + message + " cannot be seen because its answer has no " + member,
                        "Look in the solution history of the environment, then run again"));
    }
}
