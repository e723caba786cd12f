package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.Credential;
import io.powermigrate.http.Login;
import io.powermigrate.http.Transport;
import io.powermigrate.platform.Cloud;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two tenants, two users, three audiences; tokens end, renewals are refused or answered, services refuse tokens and demand
 * claims, and somebody else sits down at the browser: in any order, many calls at once. No call ever carries a token of
 * another tenant, user or audience.
 */
class TokensStayApartTest {

    private static final int ROUNDS = 25;
    private static final Map<String, String> LISTS = Map.of(
            Cloud.BAP, "/providers/Microsoft.BusinessAppPlatform/environments?api-version=2020-10-01",
            Cloud.FLOW, "/providers/Microsoft.ProcessSimple/environments/{env}?api-version=2016-11-01",
            Cloud.POWER_BI, "/v1.0/myorg/gateways?x=1");
    private static final Map<String, String> AUDIENCES = Map.of(
            "BAP", "https://service.powerapps.com/",
            "FLOW", "https://service.flow.microsoft.com/",
            "POWERBI", "https://analysis.windows.net/powerbi/api");
    private static final List<EntraError> REFUSALS = List.of(
            EntraError.SIGNED_OUT,
            EntraError.TEMPORARILY_UNAVAILABLE,
            EntraError.SECOND_FACTOR_NEEDED,
            EntraError.DEVICE_NOT_MANAGED,
            EntraError.BAD_REFRESH_TOKEN);

    private final EntraWorld world = new EntraWorld();
    private final FakeUser bob = world.contoso.user("bob@contoso.com", EntraWorld.PASSWORD);
    private final ExecutorService threads = Executors.newFixedThreadPool(6);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        world.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_happens_in_whatever_order(long seed) throws Exception {
        Random random = new Random(seed);
        try (Transport ada = transport(world.contoso, List.of(world.ada, bob, world.eve), random);
                Transport eve = transport(world.fabrikam, List.of(world.eve, world.ada), random)) {
            for (int round = 0; round < ROUNDS; round++) {
                disturb(random);
                ask(Map.of("ada", ada, "eve", eve));
            }
        }

        assertThat(answered.get()).as("calls that were answered").isGreaterThan(ROUNDS);
        assertThat(refused.get()).as("calls that were not sent or refused").isPositive();
        assertThat(carrying("ada")).isNotEmpty().allSatisfy(seen -> assertIs(seen, world.ada));
        assertThat(carrying("eve")).isNotEmpty().allSatisfy(seen -> assertIs(seen, world.eve));
    }

    private static void assertIs(SeenRequest seen, FakeUser user) {
        assertThat(seen.token())
                .contains(new SeenRequest.SeenToken(
                        user.tenant().id(), user.objectId(), AUDIENCES.getOrDefault(seen.service(), "none")));
    }

    private List<SeenRequest> carrying(String who) {
        return world.fake.service().requests().stream()
                .filter(seen -> seen.query().endsWith("who=" + who))
                .toList();
    }

    /** The first time the right user enters the code, later anybody. */
    private Transport transport(FakeTenant tenant, List<FakeUser> people, Random random) {
        AtomicInteger prompts = new AtomicInteger();
        Random choices = new Random(random.nextLong());
        Credential credential = Credentials.deviceCode(
                world.client,
                prompt -> people.get(prompts.getAndIncrement() == 0 ? 0 : choices.nextInt(people.size()))
                        .enters(prompt.userCode()),
                world.settings());
        Login login = new Login(world.fake.cloud().authority(), tenant.domain(), credential).withTenantId(tenant.id());
        return Transport.open(world.fake.cloud().table(), login, world.fake.settings());
    }

    private void disturb(Random random) {
        FakeTenant tenant = random.nextBoolean() ? world.contoso : world.fabrikam;
        switch (random.nextInt(6)) {
            case 0 -> world.fake.clock().advance(Duration.ofMinutes(10 + random.nextInt(60)));
            case 1 -> tenant.nextSignInFails(REFUSALS.get(random.nextInt(REFUSALS.size())));
            case 2 -> (tenant == world.contoso ? world.ada : world.eve).signOutEverywhere();
            case 3 ->
                world.fake
                        .service()
                        .faults()
                        .times(1 + random.nextInt(4), seen -> seen.authorized(), Fault.expiredToken());
            case 4 ->
                world.fake
                        .service()
                        .faults()
                        .times(
                                1 + random.nextInt(3),
                                seen -> seen.authorized(),
                                Fault.claimsChallenge(
                                        "{\"access_token\":{\"a\":{\"value\":\"" + random.nextInt(3) + "\"}}}"));
            default -> {} // a quiet round
        }
    }

    private FakeTenant tenant(String who) {
        return who.equals("ada") ? world.contoso : world.fabrikam;
    }

    private void ask(Map<String, Transport> transports) throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        transports.forEach((who, transport) -> LISTS.forEach((service, path) -> calls.add(threads.submit(() -> {
            try {
                String asked =
                        path.replace("{env}", tenant(who).defaultEnvironment().name()) + "&who=" + who;
                transport.send(Call.get(world.fake.cloud().service(service).uri(asked)));
                answered.incrementAndGet();
            } catch (MigrationException e) {
                refused.incrementAndGet();
            }
        }))));
        for (Future<?> call : calls) {
            call.get();
        }
    }
}
