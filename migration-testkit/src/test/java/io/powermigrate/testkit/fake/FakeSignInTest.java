package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeSignInTest {
    private static final String ENVIRONMENTS =
            "/bap/providers/Microsoft.BusinessAppPlatform/environments?api-version=2020-10-01";
    private static final String ADMIN_ENVIRONMENTS =
            "/bap/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2020-10-01";

    private final FakeWorld world = new FakeWorld();
    private final NaiveClient client = world.client;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_users_token_keeps_the_slash_of_its_audience_and_names_the_user() throws Exception {
        JsonNode claims = claims(world.token(world.ada));

        assertThat(claims.path("aud").asText()).isEqualTo("https://service.powerapps.com/");
        assertThat(claims.path("upn").asText()).isEqualTo("ada@contoso.com");
        assertThat(claims.path("tid").asText()).isEqualTo(world.contoso.id());
        assertThat(claims.has("idtyp")).isFalse();
    }

    @Test
    void an_application_signs_in_with_its_secret_and_is_marked_as_one() throws Exception {
        world.contoso.application("app-1", "s3cret");

        String token =
                client.applicationToken(world.contoso, "app-1", "s3cret", "openid profile " + NaiveClient.POWER_APPS);

        assertThat(claims(token).path("idtyp").asText()).isEqualTo("app");
        assertThat(claims(token).path("app_displayname").asText()).isEqualTo("app-1");
    }

    @Test
    void a_wrong_secret_is_refused_in_the_words_of_entra() {
        world.contoso.application("app-1", "s3cret");

        NaiveClient.Reply reply = client.form(
                "/login/contoso.onmicrosoft.com/oauth2/v2.0/token?client-request-id=1",
                Map.of("grant_type", "client_credentials", "client_id", "app-1", "client_secret", "wrong"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(reply.json().path("error_description").asText()).startsWith("AADSTS7000215: ");
    }

    @Test
    void a_wrong_password_and_an_unknown_tenant_are_refused() {
        Map<String, String> form = Map.of("grant_type", "password", "username", "ada@contoso.com", "password", "wrong");

        assertThat(client.form("/login/contoso.onmicrosoft.com/oauth2/v2.0/token", form)
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
        assertThat(client.form("/login/nowhere.example/oauth2/v2.0/token", form)
                        .json()
                        .path("error_description")
                        .asText())
                .startsWith("AADSTS90002: ");
    }

    @Test
    void a_refresh_token_gives_a_token_for_another_audience() throws Exception {
        JsonNode first = client.form(
                        "/login/organizations/oauth2/v2.0/token",
                        Map.of(
                                "grant_type", "password",
                                "username", "ada@contoso.com",
                                "password", FakeWorld.PASSWORD,
                                "client_id", "tool",
                                "scope", "https://graph.microsoft.com/.default openid"))
                .json();
        JsonNode second = client.form(
                        "/login/contoso.onmicrosoft.com/oauth2/v2.0/token",
                        Map.of(
                                "grant_type", "refresh_token",
                                "refresh_token", first.path("refresh_token").asText(),
                                "client_id", "tool",
                                "client_info", "1",
                                "x-client-SKU", "any",
                                "scope", NaiveClient.POWER_BI))
                .json();

        assertThat(first.path("id_token").asText()).contains(".");
        assertThat(first.path("client_info").asText()).isNotEmpty();
        assertThat(first.path("scope").asText()).isEqualTo("https://graph.microsoft.com/.default openid");
        assertThat(claims(second.path("access_token").asText()).path("aud").asText())
                .isEqualTo("https://analysis.windows.net/powerbi/api");
    }

    @Test
    void discovery_leads_back_to_the_fake() {
        JsonNode found = client.get("/login/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration")
                .json();
        JsonNode realm = client.get("/login/common/userrealm/ada@contoso.com?api-version=1.0")
                .json();

        assertThat(found.path("token_endpoint").asText())
                .isEqualTo(world.fake.address() + "/login/" + world.contoso.id() + "/oauth2/v2.0/token");
        assertThat(realm.path("account_type").asText()).isEqualTo("Managed");
    }

    @Test
    void without_a_token_the_answer_is_401_and_says_where_to_sign_in() {
        NaiveClient.Reply reply = client.get(ENVIRONMENTS);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate").orElse("")).contains("/login/common/oauth2/authorize");
    }

    @Test
    void a_token_ends_by_the_clock() {
        String token = world.token(world.ada);
        assertThat(client.get(ENVIRONMENTS, token).status()).isEqualTo(200);

        world.clock.advance(Duration.ofHours(1));

        assertThat(client.get(ENVIRONMENTS, token).status()).isEqualTo(401);
    }

    @Test
    void a_foreign_or_wrongly_aimed_token_is_refused() {
        String graph = client.userToken(world.ada, FakeWorld.PASSWORD, "https://graph.microsoft.com/.default");

        assertThat(client.get(ENVIRONMENTS, graph).status()).isEqualTo(401);
        assertThat(client.get(ENVIRONMENTS, "a.b.c").status()).isEqualTo(401);
    }

    @Test
    void an_environment_of_another_tenant_is_said_not_to_be_there() {
        String path = "/powerapps/providers/Microsoft.PowerApps/apps?api-version=2016-11-01&$filter=environment eq '"
                + world.prod.name() + "'";

        NaiveClient.Reply reply = client.get(path, world.token(world.ada));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.errorCode()).isEqualTo("EnvironmentAccessDenied");
        assertThat(reply.text()).contains("could not be found in the tenant '" + world.contoso.id() + "'");
    }

    @Test
    void an_application_may_administer_once_it_is_registered_but_never_make() {
        FakeApplication application = world.contoso.application("app-1", "s3cret");
        String token = client.applicationToken(world.contoso, "app-1", "s3cret", NaiveClient.POWER_APPS);
        assertThat(client.get(ADMIN_ENVIRONMENTS, token).text())
                .contains("does not have permission to access the path");

        application.registeredAsAdmin();

        assertThat(client.get(ADMIN_ENVIRONMENTS, token).status()).isEqualTo(200);
        assertThat(client.get(ENVIRONMENTS, token).status()).isEqualTo(403);
    }

    @Test
    void only_an_administrator_may_use_the_admin_routes() {
        assertThat(client.get(ADMIN_ENVIRONMENTS, world.token(world.bob)).status())
                .isEqualTo(403);
        world.bob.administrator();
        assertThat(client.get(ADMIN_ENVIRONMENTS, world.token(world.bob)).status())
                .isEqualTo(200);
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
