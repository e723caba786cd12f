package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.model.Document;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an asynchronous operation ended, by its row (wire/dataverse.md, section 2.7). The reason may stand in either of two members
 * (wire/dataverse-situations.md, S67).
 *
 * @param succeeded whether it did, as far as the row tells
 * @param error what the row says; empty words where it says nothing
 */
record JobEnd(boolean succeeded, DataverseError error) {

    private static final int SUCCEEDED = 30;

    static JobEnd of(Document row) {
        String code = row.text("errorcode").filter(text -> !text.equals("0")).orElse("");
        String words = Stream.of("friendlymessage", "message")
                .flatMap(member -> row.text(member).stream())
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" / "));
        return new JobEnd(row.number(-1, "statuscode") == SUCCEEDED, DataverseError.of(code, words));
    }

    String reason() {
        return "the job failed: " + error.toLine()
                + error.reason().map(why -> ", which means that " + why).orElse("");
    }

    String remedy() {
        return error.remedy()
                .orElse("Look at the solution history of the environment, correct what it names, then run again");
    }
}
