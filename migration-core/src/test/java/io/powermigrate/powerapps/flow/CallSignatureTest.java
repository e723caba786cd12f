package io.powermigrate.powerapps.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How apps call a flow, by its definition. */
class CallSignatureTest {

    private static Map<String, String> of(String kind, String actions) {
        return CallSignature.of(Document.parse(("{'triggers': {'manual': {'type': 'Request', 'kind': '" + kind
                        + "', 'inputs': {'schema': {'type': 'object', 'properties':"
                        + " {'Reason': {'type': 'string'}, 'Days': {'type': 'integer'}, 'File': {'type': 'object'}}}}}},"
                        + " 'actions': " + actions + "}")
                .replace('\'', '"')));
    }

    @Test
    void inputs_come_from_the_trigger_and_outputs_from_every_response() {
        String response = "{'type': 'Response', 'inputs': {'schema': {'properties': {'%s': {'type': '%s'}}}}}";
        Map<String, String> signature = of(
                "PowerAppV2",
                "{'If': {'type': 'If', 'actions': {'A': " + response.formatted("approved", "boolean")
                        + "}, 'else': {'actions': {'B': " + response.formatted("total", "number") + "}}},"
                        + " 'Switch': {'cases': {'one': {'actions': {'C': " + response.formatted("note", "string")
                        + "}}}, 'default': {'actions': {'D': " + response.formatted("rows", "array") + "}}}}");
        assertThat(signature)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Run()", "",
                        "input Reason", "string",
                        "input Days", "number",
                        "input File", "",
                        "output approved", "boolean",
                        "output total", "number",
                        "output note", "string",
                        "output rows", ""));
    }

    @Test
    void a_flow_that_starts_otherwise_cannot_be_called() {
        assertThat(of("Button", "{}")).isEmpty();
        assertThat(CallSignature.of(Document.empty())).isEmpty();
    }

    @Test
    void of_a_trigger_without_a_schema_nothing_is_known_and_one_with_an_empty_schema_takes_nothing() {
        assertThat(CallSignature.of(trigger("{}"))).isEmpty();
        assertThat(CallSignature.of(trigger("{\"schema\": {}}"))).containsOnlyKeys("Run()");
    }

    private static Document trigger(String inputs) {
        return Document.parse("{\"triggers\": {\"manual\": {\"kind\": \"PowerApp\", \"inputs\": " + inputs + "}}}");
    }
}
