package io.powermigrate.cds.rows;

import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;

/** The rows that readers list (wire/dataverse.md, sections 2 to 5); internal. */
public enum RowKind {
    SOLUTIONS(Query.of("solutions")
            .select(
                    "solutionid",
                    "uniquename",
                    "friendlyname",
                    "version",
                    "ismanaged",
                    "isvisible",
                    "modifiedon",
                    "_parentsolutionid_value")
            .expand("publisherid($select=publisherid,uniquename,customizationprefix,customizationoptionvalueprefix)")),
    /** Of visible unmanaged solutions: the only ones that can be exported. */
    COMPONENTS(Query.of("solutioncomponents")
            .select("_solutionid_value", "componenttype", "objectid", "rootcomponentbehavior")
            .filter(Filter.is("solutionid/ismanaged", false).and(Filter.is("solutionid/isvisible", true)))),
    /** Numbers of component types from 10000 on differ in each organisation. */
    COMPONENT_TYPES(
            Query.of("solutioncomponentdefinitions").select("name", "solutioncomponenttype", "primaryentityname")),
    PUBLISHERS(Query.of("publishers")
            .select(
                    "publisherid",
                    "uniquename",
                    "friendlyname",
                    "customizationprefix",
                    "customizationoptionvalueprefix",
                    "isreadonly")),
    TABLES(Query.of("EntityDefinitions")
            .select(
                    "MetadataId",
                    "LogicalName",
                    "SchemaName",
                    "EntitySetName",
                    "DisplayName",
                    "IsCustomEntity",
                    "IsManaged",
                    "IsIntersect",
                    "IsCustomizable",
                    "OwnershipType",
                    "TableType")),
    CHOICES(Query.of("GlobalOptionSetDefinitions")),
    /** Copies of a role in other business units follow that of the root. */
    ROLES(Query.of("roles")
            .select("roleid", "name", "ismanaged", "_roletemplateid_value", "modifiedon")
            .filter(Filter.isNull("_parentroleid_value"))),
    PROFILES(Query.of("fieldsecurityprofiles").select("fieldsecurityprofileid", "name", "ismanaged", "modifiedon")),
    PERMISSIONS(Query.of("fieldpermissions")
            .select(
                    "_fieldsecurityprofileid_value",
                    "entityname",
                    "attributelogicalname",
                    "canread",
                    "canupdate",
                    "cancreate")),
    VARIABLES(
            Query.of("environmentvariabledefinitions")
                    .select(
                            "environmentvariabledefinitionid",
                            "schemaname",
                            "displayname",
                            "type",
                            "defaultvalue",
                            "isrequired",
                            "ismanaged",
                            "modifiedon")
                    .expand(
                            "environmentvariabledefinition_environmentvariablevalue($select=environmentvariablevalueid,value)")),
    REFERENCES(Query.of("connectionreferences")
            .select(
                    "connectionreferenceid",
                    "connectionreferencelogicalname",
                    "connectionreferencedisplayname",
                    "connectorid",
                    "connectionid",
                    "ismanaged",
                    "_customconnectorid_value")),
    /** Cloud flows, not their activated copies. */
    FLOWS(Query.of("workflows")
            .select("workflowid", "name", "statecode", "statuscode", "ismanaged", "modifiedon")
            .filter(Filter.is("category", 5).and(Filter.is("type", 1)))),
    /** Roles as components of any solution, managed ones too. */
    ROLE_COMPONENTS(Query.of("solutioncomponents")
            .select("_solutionid_value", "objectid")
            .filter(Filter.is("componenttype", 20))),
    /** Controls of forms, with their versions. */
    CONTROLS(Query.of("customcontrols").select("name", "version")),
    /** Canvas apps that belong to no managed solution. */
    UNMANAGED_APPS(Query.of("canvasapps").select("name", "displayname").filter(Filter.is("ismanaged", false))),
    SETTINGS(Query.of("organizations")
            .select("organizationid", "orgdborgsettings", "maxuploadfilesize", "blockedattachments", "languagecode")),
    VERSION(Query.function("RetrieveVersion", Parameters.none())),
    LANGUAGES(Query.function("RetrieveProvisionedLanguages", Parameters.none())),
    /** Changes with every published change of metadata. */
    TIMESTAMP(Query.function("RetrieveTimestamp", Parameters.none())),
    IDENTITY(Query.function("WhoAmI", Parameters.none())),
    PRIVILEGES(Query.of("privileges").select("name", "canbebasic", "canbelocal", "canbedeep", "canbeglobal"));

    private final Query query;

    RowKind(Query query) {
        this.query = query;
    }

    Query query() {
        return query;
    }

    /** Whether the answer is one object, not a list. */
    boolean isOne() {
        return this == VERSION || this == LANGUAGES || this == TIMESTAMP || this == IDENTITY;
    }
}
