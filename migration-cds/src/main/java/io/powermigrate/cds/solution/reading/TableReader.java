package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.schema.AlternateKey;
import io.powermigrate.cds.solution.schema.Column;
import io.powermigrate.cds.solution.schema.Ownership;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.cds.solution.schema.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads an {@code Entity} (wire/dataverse.md, section 6.4). */
final class TableReader {

    private final XmlCursor xml;
    private final Consumer<String> controls;
    private final List<Column> columns = new ArrayList<>();
    private final List<AlternateKey> keys = new ArrayList<>();
    private String schemaName = "";
    private String entitySetName = "";
    private Ownership ownership = Ownership.UNKNOWN;
    private boolean described;
    private boolean unmodified;
    private int forms;
    private int views;
    private int charts;

    private TableReader(XmlCursor xml, Consumer<String> controls) {
        this.xml = xml;
        this.controls = controls;
    }

    /**
     * Reads a table.
     *
     * @param controls is told the names of the controls that its forms use, each as often as it occurs
     */
    static Table read(XmlCursor xml, Consumer<String> controls) {
        return new TableReader(xml, controls).table();
    }

    private Table table() {
        xml.children(this::part);
        TableSettings settings = new TableSettings(
                entitySetName.isEmpty() ? null : entitySetName, null, null, null, List.of(), forms, views, charts);
        return new Table(
                Fields.logical(schemaName), schemaName, described, unmodified, ownership, settings, columns, keys);
    }

    private void part(String name) {
        switch (name) {
            case "Name" -> schemaName = xml.text().trim();
            case "EntityInfo" -> xml.children(this::description);
            case "FormXml" -> xml.children(forms -> xml.children(this::form));
            case "SavedQueries" -> xml.children(queries -> xml.children(query -> views++));
            case "Visualizations" -> xml.children(chart -> charts++);
            default -> {}
        }
    }

    private void form(String name) {
        if (name.equals("systemform")) {
            forms++;
            xml.children(this::formPart);
        }
    }

    private void formPart(String name) {
        if (name.equals("customControl")) {
            xml.attribute("name").filter(control -> !control.isBlank()).ifPresent(controls);
        }
        xml.children(this::formPart);
    }

    private void description(String name) {
        described = true;
        unmodified = xml.attribute("unmodified").filter("1"::equals).isPresent();
        Fields fields = Fields.read(xml, Set.of("EntitySetName", "OwnershipTypeMask"), child -> {
            switch (child) {
                case "attributes" -> xml.children(column -> columns.add(ColumnReader.read(xml)));
                case "EntityKeys" -> xml.children(key -> keys.add(key()));
                default -> {}
            }
        });
        entitySetName = fields.text("EntitySetName", "");
        ownership = Ownership.of(fields.text("OwnershipTypeMask", ""));
    }

    private AlternateKey key() {
        List<String> names = new ArrayList<>();
        Fields fields = Fields.read(xml, Set.of("Name", "LogicalName"), child -> {
            if (child.equals("EntityKeyAttributes")) {
                xml.children(column -> names.add(Fields.logical(xml.text())));
            }
        });
        return new AlternateKey(Fields.logical(fields.text("LogicalName", fields.text("Name", ""))), names);
    }
}
