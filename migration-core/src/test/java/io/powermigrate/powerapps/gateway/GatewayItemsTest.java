package io.powermigrate.powerapps.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import io.powermigrate.powerapps.Recordings;
import org.junit.jupiter.api.Test;

class GatewayItemsTest {

    @Test
    void the_recorded_gateway_has_a_name_and_a_version_and_no_key_material() {
        Gateway gateway =
                GatewayItems.listed(Recordings.list("gateways.list.powerbi").get(0));
        assertThat(gateway.key().name()).isEqualTo("Contoso Gateway");
        assertThat(gateway.version()).isEqualTo("3000.122.8");
        assertThat(gateway.content().toJson()).doesNotContain("modulus", "Witness", "Salt", "admin@");
    }

    @Test
    void an_annotation_that_is_absent_or_damaged_costs_the_version_only() {
        assertThat(GatewayItems.listed(Document.parse("{\"id\":\"1\",\"name\":\"g\"}"))
                        .version())
                .isEmpty();
        Document damaged = Document.parse("{\"id\":\"1\",\"name\":\"g\",\"gatewayAnnotation\":\"{\"}");
        assertThat(GatewayItems.listed(damaged).displayName()).isEqualTo("g");
    }
}
