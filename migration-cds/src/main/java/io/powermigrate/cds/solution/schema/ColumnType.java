package io.powermigrate.cds.solution.schema;

import java.util.Arrays;
import java.util.Locale;

/** The type of a column, which an import never changes (wire/dataverse.md, section 3.2). */
public enum ColumnType {
    TEXT("nvarchar", "String"),
    MULTILINE_TEXT("ntext", "Memo"),
    WHOLE_NUMBER("int", "Integer"),
    BIG_NUMBER("bigint", "BigInt"),
    DECIMAL("decimal", "Decimal"),
    FLOAT("float", "Double"),
    MONEY("money", "Money"),
    YES_NO("bit", "Boolean"),
    DATE_TIME("datetime", "DateTime"),
    CHOICE("picklist", "Picklist"),
    CHOICES("multiselectpicklist", "MultiSelectPicklist"),
    STATE("state", "State"),
    STATUS("status", "Status"),
    /** Also what the service calls Customer: packages say lookup for both. */
    LOOKUP("lookup", "Lookup", "customer"),
    OWNER("owner", "Owner"),
    PARTY_LIST("partylist", "PartyList"),
    /** Also the primary key. */
    UNIQUE_ID("uniqueidentifier", "Uniqueidentifier", "primarykey"),
    IMAGE("image", "Image"),
    FILE("file", "File"),
    /** The name of a table; only a service tells such columns. */
    TABLE_NAME("entityname", "EntityName"),
    /** Made up from others; only a service tells such columns. */
    VIRTUAL("virtual", "Virtual"),
    MANAGED_PROPERTY("managedproperty", "ManagedProperty"),
    /** A word that is not known. */
    UNKNOWN;

    private final String[] words;

    ColumnType(String... words) {
        this.words = words;
    }

    /** The type that a word means in a package ({@code nvarchar}) or in metadata ({@code String}, {@code StringType}). */
    public static ColumnType of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceFirst("type$", "");
        return Arrays.stream(values())
                .filter(type -> Arrays.stream(type.words).anyMatch(plain::equalsIgnoreCase))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
