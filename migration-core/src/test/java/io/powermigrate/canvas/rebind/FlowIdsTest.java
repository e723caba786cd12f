package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.references;
import static io.powermigrate.canvas.rebind.Rebindings.sources;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.CanvasFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow of a document is one flow, whatever ids its data source, its reference and its connection have. */
class FlowIdsTest {

    private static final String APIS = "/providers/microsoft.powerapps/apis/";
    private static final String FLOW = "063342bb-2bf0-4f67-a809-b7162ee0ed30";
    private static final String STALE = "2728afb2-c8f3-4b1e-9d2f-1a2b3c4d5e6f";
    private static final String TARGET = "11111111-2222-3333-4444-555555555555";
    private static final Rebinding REBINDING =
            Rebinding.builder().flow(FLOW, TARGET).build();

    private static Msapp document(String connection, String reference, String source) {
        return Rebindings.withReferences("{'r1':{'connectionInstanceId':'" + APIS + "shared_logicflows/connections/"
                        + connection + "','dataSources':['Send'],'connectionRef':{'id':'" + APIS
                        + "shared_logicflows','parameterHints':{'workflowName':{'value':'" + reference + "'}}}}}")
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':[{'Name':'Send','FlowNameId':'" + source + "'}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "063342bb2bf04f67a809b7162ee0ed30-73ae86e899c7dd6b",
                "063342bb-2bf0-4f67-a809-b7162ee0ed30",
                "063342bb-2bf0-4f67-a809-b7162ee0ed30-73ae86e899c7dd6b",
                "063342BB-2BF0-4F67-A809-B7162EE0ED30"
            })
    void its_connection_is_bound_with_and_without_dashes(String connection) {
        RebindResult rebound = document(connection, FLOW, FLOW).open().rebind(REBINDING);

        assertThat(references(rebound))
                .doesNotContainIgnoringCase("063342bb")
                .contains(connection.contains("-2") || connection.contains("-2BF0") ? TARGET : TARGET.replace("-", ""))
                .contains(connection.endsWith("dd6b") ? "-73ae86e899c7dd6b" : TARGET);
        assertThat(rebound.unbound())
                .filteredOn(left -> left.tie() == OriginReference.FLOW)
                .isEmpty();
        assertThat(rebound.unbound())
                .filteredOn(left -> left.tie() == OriginReference.CONNECTION)
                .isEmpty();
    }

    @Test
    void a_data_source_with_another_id_than_its_reference_is_the_same_flow() {
        CanvasDocument document = document(STALE.replace("-", "") + "-73ae86e899c7dd6b", FLOW, STALE)
                .open();

        RebindResult rebound = document.rebind(REBINDING);

        assertThat(document.facts().flows()).containsExactly(FLOW);
        assertThat(document.facts().flowBySource()).containsEntry("Send", FLOW);
        assertThat(references(rebound)).doesNotContain("2728afb2").doesNotContain("063342bb");
        assertThat(sources(rebound)).isEqualTo("{'Name':'Send','FlowNameId':'" + TARGET + "'}");
        assertThat(document.compileFacts().needs())
                .filteredOn(need -> need.kind() == io.powermigrate.canvas.requirements.Requirement.Kind.FLOW)
                .singleElement()
                .satisfies(need -> assertThat(need.dataSources()).containsExactly("Send"));
    }

    @Test
    void a_flow_that_only_its_connection_names_is_a_flow() {
        CanvasDocument document = Rebindings.withReferences("{'r1':{'connectionInstanceId':'" + APIS
                        + "shared_logicflows/connections/" + FLOW + "','dataSources':['Send']}}")
                .open();

        assertThat(document.facts().flows()).containsExactly(FLOW);
        assertThat(document.rebind(Rebinding.builder().build()).unbound())
                .extracting(UnboundValue::what)
                .contains(FLOW);
        assertThat(references(document.rebind(REBINDING))).contains(TARGET);
    }

    @Test
    void flows_of_two_references_stay_two_though_one_is_named_like_the_source_of_the_other() {
        CanvasFacts facts = Rebindings.withReferences("{'r1':{'dataSources':['Send'],'connectionRef':{'parameterHints':"
                        + "{'workflowName':{'value':'" + FLOW
                        + "'}}}},'r2':{'connectionRef':{'parameterHints':{'workflowName':{'value':'" + STALE + "'}}}}}")
                .json("References\\DataSources.json", "{'DataSources':[{'Name':'Send','FlowNameId':'" + STALE + "'}]}")
                .open()
                .facts();

        assertThat(facts.flows()).containsExactly(FLOW, STALE);
    }

    @Test
    void a_connection_of_a_flow_that_names_none_is_told() {
        assertThat(document("shared-logicflows-1", FLOW, FLOW)
                        .open()
                        .rebind(REBINDING)
                        .unbound())
                .filteredOn(left -> left.tie() == OriginReference.CONNECTION)
                .extracting(UnboundValue::what)
                .containsExactly("shared_logicflows/shared-logicflows-1");
    }
}
