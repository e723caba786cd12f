package io.powermigrate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Call;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PowerPlatformTest extends ScriptedPlatform {

    private Endpoint connect(String idOrDisplayName, String claims) {
        String payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        HttpSettings settings =
                HttpSettings.builder().time(clock, clock.sleeper()).build();
        return PowerPlatform.connect(
                Environment.of(cloud, TENANT, idOrDisplayName),
                request -> AccessToken.of("h." + payload + ".s", clock.instant().plus(Duration.ofHours(1))),
                settings);
    }

    private Endpoint connect(String idOrDisplayName) {
        return connect(idOrDisplayName, "{\"oid\":\"me\",\"tid\":\"" + TENANT + "\"}");
    }

    private static String environment(String name, String displayName, String more) {
        return "{\"name\":\"" + name + "\",\"location\":\"europe\",\"properties\":{\"displayName\":\"" + displayName
                + "\",\"environmentSku\":\"Sandbox\"" + more + "}}";
    }

    private static String list(String... environments) {
        return "{\"value\":[" + String.join(",", environments) + "]}";
    }

    private final String threeEnvironments = list(
            environment(GUID + "1", "Dev", ",\"tenantId\":\"" + TENANT + "\""),
            environment("Default-" + TENANT, "Contoso (default)", ",\"isDefault\":true"),
            environment(GUID + "3", "Twin", ""),
            environment(GUID + "4", "Twin", ""));

    @Test
    void an_environment_is_found_by_id_or_as_default_with_one_request() {
        for (String text : new String[] {GUID + "1", " " + GUID + "1 "}) {
            server.then(200, threeEnvironments);
            try (Endpoint endpoint = connect(text)) {
                assertThat(endpoint.id()).isEqualTo(TENANT + "/" + GUID + "1");
                assertThat(endpoint.name()).isEqualTo("Dev");
            }
        }
        for (String text : new String[] {"~Default", "~default", "Default-" + TENANT}) {
            server.then(200, threeEnvironments);
            try (Endpoint endpoint = connect(text)) {
                assertThat(endpoint.id()).isEqualTo(TENANT + "/Default-" + TENANT);
            }
        }
        assertThat(server.asked()).hasSize(5).allSatisfy(asked -> assertThat(asked.target())
                .isEqualTo("/bap/providers/Microsoft.BusinessAppPlatform/environments?api-version=2020-10-01"));
    }

    @Test
    void every_page_is_read() {
        server.then(200, "{\"value\":[],\"nextLink\":\"" + server.at("/bap/more") + "\"}")
                .then(200, threeEnvironments)
                .then(403, "");

        try (Endpoint endpoint = connect("Dev")) {
            assertThat(endpoint.name()).isEqualTo("Dev");
        }
    }

    @Test
    void an_application_asks_the_admin_list() {
        server.then(200, threeEnvironments);

        try (Endpoint endpoint = connect("Dev", "{\"idtyp\":\"app\"}")) {
            assertThat(endpoint.client(PowerPlatformClient.KEY).appOnly()).isTrue();
        }
        assertThat(server.asked().get(0).target()).contains("/scopes/admin/environments");
    }

    @Test
    void an_administrator_without_a_role_finds_it_in_the_admin_list() {
        server.then(200, list()).then(200, threeEnvironments);

        try (Endpoint endpoint = connect("Dev")) {
            assertThat(endpoint.name()).isEqualTo("Dev");
        }
    }

    @Test
    void an_ambiguous_name_is_an_error_with_the_candidates() {
        server.then(200, threeEnvironments).then(403, "");

        assertThatThrownBy(() -> connect("Twin"))
                .hasMessageContaining("Twin (" + GUID + "3)")
                .hasMessageContaining("Twin (" + GUID + "4)");
    }

    @Test
    void an_unknown_name_is_an_error_with_what_is_visible() {
        server.then(200, threeEnvironments).then(403, "");

        assertThatThrownBy(() -> connect("Prod"))
                .hasMessageContaining("\"Prod\"")
                .hasMessageContaining("Dev (" + GUID + "1)");
    }

    @Test
    void the_client_knows_facts_addresses_and_the_ceiling() {
        server.then(
                200,
                list(environment(
                        GUID + "1",
                        "Dev",
                        ",\"databaseType\":\"CommonDataService\",\"governanceConfiguration\":{\"protectionLevel\":\"Standard\"},"
                                + "\"linkedEnvironmentMetadata\":{\"instanceUrl\":\"" + server.at("/orgs/dev/")
                                + "\",\"instanceApiUrl\":\"" + server.at("/orgs/dev") + "\"}")));

        try (Endpoint endpoint = connect(GUID + "1").limitedTo(Effect.EXPORT)) {
            PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
            assertThat(client.facts().isManaged()).isTrue();
            assertThat(client.callerId()).contains("me");
            assertThat(client.powerApps("/x?$filter=a eq b")).isEqualTo(server.at("/powerapps/x?$filter=a%20eq%20b"));
            assertThat(client.transport().table().serviceOf(client.dataverse("/api/data/v9.2/WhoAmI()")))
                    .map(Service::audience)
                    .contains(server.at("/orgs/dev").toString());
            assertThat(endpoint.about().text("region")).contains("europe");
            assertThatThrownBy(() -> client.transport().send(Call.post(Effect.WRITE, client.bap("/x"))))
                    .hasMessageContaining("EXPORT");
            assertThatThrownBy(() -> client.bap("/environments//apps")).hasMessageContaining("empty part");
        }
    }

    @Test
    void a_database_type_without_an_address_is_no_dataverse() {
        server.then(
                200,
                list(environment(
                        GUID + "1",
                        "Dev",
                        ",\"databaseType\":\"CommonDataService\",\"linkedEnvironmentMetadata\":null")));

        try (Endpoint endpoint = connect(GUID + "1")) {
            PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
            assertThatThrownBy(() -> client.dataverse("/api")).hasMessageContaining("has none");
        }
    }

    @Test
    void an_environment_of_another_tenant_is_not_opened() {
        server.then(
                200, list(environment(GUID + "1", "Dev", ",\"tenantId\":\"22222222-2222-4222-8222-222222222222\"")));

        assertThatThrownBy(() -> connect(GUID + "1"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it belongs to tenant 22222222-2222-4222-8222-222222222222")
                .hasMessageContaining(TENANT);
    }

    @Test
    void with_a_token_of_another_tenant_nothing_is_asked_for() {
        assertThatThrownBy(() -> connect("Dev", "{\"tid\":\"22222222-2222-4222-8222-222222222222\"}"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("tenant 22222222-2222-4222-8222-222222222222 issued it, not " + TENANT);
        assertThat(server.asked()).isEmpty();
    }
}
