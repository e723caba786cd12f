package io.powermigrate.testkit.solution;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Relationships: those that every table of users has, and one for each lookup (docs/wire/dataverse.md, section 6.6). */
final class RelationshipXml {
    private static final Map<String, String> STANDARD = Map.of(
            "systemuser",
            "SystemUser",
            "businessunit",
            "BusinessUnit",
            "team",
            "Team",
            "account",
            "Account",
            "contact",
            "Contact",
            "owner",
            "Owner");

    private final List<TableSpec> tables;
    private final Xml xml;

    RelationshipXml(List<TableSpec> tables, Xml xml) {
        this.tables = tables;
        this.xml = xml;
    }

    void write() {
        xml.open("EntityRelationships");
        for (TableSpec table : tables) {
            if (!table.head().standard()) {
                system(table);
            }
            table.columns().stream()
                    .filter(column -> column.target().isPresent())
                    .forEach(column -> lookup(table, column));
            table.manyToMany().forEach(many -> manyToMany(table, many));
        }
        xml.close();
    }

    private void system(TableSpec table) {
        String name = table.logicalName();
        if (table.head().userOwned()) {
            oneToMany("business_unit_" + name, table, "businessunit", "OwningBusinessUnit", "Restrict");
        }
        oneToMany("lk_" + name + "_createdby", table, "systemuser", "CreatedBy", "NoCascade");
        oneToMany("lk_" + name + "_modifiedby", table, "systemuser", "ModifiedBy", "NoCascade");
        if (table.head().userOwned()) {
            oneToMany("owner_" + name, table, "owner", "OwnerId", "NoCascade");
            oneToMany("team_" + name, table, "team", "OwningTeam", "NoCascade");
            oneToMany("user_" + name, table, "systemuser", "OwningUser", "NoCascade");
        }
    }

    private void lookup(TableSpec table, ColumnSpec column) {
        String target = column.target().orElseThrow();
        String prefix = column.schemaName().substring(0, column.schemaName().indexOf('_') + 1);
        String name = prefix + target + "_" + table.logicalName() + "_" + column.logicalName();
        oneToMany(name, table, target, column.schemaName(), "RemoveLink");
    }

    private void oneToMany(String name, TableSpec table, String target, String column, String delete) {
        head(name, "OneToMany").leaf("IsHierarchical", "0");
        xml.leaf("ReferencingEntityName", table.schemaName()).leaf("ReferencedEntityName", schemaName(target));
        xml.leaf("CascadeAssign", "NoCascade").leaf("CascadeDelete", delete).leaf("CascadeArchive", "RemoveLink");
        xml.leaf("CascadeReparent", "NoCascade").leaf("CascadeShare", "NoCascade");
        xml.leaf("CascadeUnshare", "NoCascade").leaf("ReferencingAttributeName", column);
        xml.open("RelationshipDescription")
                .label("Descriptions", "Description", "")
                .close();
        if (column.indexOf('_') > 0) {
            xml.open("EntityRelationshipRoles").open("EntityRelationshipRole");
            xml.leaf("NavPaneDisplayOption", "UseCollectionName").leaf("NavPaneArea", "Details");
            xml.leaf("NavPaneOrder", "10000").leaf("NavigationPropertyName", column);
            xml.leaf("RelationshipRoleType", "1").close();
            xml.open("EntityRelationshipRole").leaf("NavigationPropertyName", name);
            xml.leaf("RelationshipRoleType", "0").close().close();
        }
        xml.close();
    }

    private void manyToMany(TableSpec table, TableSpec.ManyToMany many) {
        head(many.schemaName(), "ManyToMany");
        xml.leaf("FirstEntityName", table.schemaName()).leaf("SecondEntityName", schemaName(many.other()));
        xml.leaf("IntersectEntityName", many.schemaName().toLowerCase(Locale.ROOT));
        xml.close();
    }

    private Xml head(String name, String type) {
        xml.open("EntityRelationship", "Name", name).leaf("EntityRelationshipType", type);
        return xml.leaf("IsCustomizable", "1").leaf("IntroducedVersion", "1.0.0.0");
    }

    private String schemaName(String logicalName) {
        return tables.stream()
                .filter(table -> table.logicalName().equals(logicalName))
                .map(TableSpec::schemaName)
                .findFirst()
                .orElse(STANDARD.getOrDefault(logicalName, logicalName));
    }
}
