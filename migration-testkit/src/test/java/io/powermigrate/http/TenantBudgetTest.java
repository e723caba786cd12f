package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Environments of one tenant share a budget of calls; those of another tenant have their own. */
class TenantBudgetTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofSeconds(30);

    private static Endpoint open(FakePowerPlatform fake, String domain, String name, TenantBudget budget) {
        FakeUser user = fake.tenant(domain).user(name + "@" + domain, "analytical");
        FakeEnvironment environment = user.tenant().environment(name);
        return PowerPlatform.connect(
                Environment.of(fake.cloud(), domain, environment.name()),
                fake.credential(user),
                fake.settings().toBuilder().budget(budget).build());
    }

    private static void call(Endpoint endpoint) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        String path = "/providers/Microsoft.PowerApps/apps?api-version=2016-11-01&$filter=environment%20eq%20%27"
                + client.environmentName() + "%27";
        try (Stream<?> apps = client.transport().items(Call.get(client.powerApps(path)), "name")) {
            assertThat(apps).isEmpty();
        }
    }

    @Test
    void two_environments_of_one_tenant_wait_for_each_other_and_another_tenant_does_not_wait() {
        TenantBudget budget = TenantBudget.of(1000, 1);
        Hold hold = new Hold();
        try (FakePowerPlatform fake = FakePowerPlatform.start();
                Endpoint one = open(fake, "contoso.onmicrosoft.com", "One", budget);
                Endpoint two = open(fake, "contoso.onmicrosoft.com", "Two", budget);
                Endpoint other = open(fake, "fabrikam.onmicrosoft.com", "Other", budget)) {
            fake.service().faults().next(seen -> seen.authorized(), Fault.heldBeforeEffect(hold));
            CompletableFuture<Void> held = CompletableFuture.runAsync(() -> call(one));
            assertThat(hold.isReached(LATE)).isTrue();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> call(two));
            call(other);
            assertThatThrownBy(() -> waiting.get(SOON.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            hold.release();
            assertThat(held).succeedsWithin(LATE);
            assertThat(waiting).succeedsWithin(LATE);
        }
    }

    @Test
    void the_calls_of_a_second_are_counted_over_all_environments_of_a_tenant() {
        try (FakePowerPlatform fake = FakePowerPlatform.start()) {
            TenantBudget budget = TenantBudget.of(5, 4);
            List<Endpoint> endpoints = List.of(
                    open(fake, "contoso.onmicrosoft.com", "One", budget),
                    open(fake, "contoso.onmicrosoft.com", "Two", budget));
            Duration before = fake.clock().waited();
            for (int i = 0; i < 20; i++) {
                endpoints.forEach(TenantBudgetTest::call);
            }
            assertThat(fake.clock().waited().minus(before)).isGreaterThan(SOON);
            endpoints.forEach(Endpoint::close);
        }
    }

    @Test
    void a_budget_that_lets_nothing_through_is_refused() {
        assertThatThrownBy(() -> TenantBudget.of(0, 1)).hasMessageContaining("at least 1 a second");
        assertThat(TenantBudget.of(4, 2)).hasToString("TenantBudget[4 a second, 2 at a time]");
    }
}
