package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.Limits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.store.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an app becomes on its way, without a service. */
class WantedAppTest {

    private static final Workspace WORKSPACE = Workspace.temporary();

    @AfterAll
    static void close() {
        WORKSPACE.close();
    }

    private static final Document CONTENT = Document.parse("""
            {"appType": "ClassicCanvasApp",
             "connectionReferences": {
               "r1": {"id": "/providers/microsoft.powerapps/apis/shared_orders-5f093209b1401abd61", "displayName": "Orders",
                      "dataSources": ["Orders"], "isCustomApiConnection": true,
                      "sharedConnectionId": "/providers/microsoft.powerapps/apis/shared_orders-5f093209b1401abd61/connections/c1"},
               "R2": {"id": "/providers/microsoft.powerapps/apis/shared_logicflows", "dataSources": ["Approve"],
                      "parameterHints": {"workflowName": {"value": "F1"}, "r1": {"value": "x"}}}},
             "document": {"normalForm": "n1", "documentType": "App", "flows": ["f1", "f2"], "tables": ["account"],
               "dataSources": [{"name": "Approve", "flow": "f1"}, {"name": "Dangling", "flow": "f2"}],
               "connectionReferences": [
                 {"key": "r1", "connector": "shared_orders-5f093209b1401abd61", "connection": "c1", "custom": true, "dataSources": ["Orders"]},
                 {"key": "r2", "connector": "shared_logicflows", "connection": "f1-1", "workflowName": "f1", "dataSources": ["Approve"]},
                 {"key": "r3", "connector": "shared_office365users", "connection": "c3", "dataSources": []}]}}
            """);

    private static final CanvasApp APP = AppNeeds.linked(
            new CanvasApp(Item.of(CanvasApp.TYPE.key("Orders"), "a1", "Orders").withContent(CONTENT)));

    private static final Bindings BOUND = bindings(
            Map.of("shared_orders-5f093209b1401abd61", "shared_orders-5faaaaaaaaaaaaaaaa", "f1", "f9"),
            Map.of("c1", "c9"));

    private static Bindings bindings(Map<String, String> ids, Map<String, String> connections) {
        return new Bindings() {
            @Override
            public List<Binding> all(SlotType type) {
                return List.of();
            }

            @Override
            public Optional<Bound> of(Slot slot) {
                return Optional.ofNullable(connections.get(slot.value())).map(value -> new Bound(value, "test"));
            }

            @Override
            public Optional<String> destinationId(ResourceKey key) {
                return Optional.ofNullable(ids.get(key.twin().toLowerCase(java.util.Locale.ROOT)));
            }
        };
    }

    @Test
    void it_needs_connections_connectors_flows_and_tables() {
        assertThat(APP.references())
                .extracting(Reference::to)
                .containsExactlyInAnyOrder(
                        ResourceKey.ofId("connection", "c1"),
                        ResourceKey.ofId("connection", "c3"),
                        ResourceKey.ofId("custom-connector", "shared_orders-5f093209b1401abd61"),
                        ResourceKey.ofId("cloud-flow", "f1"),
                        ResourceKey.ofId("cloud-flow", "f2"),
                        new ResourceKey("table", "account"));
        assertThat(APP.slots()).extracting(Slot::value).containsExactly("c1", "c3");
    }

    @Test
    void what_no_list_shows_is_mentioned() {
        assertThat(AppNeeds.mentions(APP))
                .extracting(Item::id)
                .containsExactlyInAnyOrder("c1", "c3", "shared_orders-5f093209b1401abd61", "f1", "f2");
    }

    @Test
    void references_get_the_ids_of_the_destination_and_the_document_stays() {
        CanvasApp wanted = new WantedApp(APP, BOUND, WORKSPACE, Limits.defaults()).adapted();
        Document references = wanted.content().at("connectionReferences");
        String orders = "/providers/microsoft.powerapps/apis/shared_orders-5faaaaaaaaaaaaaaaa";
        assertThat(references.text("r1", "id")).contains(orders);
        assertThat(references.text("r1", "sharedConnectionId")).contains(orders + "/connections/c9");
        assertThat(references.text("R2", "parameterHints", "workflowName", "value"))
                .contains("f9");
        assertThat(references.text("R2", "parameterHints", "r1", "value")).contains("x");
        assertThat(references.members().keySet()).containsExactlyInAnyOrder("r1", "R2", "r3");
        assertThat(wanted.normalForm()).isEqualTo("n1");
        assertThat(new WantedApp(APP, BOUND, WORKSPACE, Limits.defaults()).adapted())
                .isEqualTo(wanted);
    }

    @Test
    void what_is_not_bound_yet_stays_as_it_was() {
        CanvasApp wanted = new WantedApp(APP, bindings(Map.of(), Map.of()), WORKSPACE, Limits.defaults()).adapted();
        assertThat(wanted.content().at("connectionReferences", "r1"))
                .isEqualTo(CONTENT.at("connectionReferences", "r1"));
    }

    @Test
    void titles_icons_and_order_make_no_difference_but_connectors_sources_and_drafts_do() {
        CanvasApp wanted = new WantedApp(APP, BOUND, WORKSPACE, Limits.defaults()).adapted();
        assertThat(WantedApp.differences(wanted, wanted)).isEmpty();
        Document references = wanted.content().at("connectionReferences");
        Document renamed = references.with("r1", references.at("r1").with("displayName", "Bestellungen"));
        assertThat(WantedApp.differences(wanted, with(wanted, "connectionReferences", renamed)))
                .isEmpty();
        assertThat(WantedApp.differences(wanted, with(wanted, "connectionReferences", references.without("r3"))))
                .singleElement()
                .satisfies(difference -> assertThat(difference.found()).isEqualTo("missing"));
        assertThat(WantedApp.differences(wanted, APP)).hasSize(3);
        assertThat(WantedApp.differences(wanted, with(wanted, "unpublishedDraft", true)))
                .hasSize(1);
    }

    @Test
    void an_imports_choices_name_what_the_destination_has() {
        Document parameters = Document.parse("""
                {"status": "Succeeded", "packageLink": {"value": "https://blob/x"}, "details": {}, "resources": {
                  "k1": {"type": "Microsoft.PowerApps/apps", "details": {"displayName": "Old"}},
                  "k2": {"type": "Microsoft.Flow/flows", "details": {"displayName": "Approve"}},
                  "k3": {"type": "Microsoft.PowerApps/apis", "name": "shared_office365users", "configurableBy": "System"},
                  "k4": {"type": "Microsoft.PowerApps/apis/connections"}}}
                """);
        Map<String, String> origins = Map.of(
                "k2", "/providers/Microsoft.Flow/flows/f1",
                "k4", "/providers/Microsoft.PowerApps/apis/shared_sql/connections/c1");
        Document body = new ImportChoices(APP, Optional.of("a9"), "Orders", BOUND).body(parameters, origins);
        assertThat(body.at("resources", "k1"))
                .isEqualTo(
                        Document.parse(
                                "{\"type\":\"Microsoft.PowerApps/apps\",\"details\":{\"displayName\":\"Orders\"},"
                                        + "\"selectedCreationType\":\"Update\",\"id\":\"/providers/Microsoft.PowerApps/apps/a9\"}"));
        assertThat(body.text("resources", "k2", "id")).contains("/providers/Microsoft.Flow/flows/f9");
        assertThat(body.at("resources", "k3", "selectedCreationType").isMissing())
                .isTrue();
        assertThat(body.text("resources", "k4", "id"))
                .contains("/providers/Microsoft.PowerApps/apis/shared_sql/connections/c9");
        assertThatThrownBy(() -> new ImportChoices(APP, Optional.empty(), "Orders", bindings(Map.of(), Map.of()))
                        .body(parameters, origins))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("flow f1");
    }

    @Test
    void a_connection_that_only_a_flow_of_the_package_uses_is_told_though_nobody_knows_its_id() {
        Document parameters = Document.parse("""
                {"resources": {"k1": {"type": "Microsoft.PowerApps/apis/connections", "details": {"displayName": "Bing"}}}}
                """);
        assertThatThrownBy(() -> new ImportChoices(APP, Optional.empty(), "Orders", BOUND).body(parameters, Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the part \"Bing\" of its package found no place")
                .hasMessageContaining("has no connection of its connector. Make one there");
    }

    @Test
    void content_keeps_no_signature_and_nothing_of_the_caller() {
        AppJson app = new AppJson(Document.parse("""
                {"name": "a1", "appType": "ClassicCanvasApp", "properties": {"displayName": "Orders",
                  "backgroundImageUri": "https://blob/x?sig=abc", "userAppMetadata": {"favorite": "Yes"},
                  "appUris": {"documentUri": {"value": "https://blob/d.msapp?sv=1&sig=abc"}},
                  "connectionReferences": {"r1": {"id": "x", "iconUri": "https://icons/i.png?sv=1&sig=abc",
                    "workFlowCallbackUri": "https://flow/run", "dataSources": ["A"]}}}}
                """));
        String kept = AppContent.of(app).canonical();
        assertThat(kept)
                .doesNotContain("sig=")
                .doesNotContain("run")
                .doesNotContain("favorite")
                .contains("dataSources");
        assertThat(app.toString()).isEqualTo("AppJson[a1]");
    }

    @Test
    void a_draft_that_is_what_was_published_is_none() {
        String published =
                "\"displayName\": \"A\", \"appUris\": {\"documentUri\": {\"value\": \"https://blob/1/d.msapp?sig=%s\"}}";
        String same = published.formatted("b");
        String other = same.replace("/1/", "/2/");
        assertThat(draft(published.formatted("a"), "{\"properties\": {" + same + "}}"))
                .isEmpty();
        assertThat(draft(published.formatted("a"), "{" + same + "}")).isEmpty();
        assertThat(draft(published.formatted("a"), "{" + other + "}")).isPresent();
    }

    private static Optional<AppJson> draft(String published, String draft) {
        return new AppJson(Document.parse("{\"name\": \"a\", \"properties\": {" + published
                        + ", \"unpublishedAppDefinition\": " + draft + "}}"))
                .draft();
    }

    @Test
    void a_version_of_three_parts_gets_a_fourth() {
        Document properties =
                Document.parse("{\"minClientVersion\": {\"major\": 3, \"minor\": 2, \"build\": 1, \"revision\": -1}}");
        assertThat(ClientVersion.isWhole(properties)).isFalse();
        assertThat(ClientVersion.of(properties, "minClientVersion").number(9, "revision"))
                .isZero();
    }

    private static CanvasApp with(CanvasApp app, String member, Object value) {
        return new CanvasApp(app.item().withContent(app.content().with(member, value)));
    }
}
