package io.powermigrate.testkit.solution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a table.
 *
 * <pre>{@code
 * ColumnSpec.text("new_Code", 20).required()
 * ColumnSpec.lookup("new_CustomerId", "account")
 * }</pre>
 *
 * Schema names carry the publisher's prefix. Immutable.
 */
public final class ColumnSpec {
    private final String schemaName;
    private final String type;
    private final Map<String, String> members;
    private final Optional<ChoiceSpec> choice;
    private final Optional<String> target;

    private ColumnSpec(
            String schemaName,
            String type,
            Map<String, String> members,
            Optional<ChoiceSpec> choice,
            Optional<String> target) {
        this.schemaName = SpecError.notBlank(schemaName, "schema name of a column", "Name it, for example new_Amount.");
        this.type = type;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.choice = choice;
        this.target = target;
    }

    /** One line of text of up to so many characters (1 to 4000). */
    public static ColumnSpec text(String schemaName, int maxLength) {
        if (maxLength < 1 || maxLength > 4000) {
            throw SpecError.of("The column " + schemaName + " is " + maxLength + " long.", "Give 1 to 4000.");
        }
        String length = String.valueOf(maxLength);
        return plain(
                schemaName,
                "nvarchar",
                Map.of("Format", "text", "MaxLength", length, "Length", String.valueOf(2 * maxLength)));
    }

    /** Many lines of text of up to so many characters. */
    public static ColumnSpec memo(String schemaName, int maxLength) {
        return plain(schemaName, "ntext", Map.of("Format", "textarea", "MaxLength", String.valueOf(maxLength)));
    }

    /** A whole number within bounds. */
    public static ColumnSpec whole(String schemaName, int min, int max) {
        return plain(
                schemaName,
                "int",
                Map.of("Format", "", "MinValue", String.valueOf(min), "MaxValue", String.valueOf(max)));
    }

    /** A decimal number with so many digits behind the point. */
    public static ColumnSpec decimal(String schemaName, int precision) {
        return number(schemaName, "decimal", precision, "100000000000");
    }

    /** A floating point number with so many digits behind the point. */
    public static ColumnSpec floating(String schemaName, int precision) {
        return number(schemaName, "float", precision, "1000000000");
    }

    /** An amount of money with so many digits behind the point. */
    public static ColumnSpec money(String schemaName, int precision) {
        return number(schemaName, "money", precision, "922337203685477").with("AccuracySource", "0");
    }

    /** Yes or no. */
    public static ColumnSpec yesNo(String schemaName) {
        ChoiceSpec labels = ChoiceSpec.named(schemaName).option(1, "Yes").option(0, "No");
        return new ColumnSpec(schemaName, "bit", Map.of("AppDefaultValue", "0"), Optional.of(labels), Optional.empty());
    }

    /** Date and time as each user's zone has it. */
    public static ColumnSpec dateTime(String schemaName) {
        return date(schemaName, "datetime", "1");
    }

    /** A date without a time. */
    public static ColumnSpec dateOnly(String schemaName) {
        return date(schemaName, "date", "2");
    }

    /** A choice with options of its own. */
    public static ColumnSpec choice(String schemaName, ChoiceSpec local) {
        return new ColumnSpec(
                schemaName, "picklist", Map.of("AppDefaultValue", "-1"), Optional.of(local), Optional.empty());
    }

    /** A choice of the options of a global choice, by its name. */
    public static ColumnSpec choice(String schemaName, String global) {
        return plain(schemaName, "picklist", Map.of("AppDefaultValue", "-1", "OptionSetName", global));
    }

    /** Several of the options of a global choice, by its name. */
    public static ColumnSpec choices(String schemaName, String global) {
        return plain(schemaName, "multiselectpicklist", Map.of("AppDefaultValue", "-1", "OptionSetName", global));
    }

    /** A lookup of rows of one table, by its logical name; the relationship comes with it. */
    public static ColumnSpec lookup(String schemaName, String targetTable) {
        return new ColumnSpec(
                schemaName,
                "lookup",
                Map.of("LookupStyle", "single"),
                Optional.empty(),
                Optional.of(SpecError.notBlank(targetTable, "target of a lookup", "Name a table, for example account.")
                        .toLowerCase(Locale.ROOT)));
    }

    /** A file of up to so many kB. */
    public static ColumnSpec file(String schemaName, int maxSizeInKb) {
        return plain(schemaName, "file", Map.of("MaxValue", String.valueOf(maxSizeInKb)));
    }

    /** A picture of up to so many kB. */
    public static ColumnSpec image(String schemaName, int maxSizeInKb) {
        return plain(schemaName, "image", Map.of("MaxValue", String.valueOf(maxSizeInKb)));
    }

    /** The same, required from every application. */
    public ColumnSpec required() {
        return with("RequiredLevel", "required");
    }

    /** The same under column security. */
    public ColumnSpec secured() {
        return with("IsSecured", "1");
    }

    /** The same with the name that people see. */
    public ColumnSpec displayName(String label) {
        return with("displayname", label);
    }

    /** The same with one element of its XML set, such as {@code AutoNumberFormat}; only elements of a column are written. */
    public ColumnSpec with(String element, String value) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(element, value);
        return new ColumnSpec(schemaName, type, more, choice, target);
    }

    String schemaName() {
        return schemaName;
    }

    String logicalName() {
        return schemaName.toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    String label() {
        String name = schemaName.substring(schemaName.indexOf('_') + 1);
        return members.getOrDefault("displayname", name);
    }

    Map<String, String> members() {
        return members;
    }

    Optional<ChoiceSpec> choice() {
        return choice;
    }

    Optional<String> target() {
        return target;
    }

    static ColumnSpec plain(String schemaName, String type, Map<String, String> members) {
        return new ColumnSpec(schemaName, type, members, Optional.empty(), Optional.empty());
    }

    private static ColumnSpec number(String schemaName, String type, int precision, String bound) {
        return plain(
                schemaName,
                type,
                Map.of("MinValue", "-" + bound, "MaxValue", bound, "Accuracy", String.valueOf(precision)));
    }

    private static ColumnSpec date(String schemaName, String format, String behavior) {
        return plain(
                schemaName,
                "datetime",
                Map.of("Format", format, "CanChangeDateTimeBehavior", "1", "Behavior", behavior));
    }
}
