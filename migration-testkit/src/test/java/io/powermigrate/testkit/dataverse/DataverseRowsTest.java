package io.powermigrate.testkit.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roles, permissions, keys and links of rows of a Dataverse (wire/dataverse.md, sections 1 and 4). */
class DataverseRowsTest {
    private static final String CRM = "Microsoft.Dynamics.CRM.";

    private final WebApiClient client = new WebApiClient();

    @AfterEach
    void stop() {
        client.close();
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.path(member).asText()));
        return texts;
    }

    @Test
    void a_role_has_nine_privileges_that_stay_and_takes_others_at_allowed_depths_only() {
        String unit = client.get("businessunits?$filter=_parentbusinessunitid_value eq null")
                .at("/value/0/businessunitid");
        var role = client.post("roles", "{`name`:`Clerk`,`businessunitid@odata.bind`:`/businessunits(" + unit + ")`}");
        String read = client.get("privileges?$filter=" + CRM
                        + "In(PropertyName=@p1,PropertyValues=@p2)&@p1='name'&@p2=[\"prvReadAccount\"]")
                .at("/value/0/privilegeid");
        String entity =
                client.get("privileges?$filter=name eq 'prvCreateEntity'").at("/value/0/privilegeid");
        String add = "roles(" + role.id() + ")/" + CRM + "AddPrivilegesRole";
        var added = client.post(add, "{`Privileges`:[{`PrivilegeId`:`" + read + "`,`Depth`:`Deep`}]}");
        var tooNear = client.post(add, "{`Privileges`:[{`PrivilegeId`:`" + entity + "`,`Depth`:`Basic`}]}");
        var replaced = client.post("roles(" + role.id() + ")/" + CRM + "ReplacePrivilegesRole", "{`Privileges`:[]}");

        assertThat(added.status()).as(added.text()).isEqualTo(204);
        assertThat(tooNear.at("/error/message")).contains("can't have depth = Basic");
        assertThat(replaced.status()).isEqualTo(204);
        assertThat(client.get("RetrieveRolePrivilegesRole(RoleId=" + role.id() + ")")
                        .json()
                        .path("RolePrivileges"))
                .hasSize(9);
    }

    @Test
    void a_field_permission_needs_a_secured_column_and_a_profile_that_can_be_changed() {
        String profile = client.row("fieldsecurityprofiles", Map.of("name", "Salaries"));
        String permission =
                "{`fieldsecurityprofileid@odata.bind`:`/fieldsecurityprofiles(%s)`,`entityname`:`account`,`attributelogicalname`:`revenue`,`canread`:4}";

        assertThat(client.post("fieldpermissions", String.format(permission, profile))
                        .code())
                .isEqualTo("0x8004f508");
        assertThat(client.post("fieldpermissions", String.format(permission, "572329c1-a042-4e22-be47-367c6374ea45"))
                        .code())
                .isEqualTo("0x8004f50c");
    }

    @Test
    void members_are_linked_with_roles_and_taken_from_them() {
        String user = client.get("WhoAmI").at("/UserId");
        String role = client.get("roles?$filter=name eq 'Basic User'").at("/value/0/roleid");
        String links = "systemusers(" + user + ")/systemuserroles_association";
        var linked = client.post(links + "/$ref", "{`@odata.id`:`" + client.base + "roles(" + role + ")`}");

        assertThat(linked.status()).as(linked.text()).isEqualTo(204);
        assertThat(client.get(links + "/$ref").text())
                .contains("roles(" + role + ")")
                .contains("$metadata#Collection($ref)");
        assertThat(texts(
                        client.get("systemusers(" + user
                                        + ")?$select=fullname&$expand=systemuserroles_association($select=name)")
                                .json()
                                .path("systemuserroles_association"),
                        "name"))
                .contains("Basic User");
        assertThat(client.delete(links + "(" + role + ")/$ref").status()).isEqualTo(204);
        assertThat(client.get(links + "/$count").text()).isEqualTo("1");
    }

    @Test
    void alternate_keys_find_rows_and_are_unique() {
        client.orders.key("account", "new_number", "accountnumber");
        client.post("accounts", "{`name`:`A`,`accountnumber`:`A-1`}");

        assertThat(client.get("accounts(accountnumber='A-1')").at("/name")).isEqualTo("A");
        assertThat(client.post("accounts", "{`accountnumber`:`A-1`}").code()).isEqualTo("0x80060892");
        assertThat(client.patch("accounts(accountnumber='A-2')", "{`name`:`B`}").status())
                .isEqualTo(204);
        assertThat(client.get("accounts(accountnumber='A-2')?$select=name").at("/name"))
                .isEqualTo("B");
        assertThat(client.get("accounts(name='A')").status()).isEqualTo(400);
    }

    @Test
    void one_property_is_written_read_and_emptied() {
        String account = "accounts(" + client.row("accounts", Map.of("name", "A")) + ")";

        assertThat(client.put(account + "/telephone1", "{`value`:`555`}").status())
                .isEqualTo(204);
        assertThat(client.get(account + "/telephone1").at("/value")).isEqualTo("555");
        assertThat(client.delete(account + "/telephone1").status()).isEqualTo(204);
        assertThat(client.get(account + "/telephone1").status()).isEqualTo(204);
    }

    @Test
    void annotations_name_what_a_lookup_leads_to() {
        String contact = client.row("contacts", Map.of("fullname", "John Doe"));
        client.post("accounts", "{`name`:`A`,`primarycontactid@odata.bind`:`/contacts(" + contact + ")`}");
        JsonNode row = client.get(
                        "accounts?$select=name,_primarycontactid_value", "Prefer", "odata.include-annotations=\"*\"")
                .json()
                .path("value")
                .get(0);

        assertThat(row.path("_primarycontactid_value@OData.Community.Display.V1.FormattedValue")
                        .asText())
                .isEqualTo("John Doe");
        assertThat(row.path("_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname")
                        .asText())
                .isEqualTo("contact");
        assertThat(row.path("_primarycontactid_value@Microsoft.Dynamics.CRM.associatednavigationproperty")
                        .asText())
                .isEqualTo("primarycontactid");
    }

    @Test
    void a_token_counts_for_its_own_organisation_and_its_own_members_only() {
        client.contoso.environment("Other").dataverse("contosoother");
        client.signIn(client.ada, client.fake.address() + "/orgs/contosoother");
        assertThat(client.get("WhoAmI").status()).isEqualTo(401);

        client.signIn(client.bob, "https://contosodev.crm4.dynamics.com");
        assertThat(client.get("WhoAmI").status()).isEqualTo(200);
        client.contoso.environment("Closed").dataverse("contosoclosed").maker(client.ada);
        client.signIn(client.bob, "https://contosoclosed.api.crm4.dynamics.com/");
        var refused = client.get(client.fake.address() + "/orgs/contosoclosed/api/data/v9.1/WhoAmI");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("0x80072560");
        client.orders.member(client.ada);
        client.signIn(client.ada, client.fake.address() + "/orgs/contosodev");
        assertThat(client.get("accounts").code()).isEqualTo("0x80040220");
        client.orders.member(client.ada, "Basic User");
        assertThat(client.get("accounts").status()).isEqualTo(200);
        assertThat(client.row("accounts", Map.of("name", "A"))).hasSize(36);
    }

    @Test
    void an_application_is_a_member_only_where_it_was_made_a_user() {
        var robot = client.contoso
                .application("5f9b1a5e-0c1d-4d36-9a3f-2f6c1c4f7a11", "secret")
                .registeredAsAdmin();
        client.signIn(robot);

        assertThat(client.get("WhoAmI").code()).isEqualTo("0x80072560");
        client.orders.member(robot, "System Administrator");
        assertThat(client.get("WhoAmI").status()).isEqualTo(200);
    }

    @Test
    void service_protection_tells_its_limit_and_when_to_come_again() {
        client.fake.faults().next(any -> true, Fault.throttledForSeconds(7));
        client.fake.faults().next(any -> true, Fault.serviceProtection("0x80072326", 9));
        var first = client.get("WhoAmI");
        var second = client.get("WhoAmI");

        assertThat(List.of(first.code(), second.code())).containsExactlyInAnyOrder("0x80072322", "0x80072326");
        assertThat(List.of(first.header("Retry-After"), second.header("Retry-After")))
                .containsExactlyInAnyOrder("7", "9");
        assertThat(first.status()).isEqualTo(429);
    }

    @Test
    void many_rows_are_made_in_one_request_all_or_none() {
        String type = "`@odata.type`:`Microsoft.Dynamics.CRM.account`";
        var made = client.post(
                "accounts/Microsoft.Dynamics.CRM.CreateMultiple",
                "{`Targets`:[{" + type + ",`name`:`A`},{" + type + ",`name`:`B`}]}");
        var failed = client.post(
                "accounts/Microsoft.Dynamics.CRM.CreateMultiple",
                "{`Targets`:[{" + type + ",`name`:`C`},{" + type + ",`nmae`:`D`}]}");

        assertThat(made.json().path("Ids")).hasSize(2);
        assertThat(failed.status()).isEqualTo(400);
        assertThat(client.orders.rows("accounts")).hasSize(2);
        assertThat(client.get("RetrieveTotalRecordCount(EntityNames=@p1)?@p1=['account']")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("RetrieveTotalRecordCount(EntityNames=@p1)?@p1=[\"account\"]")
                        .at("/EntityRecordCountCollection/Values/0"))
                .isEqualTo("2");
    }

    @Test
    void a_row_has_the_owner_that_it_is_given_and_otherwise_its_maker() {
        String bob = client.orders.member(client.bob, "Basic User").rows("systemusers").stream()
                .filter(each -> each.value("fullname").equals(Optional.of("Bob")))
                .findFirst()
                .orElseThrow()
                .id();
        var given = client.post("accounts", "{`name`:`A`,`ownerid@odata.bind`:`/systemusers(" + bob + ")`}");
        var own = client.post("accounts", "{`name`:`B`}");

        assertThat(client.get("accounts(" + given.id() + ")").at("/_ownerid_value"))
                .isEqualTo(bob);
        assertThat(client.get("accounts(" + own.id() + ")").at("/_ownerid_value"))
                .isEqualTo(client.get("WhoAmI").at("/UserId"));
    }
}
