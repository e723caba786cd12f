package io.powermigrate.powerapps;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.Optional;

/** Two tenants of the fake, whose lists have one element a page. */
abstract class TwoTenants implements TwoEnvironments {

    static final String PLANTED = "hunter2-planted";

    private static final int ALWAYS = 1000;

    final FakePowerPlatform fake = FakePowerPlatform.start();
    final FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
    final FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
    final FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
    final FakeEnvironment prod = grace.tenant().environment("Fabrikam Prod");
    private final Endpoint source = fake.connect(dev, ada);
    private final Endpoint destination = fake.connect(prod, grace);
    private int made;

    TwoTenants() {
        fake.service().pageSize(1);
    }

    /** A name that no other has. */
    String another(String name) {
        return name + " " + ++made;
    }

    @Override
    public Endpoint source() {
        return source;
    }

    @Override
    public Endpoint destination() {
        return destination;
    }

    @Override
    public FakeClock clock() {
        return fake.clock();
    }

    @Override
    public long requests(Endpoint side, Effect effect) {
        FakeEnvironment environment = side.id().equals(source.id()) ? dev : prod;
        return environment.requests(FakeEffect.valueOf(effect.name()));
    }

    @Override
    public void refuseWrites() {
        fake.service().faults().times(ALWAYS, seen -> seen.effect() == FakeEffect.WRITE, Fault.error(403, "Forbidden"));
    }

    @Override
    public void allowWrites() {
        fake.service().faults().clear();
    }

    @Override
    public void throttleNextRequest() {
        fake.service().faults().next(seen -> seen.authorized(), Fault.throttledForSeconds(7));
    }

    @Override
    public void loseNextAnswer() {
        fake.service().faults().next(seen -> seen.effect() == FakeEffect.WRITE, Fault.lostAnswer());
    }

    @Override
    public Optional<String> secret() {
        return Optional.of(PLANTED);
    }

    @Override
    public void close() {
        source.close();
        destination.close();
        fake.close();
    }
}
