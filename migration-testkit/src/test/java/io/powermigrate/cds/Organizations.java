package io.powermigrate.cds;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Two organisations of the fake, for one test of a contract. */
abstract class Organizations implements TwoEnvironments {

    private static final int ALWAYS = 1000;

    final TwoOrganizations world = new TwoOrganizations();
    private final Map<String, Binding> lines = new LinkedHashMap<>();
    private int made;

    int another() {
        return ++made;
    }

    String row(String set, Map<String, Object> values) {
        return world.from().row(set, values).id();
    }

    /** A row by one of its members, as it is now. */
    static FakeRow row(FakeDataverse dataverse, String set, String member, String value) {
        return dataverse.rows(set).stream()
                .filter(row -> row.value(member).filter(value::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** From now on a person gives that name this line. */
    void line(Binding line) {
        lines.put(line.from(), line);
    }

    @Override
    public Mapping mapping() {
        return Mapping.of(lines.values().stream().toList());
    }

    @Override
    public Endpoint source() {
        return world.source;
    }

    @Override
    public Endpoint destination() {
        return world.target;
    }

    @Override
    public FakeClock clock() {
        return world.fake.clock();
    }

    @Override
    public long requests(Endpoint side, Effect effect) {
        FakeEnvironment environment = side.id().equals(world.source.id()) ? world.dev : world.prod;
        return environment.requests(FakeEffect.valueOf(effect.name()));
    }

    @Override
    public void refuseWrites() {
        world.fake
                .service()
                .faults()
                .times(ALWAYS, seen -> seen.effect() == FakeEffect.WRITE, Fault.error(403, "0x80040220"));
    }

    @Override
    public void allowWrites() {
        world.fake.service().faults().clear();
    }

    @Override
    public void throttleNextRequest() {
        world.fake.service().faults().next(seen -> seen.authorized(), Fault.throttledForSeconds(7));
    }

    @Override
    public void loseNextAnswer() {
        world.fake.service().faults().next(seen -> seen.effect() == FakeEffect.WRITE, Fault.lostAnswer());
    }

    @Override
    public OptionalInt staged() {
        return OptionalInt.of(world.to().rows("stagesolutionuploads").size());
    }

    @Override
    public void close() {
        world.close();
    }
}
