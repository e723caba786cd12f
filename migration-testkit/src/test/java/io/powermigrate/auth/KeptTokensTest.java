package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.fake.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens are kept, renewed in time, and asked for once. */
class KeptTokensTest {

    private final EntraWorld world = new EntraWorld();
    private final Credential application = Credentials.clientSecret("app-1", "s3cret"::toCharArray, world.settings());
    private final Credential user = Credentials.usernamePassword(
            world.client, "ada@contoso.com", EntraWorld.PASSWORD::toCharArray, world.settings());
    private final TokenRequest powerApps = world.request(world.contoso, EntraWorld.POWER_APPS);
    private final TokenRequest flow = world.request(world.contoso, EntraWorld.FLOW);

    KeptTokensTest() {
        world.contoso.application("app-1", "s3cret");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_token_is_kept_for_its_audience() {
        AccessToken first = application.token(powerApps);

        assertThat(application.token(powerApps)).isSameAs(first);
        assertThat(application.token(flow).value()).isNotEqualTo(first.value());
        assertThat(world.tokenRequests()).isEqualTo(2);
    }

    @Test
    void a_token_ends_by_our_clock_and_is_renewed_five_minutes_before() {
        AccessToken first = application.token(powerApps);
        assertThat(Duration.between(world.fake.clock().instant(), first.expiresAt()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));

        world.fake.clock().advance(Duration.ofMinutes(54));
        assertThat(application.token(powerApps)).isSameAs(first);
        world.fake.clock().advance(Duration.ofMinutes(1));
        AccessToken second = application.token(powerApps);

        assertThat(second.expiresAt()).isAfter(first.expiresAt());
        assertThat(world.tokenRequests()).isEqualTo(2);
    }

    @Test
    void a_refused_token_is_replaced() {
        AccessToken first = user.token(powerApps);
        world.fake.clock().advance(Duration.ofSeconds(2));

        AccessToken second = user.token(powerApps.afresh());

        assertThat(second.value()).isNotEqualTo(first.value());
        assertThat(user.token(powerApps)).isSameAs(second);
    }

    @Test
    void a_thousand_callers_cause_one_request_for_each_audience() throws Exception {
        assertThat(ofThousand(application, List.of(powerApps, flow))).hasSize(2);
        assertThat(world.tokenRequests()).isEqualTo(2);
    }

    @Test
    void a_thousand_callers_sign_a_user_in_once() throws Exception {
        assertThat(ofThousand(user, List.of(powerApps, flow))).hasSize(2);
        assertThat(world.tokenRequests()).isEqualTo(2);
        assertThat(world.fake.service().requests())
                .filteredOn(seen -> seen.is("GET", "/common/userrealm/{user}"))
                .hasSize(1);
    }

    @Test
    void a_thousand_callers_renew_once() throws Exception {
        application.token(powerApps);
        world.fake.clock().advance(Duration.ofMinutes(56));

        assertThat(ofThousand(application, List.of(powerApps))).hasSize(1);
        assertThat(world.tokenRequests()).isEqualTo(2);
    }

    @Test
    void a_token_that_cannot_be_renewed_is_used_to_its_end() {
        AccessToken first = application.token(powerApps);
        world.fake.clock().advance(Duration.ofMinutes(56));
        world.fake.service().faults().times(9, seen -> seen.is("POST", "/token"), Fault.status(400));

        assertThat(application.token(powerApps)).isSameAs(first);
        assertThat(application.token(powerApps)).isSameAs(first);
        assertThat(world.tokenRequests()).isEqualTo(2);

        world.fake.clock().advance(Duration.ofMinutes(4));
        assertThatThrownBy(() -> application.token(powerApps)).isInstanceOf(SignInException.class);
    }

    @Test
    void a_credential_refuses_a_second_tenant() {
        user.token(powerApps);

        assertThatThrownBy(() -> user.token(world.request(world.fabrikam, EntraWorld.POWER_APPS)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("fabrikam.onmicrosoft.com")
                .hasMessageContaining("has served tenant contoso.onmicrosoft.com")
                .hasMessageEndingWith("Make one credential for each tenant.");
        assertThat(world.tokenRequests()).isEqualTo(1);
    }

    @Test
    void a_tenant_may_be_given_by_its_id_once_a_token_has_told_it() {
        AccessToken first = user.token(powerApps);

        TokenRequest byId = TokenRequest.of(world.fake.cloud().authority(), world.contoso.id(), EntraWorld.POWER_APPS);

        assertThat(user.token(byId)).isSameAs(first);
    }

    private static Set<String> ofThousand(Credential credential, List<TokenRequest> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1000);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<AccessToken>> tokens = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                TokenRequest request = requests.get(i % requests.size());
                tokens.add(threads.submit(() -> {
                    start.await();
                    return credential.token(request);
                }));
            }
            start.countDown();
            List<String> values = new ArrayList<>();
            for (Future<AccessToken> token : tokens) {
                values.add(token.get().value());
            }
            return values.stream().collect(Collectors.toSet());
        } finally {
            threads.shutdownNow();
        }
    }
}
