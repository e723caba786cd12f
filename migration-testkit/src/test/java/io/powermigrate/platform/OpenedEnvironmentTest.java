package io.powermigrate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.ScriptedServer;
import io.powermigrate.http.Service;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An environment is what its name says, whatever others call theirs, and tells no address that the cloud does not know. */
class OpenedEnvironmentTest extends ScriptedPlatform {

    private static final String MAKER =
            "/bap/providers/Microsoft.BusinessAppPlatform/environments?api-version=2020-10-01";
    private static final String ADMIN =
            "/bap/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2020-10-01";

    private Endpoint connect(String idOrDisplayName) {
        return PowerPlatform.connect(
                Environment.of(cloud, TENANT, idOrDisplayName),
                request -> AccessToken.of("opaque", clock.instant().plus(Duration.ofHours(1))),
                HttpSettings.builder().time(clock, clock.sleeper()).build());
    }

    private static String environment(String name, String displayName, String more) {
        return "{\"name\":\"" + name + "\",\"location\":\"europe\",\"properties\":{\"displayName\":\"" + displayName
                + "\",\"environmentSku\":\"Sandbox\"" + more + "}}";
    }

    private static String list(String... environments) {
        return "{\"value\":[" + String.join(",", environments) + "]}";
    }

    private final String dev = list(environment(GUID + "1", "Dev", ""));

    @Test
    void by_its_display_name_it_is_looked_for_in_both_lists() {
        for (String text : new String[] {"Dev", "dev", " DEV ", "\u200bDev", "\uff24ev"}) {
            server.then(200, dev).then(200, dev);
            try (Endpoint endpoint = connect(text)) {
                assertThat(endpoint.id()).isEqualTo(TENANT + "/" + GUID + "1");
                assertThat(endpoint.name()).isEqualTo("Dev");
            }
        }
        assertThat(server.asked())
                .hasSize(10)
                .extracting(ScriptedServer.Asked::target)
                .containsSubsequence(MAKER, ADMIN, MAKER, ADMIN);
    }

    /** What the maker's list shows, what the administrator's shows, both beside the environment that was meant. */
    @ParameterizedTest
    @CsvSource({"prod,", ",Prod", "'Prod ',", "PROD,", ",' prod'", "'pr\u200bod',", "'\uff50rod',", "'Prod\u00a0',"})
    void a_display_name_that_two_have_opens_neither(String maker, String admin) {
        String meant = environment(GUID + "1", "Prod", "");
        String others = environment(GUID + "2", maker == null ? "Other" : maker, "");
        String hidden = environment(GUID + "3", admin == null ? "Hidden" : admin, "");
        server.then(200, list(others)).then(200, list(meant, others, hidden));

        assertThatThrownBy(() -> connect("prod"))
                .hasMessageContaining("because 2 have that name")
                .hasMessageContaining(GUID + "1")
                .hasMessageContaining("Give the id instead");
    }

    @Test
    void who_calls_an_environment_by_the_id_of_another_one_does_not_get_its_calls() {
        server.then(200, list(environment(GUID + "2", GUID + "1", ""))).then(403, "");

        assertThatThrownBy(() -> connect(GUID + "1")).hasMessageContaining("shows none of that name");
    }

    /** The address of the Dataverse of an environment is told by the environment. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://com",
                "https://dynamics.com",
                "https://evil.example",
                "http://org.crm4.dynamics.com",
                "https://org.crm4.dynamics.com:444",
                "https://org.crm4.dynamics.com/api",
                "https://org.crm4.dynamics.com?x=1",
                "https://org.crm4.dynamics.com#x",
                "https://ada:pw@org.crm4.dynamics.com",
                "https://org.crm4.dynamics.com.evil.example",
                "https://org.crm4.dynamics.com@evil.example",
                "https://evil.example/org.crm4.dynamics.com",
                "https://a.b.crm4.dynamics.com",
                "https://org.crm444.dynamics.com",
                "https://.crm4.dynamics.com",
                "https://169.254.169.254",
                "http://169.254.169.254",
                "https://api.bap.microsoft.com",
                "https://x.blob.core.windows.net",
                "//org.crm4.dynamics.com",
                "org.crm4.dynamics.com",
                "not a uri: %%%",
                "https://org.crm4.dynamics.com\\\\@evil.example",
                "https://\u043erg.crm4.dynamics.com"
            })
    void an_environment_that_tells_another_address_for_its_dataverse_is_not_opened(String told) {
        for (String member : new String[] {"instanceUrl", "instanceApiUrl"}) {
            server.then(
                    200,
                    list(environment(
                            GUID + "1",
                            "Dev",
                            ",\"linkedEnvironmentMetadata\":{\"" + member + "\":\"" + told + "\"}")));

            assertThatThrownBy(() -> connect(GUID + "1"))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("was not opened because it tells the Dataverse address")
                    .hasMessageContaining("https://{org}.crm{n}.dynamics.com")
                    .hasMessageNotContaining("ada:pw");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://org1.crm.dynamics.com/, https://org1.crm.dynamics.com",
        "https://ORG-1.crm4.Dynamics.com, https://org-1.crm4.dynamics.com",
        "https://org1.api.crm19.dynamics.com/, https://org1.api.crm19.dynamics.com"
    })
    void the_token_of_a_dataverse_goes_to_its_host_alone(String told, URI base) {
        server.then(
                200,
                list(environment(
                        GUID + "1", "Dev", ",\"linkedEnvironmentMetadata\":{\"instanceUrl\":\"" + told + "\"}")));

        try (Endpoint endpoint = connect(GUID + "1")) {
            PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
            assertThat(client.transport().table().serviceOf(base.resolve("/api/data/v9.2/")))
                    .map(Service::audience)
                    .contains(base.toString());
            assertThat(client.transport().table().knows(URI.create("https://x." + base.getHost() + "/")))
                    .isFalse();
        }
    }
}
