package io.powermigrate.kill;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.model.Binding;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.testkit.FakeAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run in another process is told, as the arguments of its program.
 *
 * @param fake where the fake listens
 * @param time the time of the fake
 * @param folder of the workspace
 * @param journal the folder of the journal; the same one for runs that know of each other
 * @param stop at which line of the journal the process halts, e.g. {@code before 3}; empty for none
 * @param threads how many apps at once
 * @param lines of the mapping
 * @param cargo what is migrated
 */
record Order(
        URI fake,
        FastTime time,
        Path folder,
        Path journal,
        String stop,
        int threads,
        List<Binding> lines,
        Cargo cargo) {

    private static final String WAIT = "wait";

    Order {
        lines = List.copyOf(lines);
    }

    Order stopping(String where) {
        return new Order(fake, time, folder, journal, where, threads, lines, cargo);
    }

    /** One that executes only when it is told to. */
    Order waiting() {
        return stopping(WAIT);
    }

    boolean waits() {
        return stop.equals(WAIT);
    }

    Order threads(int number) {
        return new Order(fake, time, folder, journal, stop, number, lines, cargo);
    }

    Order in(Path otherJournal) {
        return new Order(fake, time, folder, otherJournal, stop, threads, lines, cargo);
    }

    /** With more lines; of two about the same resource the later one counts. */
    Order pasting(List<Binding> more) {
        List<Binding> all = new ArrayList<>(lines);
        all.removeIf(old -> more.stream()
                .anyMatch(line -> line.type().equals(old.type()) && line.from().equals(old.from())));
        all.addAll(more);
        return new Order(fake, time, folder, journal, stop, threads, all, cargo);
    }

    /** Opens an environment of the fake. */
    Endpoint endpoint(String tenant, String environment, String user, String password) {
        FakeAddress address = FakeAddress.of(fake);
        HttpSettings settings =
                HttpSettings.builder().time(time.clock(), time.time().sleeper()).build();
        return PowerPlatform.connect(
                Environment.of(address.cloud(), tenant, environment),
                address.user(user, password, time.clock()),
                settings);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                fake.toString(),
                time.beginning().toString(),
                Integer.toString(time.factor()),
                folder.toString(),
                journal.toString(),
                stop,
                Integer.toString(threads),
                cargo.name()));
        lines.forEach(line -> arguments.addAll(List.of(line.type().toString(), line.from(), line.to())));
        return arguments;
    }

    static Order of(String... arguments) {
        List<Binding> lines = new ArrayList<>();
        for (int i = 8; i < arguments.length; i += 3) {
            lines.add(Binding.of(arguments[i], arguments[i + 1], arguments[i + 2]));
        }
        List<String> head = Arrays.asList(arguments);
        return new Order(
                URI.create(head.get(0)),
                new FastTime(Instant.parse(head.get(1)), Integer.parseInt(head.get(2))),
                Path.of(head.get(3)),
                Path.of(head.get(4)),
                head.get(5),
                Integer.parseInt(head.get(6)),
                lines,
                Cargo.valueOf(head.get(7)));
    }
}
