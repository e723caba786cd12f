package io.powermigrate.cds.solution.comparison;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the import: what it makes of one difference (wire/dataverse.md, section 7). */
final class SchemaEffects {

    private static final String TYPE_REFUSED = "0x80041A06";

    private final SchemaChange change;
    private final ImportMode mode;

    private SchemaEffects(SchemaChange change, ImportMode mode) {
        this.change = change;
        this.mode = mode;
    }

    /** Empty where the import simply does what the package says. */
    static Optional<ImportIssue> of(SchemaChange change, ImportMode mode) {
        return new SchemaEffects(change, mode).issue();
    }

    private Optional<ImportIssue> issue() {
        return switch (change.kind()) {
            case COLUMN_TYPE -> Optional.of(refusedType());
            case COLUMN_CHOICE ->
                Optional.of(error(
                        "the column has its values from " + named(change.before()) + " and would have them from "
                                + named(change.after()) + ", which the import refuses",
                        "Make a new column with another name in the source"));
            case TABLE_OWNERSHIP ->
                Optional.of(error(
                        "the table is owned by " + change.before() + " and the package says " + change.after()
                                + "; the owner is fixed when a table is made",
                        "Make the table again in the destination, or leave it out of the package"));
            case COLUMN_LENGTH -> length();
            case COLUMN_BEHAVIOR ->
                Optional.of(warn(
                        "the dates of the column change from " + change.before() + " to " + change.after()
                                + "; the import warns (0x800608A4), and dates may be shown otherwise",
                        "Check the dates that the column holds"));
            case RELATIONSHIP_ENDS ->
                Optional.of(warn(
                                "the relationship connects '" + change.before() + "' and would connect '"
                                        + change.after() + "', which the import may refuse",
                                "Make a new relationship with another name in the source")
                        .unsure());
            default -> settings();
        };
    }

    private Optional<ImportIssue> settings() {
        return switch (change.kind()) {
            case COLUMN_REQUIREMENT -> Optional.of(info("whether it needs a value changes"));
            case COLUMN_FORMAT, COLUMN_PRECISION, COLUMN_SECURED -> Optional.of(info("a setting changes"));
            case OPTION_LABEL, LOCAL_OPTION_LABEL -> Optional.of(info("a label changes"));
            case KEY_COLUMNS ->
                Optional.of(warn(
                                "the key has the columns " + change.before() + " and the package " + change.after(),
                                "Delete the key in the destination first")
                        .unsure());
            case COLUMN_REMOVED, KEY_REMOVED, OPTION_REMOVED, LOCAL_OPTION_REMOVED -> Optional.of(removed());
            case PRIVILEGE_REMOVED, PERMISSION_REMOVED ->
                Optional.of(info("what is allowed may stay").unsure());
            case PRIVILEGE_DEPTH, PERMISSION_CHANGED -> Optional.of(info("what is allowed changes"));
            default -> Optional.empty();
        };
    }

    private ImportIssue refusedType() {
        return ImportIssue.error(
                change.subject(),
                "the column is a " + change.before() + " in the destination and a " + change.after()
                        + " in the package; the import never changes the type of a column",
                "Give the new column another name in the source, or delete the column in the destination, with its data",
                TYPE_REFUSED);
    }

    private Optional<ImportIssue> length() {
        long before = length(change.before());
        long after = length(change.after());
        if (after == 0 || before == 0) {
            return Optional.empty();
        }
        return Optional.of(
                after > before
                        ? info("the text becomes longer")
                        : warn(
                                        "the text may have " + before + " characters in the destination and " + after
                                                + " in the package; longer values may be cut, or the import refused",
                                        "Keep the length in the source")
                                .unsure());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private ImportIssue removed() {
        return mode == ImportMode.UPGRADE
                ? warn(
                        "the package does not hold it; the upgrade deletes it with its data if an earlier version of the"
                                + " solution brought it and nothing else needs it",
                        "Check whether anybody still needs it")
                : ImportIssue.info(change.subject(), "the package does not hold it, and it stays", "Expect it to stay");
    }

    private ImportIssue error(String reason, String remedy) {
        return ImportIssue.error(change.subject(), reason, remedy, null);
    }

    private ImportIssue warn(String reason, String remedy) {
        return ImportIssue.warn(change.subject(), reason, remedy);
    }

    private ImportIssue info(String what) {
        return ImportIssue.info(
                change.subject(),
                what + " from " + named(change.before()) + " to " + named(change.after()),
                "Expect the change");
    }

    private static String named(@Nullable String value) {
        return "'" + Objects.requireNonNullElse(value, "nothing") + "'";
    }
}
