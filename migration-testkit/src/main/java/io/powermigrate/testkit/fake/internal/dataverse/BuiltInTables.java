package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The tables that every Dataverse has, as far as the wire notes name them (wire/dataverse.md, sections 2 to 5). A line is a
 * table: schema name, entity set, number, owner ({@code user}, {@code org}, {@code virtual}), primary id, primary name;
 * then its columns, {@code name:type}, or {@code Navigation>target} and {@code Navigation>target/collection} for lookups.
 */
final class BuiltInTables {
    private static final String TABLES = """
            Account accounts 1 user accountid name | accountnumber:s telephone1:s emailaddress1:s websiteurl:s description:m revenue:$ numberofemployees:i creditonhold:b donotemail:b address1_city:s address1_latitude:f industrycode:p exchangerate:x primarycontactid>contact/account_primary_contact parentaccountid>account/account_parent_account
            Contact contacts 2 user contactid fullname | firstname:s lastname:s emailaddress1:s telephone1:s description:m birthdate:d donotphone:b annualincome:$ parentcustomerid_account>account/contact_customer_accounts
            SystemUser systemusers 8 unit systemuserid fullname | domainname:s internalemailaddress:s azureactivedirectoryobjectid:g applicationid:g isdisabled:b accessmode:p islicensed:b businessunitid>businessunit/business_unit_system_users
            Team teams 9 unit teamid name | description:m teamtype:p azureactivedirectoryobjectid:g membershiptype:p isdefault:b businessunitid>businessunit/business_unit_teams administratorid>systemuser
            BusinessUnit businessunits 10 org businessunitid name | isdisabled:b parentbusinessunitid>businessunit/business_unit_parent_business_unit
            Organization organizations 1019 org organizationid name | orgdborgsettings:m maxuploadfilesize:i blockedattachments:m languagecode:i schemanameprefix:s isauditenabled:b plugintracelogsetting:p
            Role roles 1036 unit roleid name | description:m roleidunique:g organizationid:g isinherited:p ismanaged:b solutionid:g componentstate:p overwritetime:d iscustomizable:v canbedeleted:v businessunitid>businessunit/business_unit_roles parentroleid>role/role_parent_role parentrootroleid>role/role_parent_root_role roletemplateid>roletemplate/role_template_roles
            RoleTemplate roletemplates 1037 org roletemplateid name | upgrading:b
            RolePrivileges roleprivilegescollection 12 org roleprivilegeid - | roleid:g privilegeid:g privilegedepthmask:i ismanaged:b solutionid:g componentstate:p
            Privilege privileges 1023 org privilegeid name | accessright:i canbebasic:b canbelocal:b canbedeep:b canbeglobal:b canbeentityreference:b canbeparententityreference:b canberecordfilter:b ismanaged:b componentstate:p
            FieldSecurityProfile fieldsecurityprofiles 1200 org fieldsecurityprofileid name | description:m ismanaged:b solutionid:g componentstate:p iscustomizable:v
            FieldPermission fieldpermissions 1201 org fieldpermissionid - | entityname:e attributelogicalname:s canread:p canupdate:p cancreate:p canreadunmasked:p ismanaged:b solutionid:g componentstate:p fieldsecurityprofileid>fieldsecurityprofile/lk_fieldpermission_fieldsecurityprofileid
            Solution solutions 7100 org solutionid friendlyname | uniquename:s version:s ismanaged:b isvisible:b installedon:d updatedon:d description:m solutionpackageversion:s isapimanaged:b upgradeinfo:m solutiontype:p templatesuffix:s thumbprint:s solutionfiledescription:s createdby>systemuser/lk_solution_createdby publisherid>publisher/publisher_solution parentsolutionid>solution/solution_parent_solution configurationpageid>webresource
            Publisher publishers 7101 org publisherid friendlyname | uniquename:s description:m customizationprefix:s customizationoptionvalueprefix:i isreadonly:b emailaddress:s supportingwebsiteurl:s address1_city:s address1_country:s address1_line1:s
            SolutionComponent solutioncomponents 7103 org solutioncomponentid - | componenttype:p objectid:g rootcomponentbehavior:p rootsolutioncomponentid:g ismetadata:b solutionid>solution/solution_solutioncomponent
            SolutionComponentDefinition solutioncomponentdefinitions 7104 org solutioncomponentdefinitionid name | solutioncomponenttype:i primaryentityname:s isviewable:b
            Workflow workflows 4703 user workflowid name | uniquename:s description:m category:p type:p primaryentity:e clientdata:m xaml:m definition:m ismanaged:b solutionid:g componentstate:p workflowidunique:g resourceid:g scope:p mode:p ondemand:b subprocess:b languagecode:i iscustomizable:v connectionreferences:m
            CanvasApp canvasapps 300 user canvasappid name | displayname:s description:m appversion:d canvasapptype:p tags:m status:s commitmessage:s publisher:s createdbyclientversion:s minclientversion:s connectionreferences:m databasereferences:m cdsdependencies:m authorizationreferences:m appcomponents:m ismanaged:b solutionid:g componentstate:p iscustomizable:v iscdsupgraded:b lastpublishtime:d
            Connector connectors 372 user connectorid displayname | name:s description:m connectortype:p connectorinternalid:s openapidefinition:m connectionparameters:m policytemplateinstances:m iconblob:m iconbrandcolor:s customcodeblobcontent:m scriptoperations:m ismanaged:b solutionid:g componentstate:p iscustomizable:v
            connectionreference connectionreferences 10091 user connectionreferenceid connectionreferencedisplayname | connectionreferencelogicalname:s description:m connectorid:s connectionid:s promptingbehavior:p ismanaged:b solutionid:g componentstate:p componentidunique:g iscustomizable:v connectionparametersetconfig:m CustomConnectorId>connector/connectionreference_connector
            EnvironmentVariableDefinition environmentvariabledefinitions 380 user environmentvariabledefinitionid schemaname | displayname:s description:m type:p defaultvalue:m isrequired:b apiid:s parameterkey:s valueschema:m secretstore:p hint:s introducedversion:s ismanaged:b solutionid:g componentstate:p iscustomizable:v ParentDefinitionId>environmentvariabledefinition/envdefinition_envdefinition connectionreferenceid>connectionreference
            EnvironmentVariableValue environmentvariablevalues 381 user environmentvariablevalueid schemaname | value:m introducedversion:s ismanaged:b solutionid:g componentstate:p iscustomizable:v EnvironmentVariableDefinitionId>environmentvariabledefinition/environmentvariabledefinition_environmentvariablevalue
            AsyncOperation asyncoperations 4700 user asyncoperationid name | messagename:s operationtype:p subtype:i dependencytoken:s errorcode:i message:m friendlymessage:m startedon:d completedon:d executiontimespan:f correlationid:g primaryentitytype:e requestid:g data:m retrycount:i hostid:s
            ImportJob importjobs 9107 org importjobid name | solutionname:s progress:f startedon:d completedon:d data:m importcontext:s operationcontext:s solutionid:g
            StageSolutionUpload stagesolutionuploads 9110 user stagesolutionuploadid name | solutionuniquename:s solutionfilename:s
            ExportSolutionUpload exportsolutionuploads 9111 user exportsolutionuploadid name | solutionfilename:s
            msdyn_solutionhistory msdyn_solutionhistories 10010 virtual msdyn_solutionhistoryid msdyn_name | msdyn_activityid:s msdyn_correlationid:s msdyn_endtime:d msdyn_errorcode:s msdyn_exceptionmessage:m msdyn_exceptionstack:m msdyn_ismanaged:b msdyn_isoverwritecustomizations:b msdyn_ispatch:b msdyn_maxretries:i msdyn_operation:p msdyn_packagename:s msdyn_packageversion:s msdyn_publisherid:s msdyn_publishername:s msdyn_result:b msdyn_retrycount:i msdyn_solutionid:s msdyn_solutionversion:s msdyn_starttime:d msdyn_status:p msdyn_suboperation:p msdyn_totaltime:i
            msdyn_componentlayer msdyn_componentlayers 10011 virtual msdyn_componentlayerid msdyn_name | msdyn_componentid:s msdyn_solutioncomponentname:s msdyn_solutionname:s msdyn_publishername:s msdyn_order:i msdyn_componentjson:m msdyn_changes:m msdyn_children:m msdyn_overwritetime:d
            msdyn_solutioncomponentsummary msdyn_solutioncomponentsummaries 10012 virtual msdyn_solutioncomponentsummaryid msdyn_name | msdyn_solutionid:g msdyn_objectid:g msdyn_componenttype:i msdyn_displayname:s msdyn_schemaname:s msdyn_ismanaged:b
            WebResource webresourceset 9333 org webresourceid name | displayname:s description:m webresourcetype:p content:m contentjson:m languagecode:i ismanaged:b solutionid:g componentstate:p iscustomizable:v
            FileAttachment fileattachments 55 org fileattachmentid filename | mimetype:s filesizeinbytes:i regardingfieldname:s objecttypecode:e
            CustomControl customcontrols 9753 org customcontrolid name | version:s compatibledatatypes:m manifest:m ismanaged:b solutionid:g componentstate:p
            SystemForm systemforms 1030 org formid name | description:m objecttypecode:e type:p formxml:m ismanaged:b solutionid:g componentstate:p iscustomizable:v isdefault:b
            SavedQuery savedqueries 1039 org savedqueryid name | description:m returnedtypecode:e querytype:i fetchxml:m layoutxml:m ismanaged:b solutionid:g componentstate:p iscustomizable:v isdefault:b
            """;

    private static final String MANY_TO_MANY = """
            systemuserroles_association systemuser role systemuserroles
            teamroles_association team role teamroles
            systemuserprofiles_association systemuser fieldsecurityprofile systemuserprofiles
            teamprofiles_association team fieldsecurityprofile teamprofiles
            teammembership_association team systemuser teammembership
            """;

    private static final Map<String, ColumnType> TYPES = Map.ofEntries(
            Map.entry("s", ColumnType.STRING),
            Map.entry("m", ColumnType.MEMO),
            Map.entry("i", ColumnType.INTEGER),
            Map.entry("f", ColumnType.DOUBLE),
            Map.entry("x", ColumnType.DECIMAL),
            Map.entry("$", ColumnType.MONEY),
            Map.entry("b", ColumnType.BOOLEAN),
            Map.entry("d", ColumnType.DATETIME),
            Map.entry("p", ColumnType.PICKLIST),
            Map.entry("e", ColumnType.ENTITY_NAME),
            Map.entry("g", ColumnType.UNIQUEIDENTIFIER),
            Map.entry("v", ColumnType.MANAGED_PROPERTY));

    private final Schema schema;
    private final MetadataShapes shapes;

    private BuiltInTables(Schema schema) {
        this.schema = schema;
        this.shapes = schema.shapes();
    }

    static void into(Schema schema) {
        BuiltInTables tables = new BuiltInTables(schema);
        List<String> lines = TABLES.lines().toList();
        lines.forEach(tables::table);
        lines.forEach(tables::relationships);
        MANY_TO_MANY
                .lines()
                .map(line -> line.split(" "))
                .forEach(words ->
                        schema.relate(builtIn(tables.shapes.manyToMany(words[0], words[1], words[2], words[3]))));
    }

    private void table(String line) {
        String[] head = line.substring(0, line.indexOf(" | ")).split(" ");
        String owner = head[3];
        Table base = shapes.table(
                new MetadataShapes.Names(head[0], head[1], head[0], head[0] + "s"), owner.equals("user"), head[5]);
        ObjectNode header = base.header()
                .put("MetadataId", schema.commonId("table/" + base.logicalName()))
                .put("PrimaryIdAttribute", head[4])
                .put("ObjectTypeCode", Integer.parseInt(head[2]))
                .put("IsCustomEntity", head[0].startsWith("msdyn_") || head[0].equals("connectionreference"))
                .put("IsManaged", true)
                .put("TableType", owner.equals("virtual") ? "Virtual" : "Standard")
                .put("CreatedOn", "1900-01-01T00:00:00Z");
        if (owner.equals("unit")) {
            header.put("OwnershipType", "BusinessOwned");
        }
        if (head[5].equals("-")) {
            header.putNull("PrimaryNameAttribute");
        }
        schema.define(columns(base.with(header), head, line));
    }

    private Table columns(Table base, String[] head, String line) {
        Table table = base.withoutColumn(base.logicalName() + "id").withoutColumn("-");
        if (!head[3].equals("user")) {
            table = table.withoutColumn("statecode").withoutColumn("statuscode");
        }
        String name = table.logicalName();
        table = table.withColumn(shapes.column(name, ColumnType.UNIQUEIDENTIFIER, head[4], head[4])
                .put("IsPrimaryId", true)
                .put("IsValidForUpdate", false));
        for (String word : line.substring(line.indexOf(" | ") + 3).split(" ")) {
            table = table.withColumn(word.contains(">") ? lookup(name, word) : column(name, word));
        }
        for (ObjectNode column : table.columns().values()) {
            builtIn(column);
        }
        return table;
    }

    private ObjectNode column(String table, String word) {
        String[] parts = word.split(":");
        ObjectNode column = shapes.column(table, Objects.requireNonNull(TYPES.get(parts[1])), parts[0], parts[0]);
        return parts[1].equals("s") ? column.put("MaxLength", 1000).put("DatabaseLength", 2000) : longest(column);
    }

    private static ObjectNode longest(ObjectNode column) {
        return ColumnType.of(column) == ColumnType.MEMO ? column.put("MaxLength", 1_073_741_823) : column;
    }

    private ObjectNode lookup(String table, String word) {
        return shapes.lookup(table, navigation(word).toLowerCase(Locale.ROOT), target(word));
    }

    private void relationships(String line) {
        String referencing = line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT);
        for (String word : line.substring(line.indexOf(" | ") + 3).split(" ")) {
            if (word.contains(">")) {
                String own = "lk_" + referencing + "_" + navigation(word).toLowerCase(Locale.ROOT);
                String collection = word.contains("/") ? word.substring(word.indexOf('/') + 1) : own;
                schema.relate(builtIn(shapes.oneToMany(collection, target(word), referencing, navigation(word))));
            }
        }
    }

    private static String navigation(String word) {
        return word.substring(0, word.indexOf('>'));
    }

    private static String target(String word) {
        return word.substring(word.indexOf('>') + 1).replaceFirst("/.*", "");
    }

    private static ObjectNode builtIn(ObjectNode part) {
        boolean relationship = part.has("IsCustomRelationship");
        return part.put("IsManaged", true).put(relationship ? "IsCustomRelationship" : "IsCustomAttribute", false);
    }
}
