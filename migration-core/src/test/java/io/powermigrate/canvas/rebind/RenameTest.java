package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.sources;
import static io.powermigrate.canvas.rebind.Rebindings.text;
import static io.powermigrate.canvas.rebind.Rebindings.withSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.error.MigrationException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sources of a small document get other names; texts in formulas become others. */
class RenameTest {

    private static final String ORDERS =
            "{'Name':'Orders','Type':'ConnectedDataSourceInfo','DatasetName':'d','TableName':'t'}";

    @Test
    void tags_of_conditional_formatting_move_with_the_formula_that_they_point_into() {
        Msapp source = withSource(ORDERS)
                .json(
                        "Controls\\1.json",
                        "{'TopParent':{'Type':'ControlInfo','Name':'Screen1','Rules':[{'TaggedRuleArray':[{'Tag':"
                                + "'{\\u0022start\\u0022:13,\\u0022limit\\u0022:14}','InvariantScript':'Orders'}],"
                                + "'InvariantScript':'If(Orders=1, 2)'}]}}");

        assertThat(text(rename(source, "Big Orders"), "Controls\\1.json"))
                .isEqualTo(
                        "{\"TopParent\":{\"Type\":\"ControlInfo\",\"Name\":\"Screen1\",\"Rules\":[{\"TaggedRuleArray\":"
                                + "[{\"Tag\":\"{\\u0022start\\u0022:19,\\u0022limit\\u0022:20}\",\"InvariantScript\":\"'Big Orders'\"}],"
                                + "\"InvariantScript\":\"If('Big Orders'=1, 2)\"}]}}");
    }

    @Test
    void schemas_copies_of_components_and_input_properties_follow() {
        String control = "{'TopParent':{'Name':'Screen1','Template':{'CustomProperties':[{'Type':"
                + "'{\\u0022DataEntity\\u0022:{\\u0022EntityInfoParentDSName\\u0022:\\u0022Orders\\u0022}}','PropertyScopeKey':"
                + "{'ScopeVariableInfo':{'DefaultRule':'First(Orders)'}}}],'ComponentDefinitionInfo':{'Rules':"
                + "[{'InvariantScript':'Orders'}]}},'ControlThisItemType':{'Type':{'ProjectionInfoDataSources':['Orders']}},"
                + "'ControlPropertyState':['Items',{'AutoRuleBindingString':'[@Orders]'}],'Rules':[{'InvariantScript':"
                + "'Gallery1.Orders & \\u0022Orders\\u0022'}]}}";
        Msapp source = withSource(ORDERS).json("Controls\\1.json", control);

        assertThat(text(rename(source, "Sales"), "Controls\\1.json").replace('"', '\''))
                .isEqualTo(control.replace("Orders", "Sales")
                        .replace("Gallery1.Sales & \\u0022Sales", "Gallery1.Orders & \\u0022Orders"));
    }

    @Test
    void the_map_of_generated_screens_holds_the_name_bare_and_as_a_formula() {
        String map =
                "{'AppFromDataMetaDataIdsToEntityNameMappings':'{\\u0022%DataSourceName.AFD%\\u0022:\\u0022Orders\\u0022,"
                        + "\\u0022%DataSourceValue.AFD%\\u0022:\\u0022[@Orders]\\u0022,\\u0022%PrimaryNameField.AFD%\\u0022:\\u0022Orders\\u0022}'}";
        Msapp source = withSource(ORDERS).json("References\\AuxDataMap.json", map);

        assertThat(text(rename(source, "It's"), "References\\AuxDataMap.json").replace('"', '\''))
                .isEqualTo(map.replaceFirst("Orders", "It's").replaceFirst("@Orders", "@'It''s'"));
    }

    @Test
    void a_service_is_renamed_in_its_wadl() {
        String service = "{'Name':'A&B','Type':'ServiceInfo','WadlMetadata':{'WadlXml':"
                + "'<a xmlns:service=\\u0022x\\u0022 siena:serviceId=\\u0022A&amp;B\\u0022 title=\\u0022A&amp;B\\u0022/>'}}";

        RebindResult rebound = withSource(service)
                .open()
                .rebind(Rebinding.builder().rename("A&B", "C<D").build());

        assertThat(sources(rebound))
                .isEqualTo(service.replaceFirst("A&B", "C<D").replaceFirst("A&amp;B", "C&lt;D"));
    }

    @Test
    void the_first_generation_is_renamed_too() {
        String entities = "{'Entities':[{'Name':'Orders','Type':'ControlInfo','Rules':[{'InvariantScript':'Orders'}]},"
                + "{'Name':'Orders','Type':'ConnectedDataSourceInfo'},{'Type':'ResourceInfo','Name':'Orders'}]}";
        Msapp source = Msapp.small().without("Controls\\1.json").json("Entities.json", entities);

        assertThat(text(rename(source, "Sales"), "Entities.json").replace('"', '\''))
                .isEqualTo(entities.replace("'InvariantScript':'Orders'", "'InvariantScript':'Sales'")
                        .replace("'Orders','Type':'Conn", "'Sales','Type':'Conn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Items: =Orders~                  ; Sales  ; Items: =Sales~",
                "- Items: =Orders~                ; S #2   ; - Items: |-~      ='S #2'~",
                "Items: =Orders                   ; a: b   ; Items: |-~    ='a: b'",
                "Items: |-~    =1 +~~      Orders~    X: =Orders~  Y: =Orders~ ; Sales ;"
                        + "Items: |-~    =1 +~~      Sales~    X: =Sales~  Y: =Sales~",
                "Items: |-~    =1~    // a~   Y: =Orders~ ; Sales ; Items: |-~    =1~    // a~   Y: =Sales~",
                "'k: =Orders': =Orders~           ; Sales  ; 'k: =Orders': =Sales~",
                "# Items: =Orders~                ; Sales  ; # Items: =Orders~",
                "Name: Orders~                    ; Sales  ; Name: Orders~"
            })
    void formulas_of_yaml_follow_and_stay_yaml(String before, String name, String after) {
        Msapp source = withSource(ORDERS)
                .bytes(
                        "Src\\App.pa.yaml",
                        ("x:~  " + before).replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(text(rename(source, name), "Src\\App.pa.yaml")).isEqualTo(("x:~  " + after).replace("~", "\r\n"));
    }

    @Test
    void yaml_that_studio_never_writes_is_told() {
        Msapp source = withSource(ORDERS)
                .bytes(
                        "Src\\App.pa.yaml",
                        "x:\n  Items: \"=Orders\"\n  A: |2-\n    =Orders\n".getBytes(StandardCharsets.UTF_8));

        RebindResult rebound = rename(source, "Sales");

        assertThat(text(rebound, "Src\\App.pa.yaml")).contains("\"=Orders\"");
        assertThat(rebound.unbound())
                .extracting(UnboundValue::what)
                .contains("in Src/App.pa.yaml, line 2, where a formula is spelled as Studio never does");
    }

    @Test
    void a_text_is_told_as_a_text_and_a_name_as_a_name_wherever_they_stand() {
        Msapp source = withSource(ORDERS)
                .json(
                        "Controls\\1.json",
                        "{'TopParent':{'Rules':[{'InvariantScript':'Orders & \\u0022Orders\\u0022'}]}}")
                .bytes(
                        "Src\\App.pa.yaml",
                        "x:\n  A: =\"Orders\"\n  B: =Orders\n  C: \"=Orders\"\n".getBytes(StandardCharsets.UTF_8));
        CanvasDocument document = source.open();
        Rebinding text = Rebinding.builder().formulaText("Orders", "Sales").build();

        assertThat(document.rebind(text).changes())
                .extracting(DocumentChange::tie)
                .containsOnly(OriginReference.LITERAL);
        assertThat(document.rebind(text).unbound())
                .contains(new UnboundValue(
                        OriginReference.LITERAL,
                        "in Src/App.pa.yaml, line 4, where a formula is spelled as Studio never does"));
        Rebinding both = Rebinding.builder()
                .formulaText("Orders", "Sales")
                .rename("Orders", "Trade")
                .build();
        assertThat(document.rebind(both).changes())
                .extracting(DocumentChange::entry, DocumentChange::tie, DocumentChange::to)
                .contains(
                        tuple("Controls/1.json", OriginReference.NAME, "Trade"),
                        tuple("Controls/1.json", OriginReference.LITERAL, "Sales"),
                        tuple("Src/App.pa.yaml", OriginReference.NAME, "formula with the new name"),
                        tuple("Src/App.pa.yaml", OriginReference.LITERAL, "formula with the new text"));
    }

    @Test
    void texts_are_replaced_inside_of_the_strings_of_formulas_only_where_that_was_asked_for() {
        String address = "https://contoso.crm.dynamics.com";
        String formula =
                "Launch(\\u0022" + address + "/a\\u0022) & $\\u0022{Orders} " + address + "\\u0022 // " + address;
        Msapp source = Msapp.small()
                .json("Controls\\1.json", "{'TopParent':{'Rules':[{'InvariantScript':'" + formula + "'}]}}");
        Rebinding asked =
                Rebinding.builder().formulaText(address, "https://fabrikam").build();

        assertThat(source.open()
                        .rebind(Rebinding.builder().text(address, "x").build())
                        .changed())
                .isFalse();
        RebindResult rebound = source.open().rebind(asked);
        assertThat(text(rebound, "Controls\\1.json"))
                .contains(formula.replace(address, "https://fabrikam").replace("// https://fabrikam", "// " + address));
        assertThat(rebound.changes()).extracting(DocumentChange::tie).containsOnly(OriginReference.LITERAL);
    }

    @Test
    void of_several_texts_each_is_replaced_wherever_it_stands_and_the_longest_first() {
        Rebinding two = Rebinding.builder()
                .formulaText("sites/dev", "sites/prod")
                .formulaText("ada@contoso.com", "grace@fabrikam.com")
                .formulaText("sites/dev/lists", "sites/lists")
                .build();
        Msapp source = Msapp.small()
                .json(
                        "Controls\\1.json",
                        "{'TopParent':{'Rules':[{'InvariantScript':'\\u0022ada@contoso.com sites/dev ada@contoso.com"
                                + " sites/dev/lists\\u0022'}]}}");
        assertThat(text(source.open().rebind(two), "Controls\\1.json"))
                .contains("grace@fabrikam.com sites/prod grace@fabrikam.com sites/lists");
    }

    @Test
    void a_name_that_the_app_uses_is_refused_and_one_that_it_does_not_have_is_told() {
        Msapp source = withSource(ORDERS);

        assertThatThrownBy(() -> rename(source, "Screen1"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'Orders' was not renamed to 'Screen1'");
        RebindResult rebound =
                source.open().rebind(Rebinding.builder().rename("Screen1", "x").build());
        assertThat(rebound.changed()).isFalse();
        assertThat(rebound.unbound()).contains(new UnboundValue(OriginReference.NAME, "Screen1"));
    }

    private static RebindResult rename(Msapp source, String name) {
        return source.open().rebind(Rebinding.builder().rename("Orders", name).build());
    }
}
