package io.powermigrate.testkit.fake.internal.http;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The open ports of a fake. Thread-safe. */
public record Ports(HttpFront http, Optional<HttpFront> https, Optional<SelfSigned> certificate)
        implements AutoCloseable {

    /** Opens all that are wanted, or none. */
    public static Ports open(Function<Call, Reply> replies, int httpPort, OptionalInt httpsPort) {
        HttpFront http = HttpFront.start(replies, httpPort, null);
        if (httpsPort.isEmpty()) {
            return new Ports(http, Optional.empty(), Optional.empty());
        }
        Optional<SelfSigned> certificate = Optional.empty();
        try {
            certificate = Optional.of(SelfSigned.ofAllServices());
            HttpFront https = HttpFront.start(
                    replies, httpsPort.getAsInt(), certificate.get().context());
            return new Ports(http, Optional.of(https), certificate);
        } catch (RuntimeException failed) {
            new Ports(http, Optional.empty(), certificate).close();
            throw failed;
        }
    }

    @Override
    public void close() {
        http.stop();
        https.ifPresent(HttpFront::stop);
        certificate.ifPresent(SelfSigned::close);
    }
}
