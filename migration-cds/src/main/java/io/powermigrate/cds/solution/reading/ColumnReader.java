package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.Column;
import io.powermigrate.cds.solution.schema.ColumnTraits;
import io.powermigrate.cds.solution.schema.ColumnType;
import io.powermigrate.cds.solution.schema.Requirement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an {@code attribute} of a table (wire/dataverse.md, section 6.5). */
final class ColumnReader {

    private static final Set<String> NAMES = Set.of(
            "Type",
            "Name",
            "LogicalName",
            "RequiredLevel",
            "IsCustomField",
            "IsLogical",
            "IsSecured",
            "SourceType",
            "Format",
            "MaxLength",
            "Behavior",
            "MinValue",
            "MaxValue",
            "Accuracy",
            "OptionSetName");

    private @Nullable Choice choice;

    private ColumnReader() {}

    static Column read(XmlCursor xml) {
        return new ColumnReader().column(xml);
    }

    private Column column(XmlCursor xml) {
        String schemaName = xml.attribute("PhysicalName").orElse("");
        Fields fields = Fields.read(xml, NAMES, child -> {
            if (child.equals("optionset")) {
                choice = ChoiceReader.read(xml);
            }
        });
        String type = fields.text("Type", "");
        return new Column(
                Fields.logical(fields.text("LogicalName", fields.text("Name", schemaName))),
                schemaName,
                ColumnType.of(type),
                type,
                Requirement.of(fields.text("RequiredLevel", "")),
                traits(fields),
                fields.text("OptionSetName"),
                choice);
    }

    private static ColumnTraits traits(Fields fields) {
        return new ColumnTraits(
                fields.number("MaxLength"),
                fields.raw("Format"),
                fields.number("Accuracy"),
                fields.text("MinValue"),
                fields.text("MaxValue"),
                fields.text("Behavior"),
                fields.flag("IsSecured"),
                fields.flag("IsCustomField"),
                fields.flag("IsLogical"),
                fields.number("SourceType", 0),
                null);
    }
}
