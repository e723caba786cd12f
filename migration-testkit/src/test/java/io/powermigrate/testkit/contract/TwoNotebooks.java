package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.testkit.FakeClock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A notebook with notes and an empty one. */
final class TwoNotebooks implements TwoEnvironments {

    private final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-11-24T08:00:00Z"));
    private final Notebook here = new Notebook("here", clock);
    private final Notebook there = new Notebook("there", clock);
    private int made;

    @Override
    public Endpoint source() {
        return Endpoint.of("here", "the notebook here", here);
    }

    @Override
    public Endpoint destination() {
        return Endpoint.of("there", "the notebook there", there);
    }

    @Override
    public FakeClock clock() {
        return clock;
    }

    @Override
    public String make() {
        return here.put(Note.TYPE, "Note " + ++made, "milk");
    }

    @Override
    public void change(String id) {
        here.change(id, "milk and bread");
    }

    @Override
    public long requests(Endpoint side, Effect effect) {
        return Notes.notebook(side).requests(effect);
    }

    @Override
    public void refuseWrites() {
        there.refusing(true);
    }

    @Override
    public void allowWrites() {
        there.refusing(false);
    }

    @Override
    public void throttleNextRequest() {
        here.throttleNext();
        there.throttleNext();
    }

    @Override
    public void loseNextAnswer() {
        there.loseNext();
    }

    @Override
    public void makeInDestination() {
        there.put(Note.TYPE, "Note " + made, "bread of somebody else");
    }

    @Override
    public void changeInDestination(String id) {
        there.scribble(here.nameOf(id));
    }

    @Override
    public OptionalInt staged() {
        return OptionalInt.of(there.staged());
    }

    @Override
    public OptionalInt openPages() {
        return OptionalInt.of(here.openPages());
    }

    @Override
    public Optional<String> secret() {
        return Optional.of("sesame");
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }
}
