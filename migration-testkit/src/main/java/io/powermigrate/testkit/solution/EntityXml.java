package io.powermigrate.testkit.solution;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tables as the service writes them (docs/wire/dataverse.md, section 6.4). */
final class EntityXml {
    private static final List<String> OFF_BEFORE_OWNER = List.of(
            "IsDuplicateCheckSupported",
            "IsBusinessProcessEnabled",
            "IsRequiredOffline",
            "IsInteractionCentricEnabled",
            "IsCollaboration",
            "AutoRouteToOwnerQueue",
            "IsConnectionsEnabled",
            "IsDocumentManagementEnabled",
            "AutoCreateAccessTeams",
            "IsOneNoteIntegrationEnabled",
            "IsKnowledgeManagementEnabled",
            "IsSLAEnabled",
            "IsDocumentRecommendationsEnabled",
            "IsBPFEntity");

    private EntityXml() {}

    static void write(Xml xml, TableSpec table) {
        String label = table.head().label();
        xml.open("Entity").leaf("Name", table.schemaName(), "LocalizedName", label, "OriginalName", label);
        xml.open("EntityInfo");
        if (table.head().standard()) {
            xml.open("entity", "Name", table.schemaName(), "unmodified", "1");
        } else {
            xml.open("entity", "Name", table.schemaName());
            xml.label("LocalizedNames", "LocalizedName", label);
            xml.label("LocalizedCollectionNames", "LocalizedCollectionName", label + "s");
            xml.label("Descriptions", "Description", "");
        }
        attributes(xml, table);
        if (!table.head().standard()) {
            settings(xml, table);
        } else if (!table.keys().isEmpty()) {
            keys(xml, table);
        }
        xml.close().close();
        ribbon(xml);
        xml.close();
    }

    private static void attributes(Xml xml, TableSpec table) {
        Stream<ColumnSpec> system = table.head().standard() ? Stream.of() : SystemColumns.of(table).stream();
        xml.open("attributes");
        Stream.concat(table.columns().stream(), system)
                .sorted(Comparator.comparing(ColumnSpec::logicalName))
                .forEach(column -> AttributeXml.write(xml, table, column));
        xml.close();
    }

    private static void settings(Xml xml, TableSpec table) {
        xml.leaf("EntitySetName", table.entitySetName());
        keys(xml, table);
        OFF_BEFORE_OWNER.forEach(flag -> xml.leaf(flag, "0"));
        xml.leaf("OwnershipTypeMask", table.head().userOwned() ? "UserOwned" : "OrgOwned");
        xml.leaf("IsAuditEnabled", "0").leaf("IsActivity", "0").leaf("ActivityTypeMask", "");
        xml.leaf("IntroducedVersion", "1.0.0.0").leaf("IsCustomizable", "1").leaf("IsRenameable", "1");
        xml.leaf("IsMappable", "1").leaf("CanCreateAttributes", "1").leaf("ChangeTrackingEnabled", "0");
        xml.leaf("IsSolutionAware", "0");
    }

    private static void keys(Xml xml, TableSpec table) {
        if (table.keys().isEmpty()) {
            return;
        }
        xml.open("EntityKeys");
        for (TableSpec.Key key : table.keys()) {
            xml.open("EntityKey").leaf("Name", key.schemaName());
            xml.leaf("LogicalName", key.schemaName().toLowerCase(Locale.ROOT));
            xml.leaf("IntroducedVersion", "1.0.0.0").leaf("IsCustomizable", "1").open("EntityKeyAttributes");
            key.columns().forEach(column -> xml.leaf("AttributeName", column));
            xml.close().label("displaynames", "displayname", key.schemaName()).close();
        }
        xml.close();
    }

    private static void ribbon(Xml xml) {
        xml.open("RibbonDiffXml").empty("CustomActions").open("Templates");
        xml.open("RibbonTemplates", "Id", "Mscrm.Templates").close().close();
        xml.empty("CommandDefinitions").open("RuleDefinitions").empty("TabDisplayRules");
        xml.empty("DisplayRules")
                .empty("EnableRules")
                .close()
                .empty("LocLabels")
                .close();
    }
}
