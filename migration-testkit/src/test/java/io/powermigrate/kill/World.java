package io.powermigrate.kill;

import io.powermigrate.testkit.fake.FakePorts;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.time.Time;

/** A fake in this process, for runs in other ones. The fake's seconds are eighths of a second. */
abstract class World implements AutoCloseable {

    private static final int FACTOR = 8;

    private final FastTime time = FastTime.fromNowOn(FACTOR);
    final FakeService fake;

    World(Dialects dialects) {
        fake = FakeService.start(time.clock(), dialects, FakePorts.anyHttp());
    }

    /** What a run is told. */
    abstract Order order();

    FastTime time() {
        return time;
    }

    Time clock() {
        return time.time();
    }

    @Override
    public void close() {
        fake.close();
    }
}
