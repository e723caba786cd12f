package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.OriginReference.Treatment.REBOUND;
import static io.powermigrate.canvas.rebind.OriginReference.Treatment.REMOVED;
import static io.powermigrate.canvas.rebind.OriginReference.Treatment.REPORTED;

/** What ties a document to the environment or tenant of its origin: the rows of wire/msapp.md, section 3, and what is done with each. */
public enum OriginReference {
    CONNECTION(
            1,
            "connection",
            "connection references: connectionInstanceId",
            REBOUND,
            "connection(…); of a flow: flow(…), which keeps what stands behind the flow's GUID"),
    SHARED_CONNECTION(2, "shared connection", "connection references: sharedConnectionId", REBOUND, "as row 1"),
    CONNECTOR(
            3,
            "connector",
            "connection references: id, prefix of rows 1 and 2, names in dependencies and parameter hints; data sources: ApiId",
            REBOUND,
            "connector(…); only custom connectors have another name in the destination"),
    CONNECTOR_IN_WADL(
            4,
            "connector's address in WADL",
            "data sources: WadlMetadata.WadlXml, addresses and siena:connectionProviderId",
            REBOUND,
            "connector(…) with its runtime address; without one only the connector's name in the address. Studio loads it again"),
    CONNECTOR_IN_SWAGGER(
            5,
            "connector's address in Swagger",
            "data sources: WadlMetadata.SwaggerJson, host and basePath",
            REBOUND,
            "as row 4"),
    SERVICE_NAME(
            6, "service name in WADL", "data sources: WadlXml, siena:serviceId", REBOUND, "rename(…) of the service"),
    CONNECTOR_LOOKS(
            7,
            "icon, tier and title of a connector",
            "connection references: iconUri, apiTier, displayName",
            REPORTED,
            "stays: looks only"),
    SITE(8, "SharePoint site", "connection references: dataset keys; data sources: DatasetName", REBOUND, "dataset(…)"),
    LIST(
            9,
            "SharePoint list",
            "connection references: tableName; data sources: TableName, keys of DataEntityMetadataJson",
            REBOUND,
            "table(…)"),
    LIST_METADATA(
            10,
            "addresses in list metadata",
            "data sources: DataEntityMetadataJson",
            REBOUND,
            "what dataset(…), table(…), connection(…) say, in every escape, with and without scheme, and GUIDs without dashes; a host"
                    + " that is no dataset's is reported"),
    DATASET(11, "other dataset or table", "as rows 8 and 9", REBOUND, "dataset(…), table(…)"),
    ENVIRONMENT_VARIABLE(
            12,
            "environment variable",
            "connection references: datasetOverride, tableNameOverride, suffix of the dataset key; database references",
            REBOUND,
            "environmentVariable(…)"),
    DATAVERSE_INSTANCE(13, "Dataverse instance", "database references: instanceUrl", REBOUND, "dataverseInstance(…)"),
    DATAVERSE_DATASET(
            14,
            "Dataverse dataset",
            "database references: key; data sources: DatasetName, name of views, CdsDataset; kind of qualified values",
            REBOUND,
            "dataset(…); default.cds is the app's own environment and needs none"),
    TABLE(
            15,
            "Dataverse table",
            "database references, data sources: EntitySetName, LogicalName, TableDefinition.TableName, names of views and option sets;"
                    + " kind of qualified values",
            REBOUND,
            "dataverseTable(…); a table of the same solution has the same name and needs none"),
    TABLE_METADATA(
            16,
            "address in table metadata",
            "data sources: TableDefinition, @odata.context",
            REBOUND,
            "the host that dataverseInstance(…) says; MetadataId GUIDs stay. Studio loads it again"),
    TABLE_ICON(
            17, "address of an icon or action", "data sources: TableDefinition.IconUrl, WadlXml", REBOUND, "as row 16"),
    VIEW(18, "view", "data sources: ViewInfoNameMapping keys, TableDefinition.Views", REBOUND, "view(…)"),
    FORM(19, "form", "qualified values: values", REBOUND, "form(…)"),
    FLOW(
            20,
            "cloud flow",
            "data sources: FlowNameId, AddinConnectorId, WorkflowEntityId, WADL; connection references: parameter hints,"
                    + " connectionParameters, connectionInstanceId",
            REBOUND,
            "flow(…); workflowPath and workflowEndpoint stay, Studio writes them again with the flow"),
    FLOW_CALLBACK(
            21,
            "trigger address of a flow, signed",
            "connection references: connectionParameters, workFlowCallbackUri and whatever else is signed",
            REMOVED,
            "always, by every rebinding but none(): anyone who holds it can start the flow"),
    MEDIA_ADDRESS(
            22,
            "address of media",
            "References\\Resources.json: RootPath",
            REPORTED,
            "stays: it expires, and the media are in the document; never printed, logged or compared"),
    CONTROL_RESOURCE(
            23,
            "address of a code component",
            "controls: DynamicControlDefinitionJson.Resources",
            REPORTED,
            "stays: the service makes it again"),
    CODE_COMPONENT(
            24, "code component", "database references: components", REPORTED, "must be installed in the destination"),
    LIBRARY(
            25,
            "component library",
            "Properties.json: LibraryDependencies; templates: SourceLibraryId, SourceLibraryLogicalName",
            REBOUND,
            "library(…), of id or logical name; without one the app works, but gets no updates of its components"),
    PAGE(
            26,
            "custom page",
            "References\\NamedValues.json, CustomPagesMetadata.json",
            REBOUND,
            "page(…); a page of the same solution has the same name and needs none"),
    TELEMETRY(
            27,
            "telemetry of the source environment",
            "Properties.json: InstrumentationKey, ConnectionString",
            REMOVED,
            "emptied, or telemetry(…) of the destination; else the source environment would see who uses the app"),
    OFFLINE_PROFILE(
            28,
            "offline profile",
            "Properties.json: ManualOfflineProfileId",
            REMOVED,
            "emptied: it is one of the source environment"),
    NAME(
            29,
            "name of a data source",
            "everywhere in wire/msapp.md, section 4.3",
            REBOUND,
            "rename(…); kept by default, which is safest"),
    LITERAL(30, "text in formulas", "strings of formulas", REBOUND, "formulaText(…) only; else it is reported"),
    SAMPLE_ROWS(31, "imported rows", "data sources: Data of static data", REPORTED, "stay"),
    ENVIRONMENT_ID(
            32, "environment in metadata", "data sources: DataEntityMetadataJson", REPORTED, "stays, or text(…)"),
    PERSON(33, "names and addresses of people", "AppCheckerResult.sarif, connection references", REPORTED, "stay");

    private final int row;
    private final String words;
    private final String place;
    private final Treatment treatment;
    private final String by;

    OriginReference(int row, String words, String place, Treatment treatment, String by) {
        this.row = row;
        this.words = words;
        this.place = place;
        this.treatment = treatment;
        this.by = by;
    }

    /** Row of the table in wire/msapp.md, section 3. */
    public int row() {
        return row;
    }

    /** What it is, in the field's words. */
    public String words() {
        return words;
    }

    /** Where it stands in a document. */
    public String place() {
        return place;
    }

    /** What is done with it. */
    public Treatment treatment() {
        return treatment;
    }

    /** What of a {@link Rebinding} does it, and what happens otherwise. */
    public String by() {
        return by;
    }

    /** What can be done with a tie. */
    public enum Treatment {
        /** Gets the value that the rebinding gives; without one it stays and is reported. */
        REBOUND,
        /** Goes, because it is a secret of the source environment or works only there. */
        REMOVED,
        /** Stays and is reported. */
        REPORTED
    }
}
