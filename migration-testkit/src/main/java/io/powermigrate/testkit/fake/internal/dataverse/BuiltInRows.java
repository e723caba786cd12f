package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The rows that every Dataverse begins with: itself, its business unit and team, roles, publishers and solutions. */
final class BuiltInRows {
    private static final List<String> PRIVILEGES = List.of(
            "prvImportCustomization",
            "prvExportCustomization",
            "prvPublishCustomization",
            "prvCreateEntity",
            "prvReadEntity",
            "prvWriteEntity",
            "prvDeleteEntity",
            "prvCreateAttribute",
            "prvReadAttribute",
            "prvWriteAttribute",
            "prvDeleteAttribute",
            "prvCreateRelationship",
            "prvReadRelationship",
            "prvWriteRelationship",
            "prvDeleteRelationship",
            "prvCreateOptionSet",
            "prvReadOptionSet",
            "prvWriteOptionSet",
            "prvDeleteOptionSet",
            "prvActOnBehalfOfAnotherUser",
            "prvBypassCustomPlugins");

    private final Organisation organisation;

    private BuiltInRows(Organisation organisation) {
        this.organisation = organisation;
    }

    static void into(Organisation organisation) {
        BuiltInRows rows = new BuiltInRows(organisation);
        rows.organisationAndUnit();
        rows.privileges();
        rows.roles();
        rows.solutions();
    }

    private void organisationAndUnit() {
        organisation
                .rows("organizations")
                .add(Rows.row()
                        .put("organizationid", organisation.id())
                        .put("name", organisation.name())
                        .put("schemanameprefix", "new")
                        .put("isauditenabled", false));
        organisation.settings().write();
        String unit = organisation
                .rows("businessunits")
                .add(Rows.row()
                        .put("businessunitid", organisation.idOf("rootbusinessunit"))
                        .put("name", organisation.name())
                        .put("isdisabled", false)
                        .putNull("_parentbusinessunitid_value"));
        organisation
                .rows("teams")
                .add(Rows.row()
                        .put("name", organisation.name())
                        .put("teamtype", 0)
                        .put("isdefault", true)
                        .put("_businessunitid_value", unit));
        organisation
                .rows("fieldsecurityprofiles")
                .add(Rows.row()
                        .put("fieldsecurityprofileid", KnownIds.ADMINISTRATOR_PROFILE)
                        .put("name", "System Administrator")
                        .put("ismanaged", true));
    }

    private void privileges() {
        Security security = organisation.security();
        Security.BASELINE.forEach(name -> security.privilege(name, 0, false));
        PRIVILEGES.forEach(name -> security.privilege(name, 0, false));
        organisation.schema().tables().forEach(security::privilegesFor);
    }

    private void roles() {
        String all = role("System Administrator", KnownIds.ADMINISTRATOR_TEMPLATE);
        String customizer = role("System Customizer", KnownIds.CUSTOMIZER_TEMPLATE);
        String basic = role("Basic User", KnownIds.BASIC_USER_TEMPLATE);
        Security security = organisation.security();
        for (ObjectNode privilege : organisation.rows("privileges").all()) {
            String id = privilege.path("privilegeid").asText();
            security.grant(all, id, Depth.GLOBAL);
            security.grant(customizer, id, Depth.GLOBAL);
            String name = privilege.path("name").asText();
            if (name.endsWith("Account") || name.endsWith("Contact")) {
                security.grant(basic, id, Depth.BASIC);
            }
        }
    }

    private String role(String name, String template) {
        organisation
                .rows("roletemplates")
                .add(Rows.row().put("roletemplateid", template).put("name", name));
        ObjectNode row = Rows.row()
                .put("roleid", organisation.idOf("role/" + template))
                .put("name", name)
                .put("ismanaged", true)
                .put("_roletemplateid_value", template);
        return organisation.security().newRole(row);
    }

    private void solutions() {
        String microsoft = publisher(KnownIds.MICROSOFT_PUBLISHER, "MicrosoftCorporation", "Microsoft", "", 0);
        String own = "DefaultPublisher" + organisation.name();
        String publisher = publisher(
                KnownIds.DEFAULT_PUBLISHER, own, "Default Publisher for " + organisation.name(), "new", 10_000);
        String common = "Cr" + organisation.idOf("common").substring(0, 5);
        String commonPublisher = publisher(
                organisation.idOf("commonpublisher"),
                common,
                "CDS Default Publisher",
                common.toLowerCase(Locale.ROOT),
                73_541);
        solution(KnownIds.ACTIVE_SOLUTION, "Active", "Active Solution", publisher, false);
        solution(KnownIds.DEFAULT_SOLUTION, "Default", "Default Solution", publisher, true);
        solution(KnownIds.COMMON_SOLUTION, common, "Common Data Services Default Solution", commonPublisher, true);
        organisation
                .rows("solutions")
                .add(Rows.row()
                        .put("solutionid", organisation.commonIdOf("solution/System"))
                        .put("uniquename", "System")
                        .put("friendlyname", "System Solution")
                        .put("version", "9.2.26072.00142")
                        .put("ismanaged", true)
                        .put("isvisible", false)
                        .put("installedon", organisation.stamp())
                        .put("_publisherid_value", microsoft));
    }

    private String publisher(String id, String name, String display, String prefix, int optionPrefix) {
        return organisation
                .rows("publishers")
                .add(Rows.row()
                        .put("publisherid", id)
                        .put("uniquename", name)
                        .put("friendlyname", display)
                        .put("customizationprefix", prefix.isEmpty() ? null : prefix)
                        .put("customizationoptionvalueprefix", optionPrefix)
                        .put("isreadonly", prefix.isEmpty()));
    }

    private void solution(String id, String name, String display, String publisher, boolean visible) {
        organisation
                .rows("solutions")
                .add(Rows.row()
                        .put("solutionid", id)
                        .put("uniquename", name)
                        .put("friendlyname", display)
                        .put("version", "1.0")
                        .put("ismanaged", false)
                        .put("isvisible", visible)
                        .put("installedon", organisation.stamp())
                        .put("_publisherid_value", publisher));
    }
}
