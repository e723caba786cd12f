package io.powermigrate.powerapps.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import io.powermigrate.powerapps.Recordings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorItemsTest {

    @Test
    void the_recorded_lists_give_connectors_by_their_titles() {
        for (String list : List.of("connectors.custom.list", "connectors.custom.list.page1")) {
            List<CustomConnector> connectors =
                    Recordings.list(list).stream().map(ConnectorItems::listed).toList();
            assertThat(connectors).isNotEmpty().allSatisfy(connector -> {
                assertThat(connector.isInSolution()).isFalse();
                assertThat(connector.content().toJson()).doesNotContain("sig=", "admin@contoso");
            });
            assertThat(connectors.get(0).key().name()).isEqualTo("my connector 2");
            assertThat(connectors.get(0).displayName()).isEqualTo("My connector 2");
            assertThat(connectors.get(0).id())
                    .isEqualTo("shared_my-20connector-202-5f0027f520b23e81c1-5f9888a90360086012");
        }
    }

    @Test
    void the_backend_is_the_host_of_the_makers_document_not_of_the_runtime() {
        CustomConnector listed = ConnectorItems.listed(Recordings.answer("connectors.custom.get"));
        assertThat(listed.backend()).isEmpty();
        Document openApi = Recordings.answer("connectors.custom.originalSwagger");
        assertThat(ConnectorItems.withBackend(listed, openApi).backend()).isEqualTo("api.contoso.com");
    }

    @Test
    void authentication_is_told_by_its_kind_without_values() {
        CustomConnector listed = ConnectorItems.listed(Document.parse("""
                {"name":"shared_x-5f0027f520b23e81c1","properties":{"connectionParameters":{
                  "token":{"type":"oauthSetting","oAuthSettings":{"identityProvider":"aad","clientSecret":"s3cr3t"}},
                  "api_key":{"type":"securestring"}}}}
                """));
        assertThat(listed.authentication()).containsExactly("a key or password", "oauth aad");
        assertThat(listed.content().toJson()).doesNotContain("s3cr3t");
    }
}
