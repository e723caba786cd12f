package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** EntityMetadata without its collections, with every member that the service answers. */
final class TableShape {
    private static final String NO = "AutoRouteToOwnerQueue EntityHelpUrlEnabled IsDocumentManagementEnabled"
            + " IsOneNoteIntegrationEnabled IsInteractionCentricEnabled IsKnowledgeManagementEnabled IsSLAEnabled IsBPFEntity"
            + " IsDocumentRecommendationsEnabled IsMSTeamsIntegrationEnabled AutoCreateAccessTeams IsActivity IsActivityParty"
            + " IsRetrieveAuditEnabled IsRetrieveMultipleAuditEnabled IsArchivalEnabled IsRetentionEnabled IsAvailableOffline"
            + " IsChildEntity IsCustomEntity IsBusinessProcessEnabled SyncToExternalSearchIndex IsIntersect"
            + " IsEnabledForTrace IsReadingPaneEnabled IsQuickCreateEnabled EnforceStateTransitions"
            + " IsEnabledForExternalChannels IsPrivate UsesBusinessDataLabelTable IsLogicalEntity HasNotes HasActivities"
            + " HasFeedback IsSolutionAware HasEmailAddresses";
    private static final String YES =
            "CanTriggerWorkflow IsAIRUpdated IsOptimisticConcurrencyEnabled ChangeTrackingEnabled"
                    + " IsImportable IsManaged IsEnabledForCharts IsValidForAdvancedFind IsStateModelAware";
    private static final String NULL = "HasChanged EntityHelpUrl SettingOf DataProviderId DataSourceId IconLargeName"
            + " IconMediumName IconSmallName IconVectorName MobileOfflineFilters PrimaryImageAttribute"
            + " RecurrenceBaseEntityLogicalName ExternalName EntityColor ExternalCollectionName OwnerId OwningBusinessUnit";
    private static final Map<String, String> MANAGED = Map.ofEntries(
            Map.entry("IsAuditEnabled", "canmodifyauditsettings"),
            Map.entry("IsValidForQueue", "canmodifyqueuesettings"),
            Map.entry("IsConnectionsEnabled", "canmodifyconnectionsettings"),
            Map.entry("IsDuplicateDetectionEnabled", "canmodifyduplicatedetectionsettings"),
            Map.entry("IsMailMergeEnabled", "canmodifymailmergesettings"),
            Map.entry("IsVisibleInMobile", "canmodifymobilevisibility"),
            Map.entry("IsVisibleInMobileClient", "canmodifymobileclientvisibility"),
            Map.entry("IsReadOnlyInMobileClient", "canmodifymobileclientreadonly"),
            Map.entry("IsOfflineInMobileClient", "canmodifymobileclientoffline"));
    private static final String CAN = "IsCustomizable IsRenameable IsMappable CanCreateAttributes CanCreateForms"
            + " CanCreateViews CanCreateCharts CanBeRelatedEntityInRelationship CanBePrimaryEntityInRelationship"
            + " CanBeInManyToMany CanBeInCustomEntityAssociation CanEnableSyncToExternalSearchIndex"
            + " CanModifyAdditionalSettings CanChangeHierarchicalRelationship CanChangeTrackingBeEnabled";

    private TableShape() {}

    static ObjectNode header(MetadataShapes.Names names, boolean userOwned) {
        ObjectNode header = names(names);
        each(NULL).forEach(header::putNull);
        each(NO).forEach(name -> header.put(name, false));
        each(YES).forEach(name -> header.put(name, true));
        header.put("ActivityTypeMask", 0)
                .put("DaysSinceRecordLastModified", 0)
                .put("OwnershipType", userOwned ? "UserOwned" : "OrganizationOwned")
                .put("IntroducedVersion", "1.0.0.0")
                .put("OwnerIdType", 8)
                .put("TableType", "Standard");
        MANAGED.forEach((name, by) -> header.set(name, Shapes.managed(false, true, by)));
        each(CAN).forEach(name -> header.set(name, Shapes.managed(true, true, name.toLowerCase(Locale.ROOT))));
        header.putArray("Settings");
        return header;
    }

    private static ObjectNode names(MetadataShapes.Names names) {
        ObjectNode header = Json.object()
                .put("LogicalName", names.logicalName())
                .put("SchemaName", names.schemaName())
                .put("EntitySetName", names.entitySet())
                .put("LogicalCollectionName", names.entitySet())
                .put("CollectionSchemaName", names.schemaName() + "s")
                .put("ReportViewName", "Filtered" + names.schemaName());
        header.set("DisplayName", Shapes.label(names.displayName()));
        header.set("DisplayCollectionName", Shapes.label(names.displayCollectionName()));
        header.set("Description", Shapes.label(""));
        return header;
    }

    private static List<String> each(String names) {
        return List.of(names.split(" "));
    }
}
