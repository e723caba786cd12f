package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code TableDefinition} of a Dataverse table: the metadata that Studio read when the table was added. */
final class TableMetadata {
    private static final String NO_VIEW = "00000000-0000-0000-0000-000000000000";

    private final Blueprint.Table table;
    private final String api;
    private final ColumnMetadata columns;

    TableMetadata(Blueprint.Table table, String instanceUrl) {
        this.table = table;
        this.api = instanceUrl + "api/data/v9.0/$metadata#";
        this.columns = new ColumnMetadata(table);
    }

    static String viewId(Blueprint.Table table) {
        return Ids.guid("view", table.logicalName());
    }

    static String formId(Blueprint.Table table) {
        return Ids.guid("form", table.logicalName());
    }

    ObjectNode definition() {
        return Json.object()
                .put("TableName", table.logicalName())
                .put("EntityMetadata", Json.compact(entity()))
                .put("PicklistOptionSetAttribute", choices("Picklist", Json.array()))
                .put("MultiSelectPicklistOptionSetAttribute", choices("MultiSelectPicklist", Json.array()))
                .put("StateOptionSetAttribute", choices("State", Json.array().add(columns.stateChoice())))
                .put("StatusOptionSetAttribute", choices("Status", Json.array().add(columns.statusChoice())))
                .put("BooleanOptionSetAttribute", choices("Boolean", Json.array()))
                .put(
                        "EntityNameOptionSetAttribute",
                        choices("EntityName", Json.array().add(columns.ownerTypeChoice())))
                .put("Views", answer("savedqueries(savedqueryid,name,querytype)", view()))
                .put("DefaultPublicView", answer("savedqueries(layoutxml)", layout()))
                .put("IconUrl", "")
                .put("Forms", answer("systemforms(name,formid)", form()));
    }

    private ObjectNode entity() {
        ObjectNode node = Json.object()
                .put("@odata.context", api + "EntityDefinitions/$entity")
                .put("MetadataId", Ids.guid("table", table.logicalName()))
                .put("LogicalName", table.logicalName())
                .put("EntitySetName", table.entitySetName())
                .put("HasNotes", false)
                .put("IsActivity", false)
                .put("IsIntersect", false)
                .put("IsManaged", false)
                .put("TableType", "Standard")
                .put("IsPrivate", false)
                .put("IsLogicalEntity", false)
                .put("PrimaryIdAttribute", table.primaryId())
                .put("PrimaryNameAttribute", table.logicalColumn("Name"))
                .put("ObjectTypeCode", 10000)
                .put("OwnershipType", "UserOwned")
                .put("IsAvailableOffline", true);
        node.set("Description", ColumnMetadata.label("Rows of " + table.name()));
        node.set("DisplayCollectionName", ColumnMetadata.label(table.name()));
        node.putArray("Privileges").add(privilege());
        node.set("IsOfflineInMobileClient", ColumnMetadata.managed(true, "canmodifymobileclientoffline"));
        node.set("Attributes", columns.attributes());
        node.putArray("ManyToOneRelationships").add(relationship("systemuser", table.logicalName()));
        node.putArray("OneToManyRelationships").add(relationship(table.logicalName(), "syncerror"));
        node.putArray("ManyToManyRelationships");
        return node;
    }

    private ObjectNode privilege() {
        String name = "prvCreate" + table.logicalName();
        return Json.object()
                .put("CanBeBasic", true)
                .put("CanBeDeep", true)
                .put("CanBeGlobal", true)
                .put("CanBeLocal", true)
                .put("CanBeEntityReference", false)
                .put("CanBeParentEntityReference", false)
                .put("CanBeRecordFilter", false)
                .put("Name", name)
                .put("PrivilegeId", Ids.guid("privilege", name))
                .put("PrivilegeType", "Create");
    }

    private static ObjectNode relationship(String one, String many) {
        boolean creator = one.equals("systemuser");
        String column = creator ? "createdby" : "regardingobjectid";
        String name = creator ? "lk_" + many + "_createdby" : one + "_SyncErrors";
        ObjectNode node = relationship(name)
                .put("ReferencedAttribute", one + "id")
                .put("ReferencedEntity", one)
                .put("ReferencingAttribute", column)
                .put("ReferencingEntity", many)
                .put("IsHierarchical", false)
                .putNull("EntityKey")
                .put("IsRelationshipAttributeDenormalized", false)
                .put("ReferencedEntityNavigationPropertyName", name)
                .put("ReferencingEntityNavigationPropertyName", creator ? column : column + "_" + one)
                .put("RelationshipBehavior", 0)
                .putNull("IsDenormalizedLookup")
                .putNull("DenormalizedAttributeName");
        node.set("IsCustomizable", ColumnMetadata.managed(true, "iscustomizable"));
        node.set("AssociatedMenuConfiguration", menu());
        node.set("CascadeConfiguration", cascade());
        node.putArray("RelationshipAttributes");
        return node;
    }

    private static ObjectNode relationship(String name) {
        return Json.object()
                .put("MetadataId", Ids.guid("relationship", name))
                .putNull("HasChanged")
                .put("IsCustomRelationship", false)
                .put("IsValidForAdvancedFind", true)
                .put("SchemaName", name)
                .put("SecurityTypes", "None")
                .put("IsManaged", false)
                .put("RelationshipType", "OneToManyRelationship")
                .put("IntroducedVersion", "1.0.0.0");
    }

    private static ObjectNode menu() {
        ObjectNode menu = Json.object()
                .put("Behavior", "DoNotDisplay")
                .put("Group", "Details")
                .putNull("Order")
                .put("IsCustomizable", false)
                .putNull("Icon")
                .put("ViewId", NO_VIEW)
                .put("AvailableOffline", true)
                .putNull("MenuId")
                .putNull("QueryApi");
        menu.set("Label", ColumnMetadata.noLabel());
        return menu;
    }

    private static ObjectNode cascade() {
        ObjectNode cascade = Json.object();
        for (String action :
                new String[] {"Assign", "Delete", "Archive", "Merge", "Reparent", "Share", "Unshare", "RollupView"}) {
            cascade.put(action, "NoCascade");
        }
        return cascade;
    }

    private String choices(String kind, ArrayNode values) {
        String path = "EntityDefinitions('" + table.logicalName() + "')/Attributes/Microsoft.Dynamics.CRM." + kind
                + "AttributeMetadata(MetadataId,LogicalName,SchemaName,DisplayName,OptionSet())";
        ObjectNode node = Json.object().put("@odata.context", api + path);
        node.set("value", values);
        return Json.compact(node);
    }

    private String answer(String path, ObjectNode row) {
        ObjectNode node = Json.object().put("@odata.context", api + path);
        node.putArray("value").add(row);
        return Json.compact(node);
    }

    private ObjectNode view() {
        return Json.object()
                .put("@odata.etag", "W/\"1000001\"")
                .put("savedqueryid", viewId(table))
                .put("name", "Active " + table.name())
                .put("querytype", 0);
    }

    private ObjectNode layout() {
        String column = table.logicalColumn("Name");
        String xml = "<grid name=\"resultset\" object=\"10000\" jump=\"" + column
                + "\" select=\"1\" icon=\"1\" preview=\"1\">"
                + "<row name=\"result\" id=\"" + table.primaryId() + "\"><cell name=\"" + column
                + "\" width=\"300\" /></row></grid>";
        return Json.object()
                .put("@odata.etag", "W/\"1000001\"")
                .put("layoutxml", xml)
                .put("savedqueryid", viewId(table));
    }

    private ObjectNode form() {
        return Json.object()
                .put("@odata.etag", "W/\"1000002\"")
                .put("name", "Information")
                .put("formid", formId(table))
                .put("objecttypecode", table.logicalName())
                .put("type", 2);
    }
}
