package io.powermigrate.testkit.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Answers of the fake beside recorded ones: the members that definitions and messages have, and the form of rows, whose
 * columns are those of the tables that the fake defines.
 */
class DataverseRecordingsTest {
    private static final Path FOLDER = Path.of("../../shared/fixtures/dataverse/recorded");

    private final WebApiClient client = new WebApiClient();

    @AfterEach
    void stop() {
        client.close();
    }

    private static JsonNode recorded(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "no recordings here");
        return new ObjectMapper().readTree(Files.readString(path).replace("\uFEFF", ""));
    }

    /** The names on the way to every leaf, without indices. */
    private static Set<String> members(JsonNode node) {
        Set<String> members = new TreeSet<>();
        collect("", node, members);
        return members;
    }

    private static void collect(String path, JsonNode node, Set<String> members) {
        node.properties().forEach(each -> {
            members.add(path + "/" + each.getKey());
            collect(path + "/" + each.getKey(), each.getValue(), members);
        });
        if (node.isArray()) {
            node.forEach(each -> collect(path, each, members));
        }
    }

    @Test
    void a_definition_has_the_members_of_the_recorded_ones() throws IOException {
        String expanded =
                "EntityDefinitions(LogicalName='%s')?$expand=OneToManyRelationships,ManyToManyRelationships,ManyToOneRelationships";
        client.post(
                "RelationshipDefinitions",
                "{`SchemaName`:`new_account_contact`,`Entity1LogicalName`:`account`,`Entity2LogicalName`:`contact`}");
        for (String table : Set.of("account", "contact")) {
            Set<String> wanted = members(recorded("metadata/get_entitydefinition_" + table + ".json"));
            wanted.removeIf(each -> each.contains("AssociatedMenuConfiguration/Label/"));
            wanted.removeAll(Set.of("/Description/LocalizedLabels", "/Description/UserLocalizedLabel"));
            wanted.removeIf(each -> each.startsWith("/Description/"));
            assertThat(members(client.get(expanded.replace("%s", table)).json()))
                    .containsAll(wanted);
        }
    }

    @Test
    void a_list_of_columns_has_the_members_of_the_recorded_one() throws IOException {
        JsonNode wanted = recorded("metadata/get_entitydefinition_businessunit_attributes.json");

        assertThat(members(client.get("EntityDefinitions(LogicalName='businessunit')/Attributes?$select=LogicalName")
                        .json()))
                .containsAll(members(wanted));
    }

    @Test
    void who_am_i_and_a_created_row_have_the_members_of_the_recorded_ones() throws IOException {
        JsonNode who = recorded("rest/get_whoami.json");
        JsonNode row = recorded("rest/post_account.json");
        var created = client.post("accounts?$select=name", "{`name`:`A`}", "Prefer", "return=representation");

        assertThat(members(client.get("WhoAmI").json())).isEqualTo(members(who));
        assertThat(members(created.json())).isEqualTo(members(row));
    }

    @Test
    void links_and_expanded_lists_have_the_form_of_the_recorded_ones() throws IOException {
        String contact = client.row("contacts", Map.of("fullname", "John Doe"));
        String account = client.row("accounts", Map.of("name", "A", "_primarycontactid_value", contact));
        client.patch(
                "contacts(" + contact + ")", "{`parentcustomerid_account@odata.bind`:`/accounts(" + account + ")`}");
        String list = "accounts(" + account + ")/contact_customer_accounts";

        assertThat(members(client.get(list + "/$ref").json()))
                .isEqualTo(members(recorded("data/get_account_ref.json")));
        assertThat(members(client.get(list + "?$select=createdon").json()))
                .isEqualTo(members(recorded("data/get_account_contact_customer_accounts.json")));
    }

    @Test
    void a_role_has_the_columns_of_the_recorded_ones() throws IOException {
        Set<String> wanted = members(recorded("security/get_security_roles.json"));
        Set<String> answered = members(client.get("roles").json());
        wanted.removeAll(answered);

        assertThat(wanted)
                .as("recorded, not answered")
                .allMatch(each -> each.matches("/value/(_(created|modified)(by|onbehalfby)_value|overriddencreatedon"
                        + "|importsequencenumber|canbedeleted.*|appliesto|summaryof.*|is.*)"));
    }
}
