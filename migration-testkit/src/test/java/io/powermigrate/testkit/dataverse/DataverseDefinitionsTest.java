package io.powermigrate.testkit.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Definitions of a Dataverse and the components of solutions (wire/dataverse.md, sections 2.3 and 3). */
class DataverseDefinitionsTest {
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

    private String newSolution() {
        var publisher = client.post("publishers", "{`uniquename`:`p`,`friendlyname`:`P`,`customizationprefix`:`pp`}");
        client.post(
                "solutions",
                "{`uniquename`:`Orders`,`friendlyname`:`Orders`,`version`:`1.0.0.0`,`publisherid@odata.bind`:`/publishers("
                        + publisher.id() + ")`}");
        return publisher.id();
    }

    private WebApiClient.Reply newTable() {
        return client.post(
                "EntityDefinitions",
                "{`@odata.type`:`" + CRM + "EntityMetadata`,`SchemaName`:`sample_Example`,`OwnershipType`:`UserOwned`,"
                        + "`DisplayName`:{`LocalizedLabels`:[{`Label`:`Example`,`LanguageCode`:1033}]},`Attributes`:[{"
                        + "`@odata.type`:`" + CRM
                        + "StringAttributeMetadata`,`IsPrimaryName`:true,`SchemaName`:`sample_Name`,"
                        + "`MaxLength`:10,`FormatName`:{`Value`:`Text`}}]}");
    }

    private String columns() {
        return "EntityDefinitions(LogicalName='sample_example')/Attributes";
    }

    @Test
    void a_table_is_made_read_by_name_and_id_filled_and_dropped() {
        var made = newTable();
        var byName = client.get(
                "EntityDefinitions(LogicalName='sample_example')?$select=SchemaName,DisplayName&$expand=Attributes($select=LogicalName)");
        var byId = client.get("EntityDefinitions(" + made.id() + ")");
        var row = client.post("sample_examples", "{`sample_name`:`A`}");
        var tooLong = client.post("sample_examples", "{`sample_name`:`12345678901`}");

        assertThat(made.status()).as(made.text()).isEqualTo(204);
        assertThat(byName.at("/DisplayName/UserLocalizedLabel/Label")).isEqualTo("Example");
        assertThat(texts(byName.json().path("Attributes"), "LogicalName"))
                .contains("sample_exampleid", "sample_name", "statecode");
        assertThat(texts(byId.json().path("Privileges"), "Name")).hasSize(8).contains("prvCreatesample_Example");
        assertThat(row.status()).isEqualTo(204);
        assertThat(tooLong.code()).isEqualTo("0x80044331");
        assertThat(client.delete("EntityDefinitions(LogicalName='sample_example')")
                        .status())
                .isEqualTo(204);
        assertThat(client.get("sample_examples").status()).isEqualTo(404);
        assertThat(client.delete("EntityDefinitions(LogicalName='account')").status())
                .isEqualTo(405);
    }

    @Test
    void columns_are_cast_replaced_by_put_only_and_keep_labels_where_merged() {
        newTable();
        var made = client.post(
                columns(),
                "{`@odata.type`:`" + CRM
                        + "PicklistAttributeMetadata`,`SchemaName`:`sample_Colour`,`OptionSet`:{`IsGlobal`:false,"
                        + "`Options`:[{`Value`:1,`Label`:{`LocalizedLabels`:[{`Label`:`Red`,`LanguageCode`:1033}]}}]}}");
        String one = columns() + "(LogicalName='sample_colour')";
        var cast = client.get(one + "/" + CRM + "PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet");
        var wrongCast = client.get(one + "/" + CRM + "StringAttributeMetadata");
        var put = client.put(
                one + "/" + CRM + "PicklistAttributeMetadata",
                "{`@odata.type`:`" + CRM
                        + "PicklistAttributeMetadata`,`SchemaName`:`sample_Colour`,`DisplayName`:{`LocalizedLabels`:"
                        + "[{`Label`:`Farbe`,`LanguageCode`:1031}]}}",
                "MSCRM.MergeLabels",
                "true");

        assertThat(made.status()).as(made.text()).isEqualTo(204);
        assertThat(cast.at("/OptionSet/Options/0/Value")).isEqualTo("1");
        assertThat(wrongCast.status()).isEqualTo(404);
        assertThat(put.status()).as(put.text()).isEqualTo(204);
        assertThat(texts(client.get(one).json().path("DisplayName").path("LocalizedLabels"), "Label"))
                .contains("Farbe", "sample_Colour");
        assertThat(client.patch(one, "{`SchemaName`:`sample_Colour`}").status()).isEqualTo(405);
        assertThat(client.get(columns() + "/" + CRM + "EnumAttributeMetadata").status())
                .isEqualTo(400);
    }

    @Test
    void a_relationship_makes_its_lookup_and_its_navigation_properties_in_their_case() {
        newTable();
        var made = client.post(
                "RelationshipDefinitions",
                "{`@odata.type`:`" + CRM
                        + "OneToManyRelationshipMetadata`,`SchemaName`:`sample_account_example`,`ReferencedEntity`:`account`,"
                        + "`ReferencingEntity`:`sample_example`,`Lookup`:{`@odata.type`:`" + CRM
                        + "LookupAttributeMetadata`,`SchemaName`:`sample_Account`}}");
        String account = client.row("accounts", Map.of("name", "A"));
        var wrongCase = client.post("sample_examples", "{`sample_account@odata.bind`:`/accounts(" + account + ")`}");
        var row = client.post(
                "sample_examples", "{`sample_name`:`E`,`sample_Account@odata.bind`:`/accounts(" + account + ")`}");
        var found =
                client.get("sample_examples?$filter=sample_Account/name eq 'A'&$expand=sample_Account($select=name)");
        var across = client.get("accounts(" + account + ")/sample_account_example?$select=sample_name");

        assertThat(made.status()).as(made.text()).isEqualTo(204);
        assertThat(wrongCase.status()).isEqualTo(400);
        assertThat(row.status()).as(row.text()).isEqualTo(204);
        assertThat(found.at("/value/0/sample_Account/name")).isEqualTo("A");
        assertThat(across.at("/value/0/sample_name")).isEqualTo("E");
        assertThat(client.get("RelationshipDefinitions/" + CRM + "OneToManyRelationshipMetadata?$select=SchemaName")
                        .text())
                .contains("sample_account_example");
    }

    @Test
    void a_global_choice_stands_in_the_columns_that_use_it() {
        newTable();
        var made = client.post(
                "GlobalOptionSetDefinitions",
                "{`@odata.type`:`" + CRM
                        + "OptionSetMetadata`,`Name`:`sample_size`,`IsGlobal`:true,`OptionSetType`:`Picklist`,"
                        + "`Options`:[{`Value`:5,`Label`:{`LocalizedLabels`:[{`Label`:`Large`,`LanguageCode`:1033}]}}]}");
        client.post(
                columns(),
                "{`@odata.type`:`" + CRM
                        + "PicklistAttributeMetadata`,`SchemaName`:`sample_Size`,`GlobalOptionSet@odata.bind`:"
                        + "`/GlobalOptionSetDefinitions(" + made.id() + ")`}");
        var column = client.get(columns() + "(LogicalName='sample_size')/" + CRM
                + "PicklistAttributeMetadata?$expand=OptionSet,GlobalOptionSet");

        assertThat(column.at("/GlobalOptionSet/Name")).as(column.text()).isEqualTo("sample_size");
        assertThat(client.get("GlobalOptionSetDefinitions(Name='sample_size')")
                        .json()
                        .path("Options"))
                .hasSize(1);
        assertThat(client.delete("GlobalOptionSetDefinitions(Name='sample_size')")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void many_definitions_come_in_one_request_by_their_names() {
        String query =
                "{\"Properties\":{\"PropertyNames\":[\"SchemaName\",\"Attributes\",\"Keys\"]},\"Criteria\":{\"FilterOperator\":\"Or\",\"Conditions\":["
                        + "{\"PropertyName\":\"LogicalName\",\"ConditionOperator\":\"Equals\",\"Value\":{\"Type\":\"System.String\",\"Value\":\"account\"}},"
                        + "{\"PropertyName\":\"LogicalName\",\"ConditionOperator\":\"Equals\",\"Value\":{\"Type\":\"System.String\",\"Value\":\"contact\"}}]},"
                        + "\"AttributeQuery\":{\"Properties\":{\"PropertyNames\":[\"AttributeType\"]}},\"KeyQuery\":{\"Properties\":{\"AllProperties\":true}}}";
        var changes = client.get("RetrieveMetadataChanges(Query=@p1)?@p1=" + query);

        assertThat(texts(changes.json().path("EntityMetadata"), "LogicalName"))
                .as(changes.text())
                .containsExactly("account", "contact");
        assertThat(texts(changes.json().path("EntityMetadata").get(0).path("Attributes"), "LogicalName"))
                .contains("revenue");
    }

    @Test
    void definitions_have_neither_an_order_nor_pages() {
        assertThat(client.get("EntityDefinitions?$orderby=LogicalName").status())
                .isEqualTo(400);
        assertThat(client.get("EntityDefinitions?$top=1").status()).isEqualTo(400);
        assertThat(client.get("EntityDefinitions?$select=LogicalName")
                        .json()
                        .path("value")
                        .size())
                .isGreaterThan(20);
    }

    @Test
    void every_member_of_a_full_read_is_declared_in_the_metadata_document() {
        String csdl = client.get("$metadata", "Accept", "application/xml").text();
        for (String set : List.of("accounts", "solutions", "roles", "systemusers", "organizations", "privileges")) {
            JsonNode row = client.get(set + (set.equals("accounts") ? "" : "?$top=1"))
                    .json()
                    .path("value")
                    .path(0);
            row.fieldNames().forEachRemaining(name -> assertThat(
                            name.startsWith("@") || csdl.contains("<Property Name=\"" + name + "\""))
                    .as(set + "." + name)
                    .isTrue());
        }
        assertThat(csdl)
                .contains("Type=\"Edm.Decimal\" Scale=\"Variable\"")
                .contains("Key><PropertyRef Name=\"accountid\"");
        assertThat(client.get("$metadata", "Accept", "application/json").status())
                .isEqualTo(415);
    }

    @Test
    void components_join_and_leave_an_unmanaged_solution_by_the_id_of_the_component() {
        String publisher = newSolution();
        String table = newTable().id();
        var added = client.post(
                "AddSolutionComponent",
                "{`ComponentId`:`" + table
                        + "`,`ComponentType`:1,`SolutionUniqueName`:`Orders`,`DoNotIncludeSubcomponents`:true,`IncludedComponentSettingsValues`:null}");
        String list = "solutioncomponents?$filter=solutionid/uniquename eq 'Orders'";

        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(client.get(list).at("/value/0/rootcomponentbehavior")).isEqualTo("1");
        assertThat(client.post(
                                "RemoveSolutionComponent",
                                "{`SolutionComponent`:{`solutioncomponentid`:`" + table
                                        + "`},`ComponentType`:1,`SolutionUniqueName`:`Orders`}")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(list).json().path("value")).isEmpty();
        assertThat(client.post(
                                "solutions",
                                "{`uniquename`:`Orders`,`publisherid@odata.bind`:`/publishers(" + publisher + ")`}")
                        .code())
                .isEqualTo("0x8004f023");
    }
}
