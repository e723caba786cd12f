package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an asynchronous operation ended, by its row (wire/dataverse.md, section 2.7). The reason may stand in either of two members, as
 * words or as XML (wire/dataverse-situations.md, S67).
 *
 * @param succeeded whether it did, as far as the row tells
 * @param told what the row says, each member for itself; empty where it says nothing
 */
record JobEnd(boolean succeeded, List<DataverseError> told) {

    private static final int SUCCEEDED = 30;

    JobEnd {
        told = List.copyOf(told);
    }

    static JobEnd of(Document row) {
        String code = row.text("errorcode").orElse("");
        List<DataverseError> told = Stream.of("friendlymessage", "message")
                .flatMap(member -> row.text(member).stream())
                .filter(text -> !text.isBlank())
                .map(text -> DataverseError.of(code, text))
                .toList();
        boolean silent = told.isEmpty() && !DataverseError.of(code, "").code().isEmpty();
        return new JobEnd(
                row.number(-1, "statuscode") == SUCCEEDED, silent ? List.of(DataverseError.of(code, "")) : told);
    }

    DataverseError error() {
        return best(told);
    }

    /** Of several texts about one failure, the one that tells what is missing or in the way; else the first with words. */
    static DataverseError best(List<DataverseError> told) {
        return told.stream()
                .filter(error -> !error.missing().isEmpty() || !error.blockers().isEmpty())
                .findFirst()
                .or(() ->
                        told.stream().filter(error -> !error.words().isEmpty()).findFirst())
                .or(() -> told.stream().findFirst())
                .orElseGet(() -> DataverseError.of("", ""));
    }

    String reason() {
        return "the job failed: " + error().toLine()
                + error().reason().map(why -> ", which means that " + why).orElse("");
    }

    String remedy() {
        return error().remedy()
                .orElse("Look at the solution history of the environment, correct what it names, then run again");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
