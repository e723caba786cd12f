package io.powermigrate.testkit.fake;

import java.util.OptionalInt;

/**
 * On which ports of this machine a fake listens; 0 stands for any free one.
 *
 * @param http the port without TLS
 * @param https the port with TLS and a certificate made for this fake, if there is to be one
 */
public record FakePorts(int http, OptionalInt https) {

    /** Any free port without TLS, and none with it. */
    public static FakePorts anyHttp() {
        return new FakePorts(0, OptionalInt.empty());
    }

    /** One port without TLS, and one with it. */
    public static FakePorts of(int http, int https) {
        return new FakePorts(http, OptionalInt.of(https));
    }
}
