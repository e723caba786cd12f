package io.powermigrate.testkit.server;

import io.powermigrate.testkit.fake.FakeService;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program {@code bin/fake}: a filled fake on ports of this machine, until a signal stops it. */
public final class FakeServer {

    private FakeServer() {}

    /**
     * Starts a fake, says where it is and what is in it, and waits to be stopped.
     *
     * @param args see {@code --help}
     * @throws InterruptedException if somebody stops the waiting
     */
    public static void main(String... args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("--help")) {
            out.println(ServerOptions.USAGE);
            return;
        }
        try {
            ServerOptions options = ServerOptions.of(args);
            FakeService fake = FakeService.start(Clock.systemUTC(), options.dialects(), options.ports());
            // before it says that it is ready: from then on a signal must find it
            Runtime.getRuntime().addShutdownHook(new Thread(fake::close, "stop"));
            fill(out, fake, options);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
        new CountDownLatch(1).await();
    }

    /** Fills a fake that listens, and says so. */
    static void fill(PrintStream out, FakeService fake, ServerOptions options) {
        Notice.print(out, fake, SeededWorld.fill(fake, options));
    }
}
