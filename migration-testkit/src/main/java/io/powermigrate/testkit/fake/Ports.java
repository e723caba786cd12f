package io.powermigrate.testkit.fake;

import java.util.Optional;

/** The open ports of a fake. Thread-safe. */
record Ports(HttpFront http, Optional<HttpFront> https, Optional<FakeCertificate> certificate)
        implements AutoCloseable {

    /** Opens all that are wanted, or none. */
    static Ports open(Dispatcher dispatcher, FakePorts wanted) {
        HttpFront http = HttpFront.start(dispatcher, wanted.http(), null);
        if (wanted.https().isEmpty()) {
            return new Ports(http, Optional.empty(), Optional.empty());
        }
        Optional<FakeCertificate> certificate = Optional.empty();
        try {
            certificate = Optional.of(FakeCertificate.selfSigned());
            HttpFront https = HttpFront.start(
                    dispatcher, wanted.https().getAsInt(), certificate.get().context());
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
        certificate.ifPresent(FakeCertificate::close);
    }
}
