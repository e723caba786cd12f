package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.SampleDocuments;
import org.junit.jupiter.api.Test;

/** The test that CONTRIBUTING shows, word for word. */
class FirstTest {

    @Test
    void an_app_that_the_destination_lacks_is_created() {
        try (FakePowerPlatform fake = FakePowerPlatform.start()) {
            FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
            FakeUser ada = contoso.user("ada@contoso.com", "secret");
            FakeEnvironment dev = contoso.environment("Contoso Dev").maker(ada);
            FakeEnvironment prod = contoso.environment("Contoso Prod").maker(ada);
            dev.app(SampleDocuments.nothing()).owner(ada);

            try (Endpoint source = fake.connect(dev, ada);
                    Endpoint target = fake.connect(prod, ada);
                    Migration migration = Migration.from(source)
                            .to(target)
                            .install(PowerApps.plugin())
                            .time(fake.time()) // waiting takes no real time
                            .build()) {
                Plan plan = migration.plan();
                assertThat(plan.why("Unit converter").step().action()).isEqualTo(Action.CREATE);

                migration
                        .execute(plan.approve(
                                Approval.by("ada@contoso.com", fake.clock().instant())))
                        .orThrow();
                assertThat(prod.apps()).hasSize(1);
            }
        }
    }
}
