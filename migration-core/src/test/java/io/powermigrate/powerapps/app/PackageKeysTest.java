package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The definition of a package names connectors and flows by keys of its manifest, which are nothing outside of it (wire/msapp.md, section 5). */
class PackageKeysTest {

    private static final String CONNECTOR = "shared_orders-5f0027f520b23e81c1";

    private static final Document DEFINITION = Document.parse("""
            {"properties": {"connectionReferences": {
                "r1": {"id": "k-api"},
                "r2": {"id": "k-flows", "parameterHints": {"workflowName": {"value": "k-flow"}}},
                "r3": {"id": "k-other"}}}}
            """);

    private static final Document FACTS = Document.parse("""
            {"connectionReferences": [
                {"key": "r1", "connector": "%s", "connection": "c1", "custom": true},
                {"key": "r2", "connector": "shared_logicflows", "workflowName": "f1"}]}
            """.formatted(CONNECTOR));

    private final PackageKeys keys = PackageKeys.of(DEFINITION, FACTS);

    @Test
    void references_get_the_ids_of_the_document_and_one_that_it_lacks_stays() {
        Document resolved = keys.resolved();

        assertThat(resolved.text("r1", "id")).contains(ConnectionUse.apiId(CONNECTOR));
        assertThat(ConnectionUse.workflow(resolved.at("r2"))).isEqualTo("f1");
        assertThat(resolved.text("r3", "id")).contains("k-other");
    }

    @Test
    void keys_stand_for_connector_flow_and_the_connection_of_the_connector() {
        Document resources = Document.parse("""
                {"k-api": {"type": "Microsoft.PowerApps/apis"},
                 "k-flow": {"type": "Microsoft.Flow/flows"},
                 "k-connection": {"type": "Microsoft.PowerApps/apis/connections", "dependsOn": ["k-api"]},
                 "k-unknown": {"type": "Microsoft.PowerApps/apis/connections", "dependsOn": ["k-other"]}}
                """);

        assertThat(keys.origins(resources))
                .containsEntry("k-api", ConnectionUse.apiId(CONNECTOR))
                .containsEntry("k-flow", "f1")
                .containsEntry("k-connection", ConnectionUse.apiId(CONNECTOR) + "/connections/c1")
                .doesNotContainKey("k-unknown");
    }

    @Test
    void a_package_without_references_has_no_keys() {
        PackageKeys none = new PackageKeys(Document.missing(), List.of());

        assertThat(none.origins(Document.missing())).isEmpty();
        assertThat(none.resolved().members()).isEmpty();
    }
}
