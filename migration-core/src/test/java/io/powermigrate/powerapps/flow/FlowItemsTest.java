package io.powermigrate.powerapps.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.Recordings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowItemsTest {

    private final CloudFlowReader reader = new CloudFlowReader();

    @Test
    void the_recorded_lists_give_flows_by_their_names() {
        List<CloudFlow> maker = Recordings.list("flows.list.maker").stream()
                .map(FlowItems::listed)
                .toList();
        assertThat(maker).extracting(CloudFlow::trigger).startsWith("Button", "Recurrence");
        List<CloudFlow> admin = Recordings.list("flows.list.admin.v2").stream()
                .map(FlowItems::listed)
                .toList();
        assertThat(admin).extracting(CloudFlow::displayName).containsExactly("Invoicing flow", "Invoicing flow 2");
        assertThat(admin).allMatch(CloudFlow::isStarted).allMatch(flow -> flow.trigger()
                .isEmpty());
    }

    @Test
    void a_fetched_flow_has_its_trigger_its_digest_and_its_connections() {
        CloudFlow flow = FlowItems.listed(Recordings.answer("flows.get.maker.expanded"));
        assertThat(flow.trigger()).isEqualTo("Button");
        assertThat(flow.definitionDigest()).hasSize(64);
        CloudFlow.Use use = flow.connections().get(0);
        assertThat(use.connector().wire()).isEqualTo("shared_approvals");
        assertThat(use.isInvoker()).isTrue();
        assertThat(flow.references())
                .containsExactly(Reference.needs(ResourceKey.ofId("connection", use.connection())));
        assertThat(flow.slots()).hasSize(1).noneMatch(slot -> slot.required());
        assertThat(flow.content().toJson()).doesNotContain("flowTriggerUri", "creator", "azure-apim");
        assertThat(reader.mentions(flow))
                .extracting(item -> item.content().text("connector").orElse(""))
                .containsExactly("shared_approvals");
    }

    @Test
    void a_stopped_flow_or_one_that_starts_otherwise_is_not_what_is_wanted() {
        CloudFlow wanted = flow("Started", "PowerApp");
        assertThat(reader.differences(wanted, flow("Started", "PowerApp"))).isEmpty();
        assertThat(reader.differences(wanted, flow("Stopped", "PowerApp")))
                .hasToString("[its state is Stopped instead of Started]");
        assertThat(reader.differences(wanted, flow("Started", "Button")))
                .hasToString("[its trigger is Button instead of PowerApp]");
        assertThat(wanted.isCallable()).isTrue();
    }

    @Test
    void a_trigger_of_a_connector_is_the_same_in_old_and_new_definitions() {
        assertThat(flow("Started", "OpenApiConnectionWebhook").trigger())
                .isEqualTo(flow("Started", "ApiConnectionWebhook").trigger());
    }

    private static CloudFlow flow(String state, String kind) {
        return FlowItems.listed(
                Document.parse("{\"name\":\"f1\",\"properties\":{\"displayName\":\"Approve\",\"state\":\"" + state
                        + "\",\"definition\":{\"triggers\":{\"manual\":{\"type\":\"" + kind + "\"}}}}}"));
    }
}
