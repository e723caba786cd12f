package io.powermigrate.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * A proxy made no tunnel to the service, or sent something ahead of it. Whatever its answer looks like, the service has not
 * said it: of it are told the status and the ways to sign in, and its body is not read.
 */
final class ProxyAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    private static final List<String> SCHEMES = List.of("basic", "digest", "ntlm", "negotiate", "kerberos", "bearer");

    private final int status;

    private ProxyAnswer(int status, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.status = status;
    }

    static ProxyAnswer of(ClassicHttpResponse response) {
        String offered = Arrays.stream(response.getHeaders("Proxy-Authenticate"))
                .map(NameValuePair::getValue)
                .map(value -> value.strip().split("[\\s,]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(SCHEMES::contains)
                .distinct()
                .collect(Collectors.joining(", "));
        String words = "answered " + response.getCode() + (offered.isEmpty() ? "" : " (it offers " + offered + ")");
        return new ProxyAnswer(response.getCode(), words, null);
    }

    /** The tunnel is there, but bytes came through before anything was asked: they would pass for the service's answer. */
    static ProxyAnswer ahead() {
        return new ProxyAnswer(200, "sent data ahead of the service's answer", null);
    }

    /** It hung up, was too slow, or answered something that HTTP does not allow there. */
    static ProxyAnswer none(Exception cause) {
        return new ProxyAnswer(0, "gave no answer", cause);
    }

    /** What this failure is to a call. */
    WireFailure failure(String host, ProxySettings proxy) {
        return new WireFailure(
                mayPass() ? WireFailure.Kind.NOT_SENT : WireFailure.Kind.HOPELESS,
                "the proxy " + getMessage() + " when it was asked to connect to " + host,
                status == 407
                        ? signIn(proxy)
                        : "Check HttpSettings.proxy, and that the proxy lets this program through",
                this);
    }

    private boolean mayPass() {
        return status == 0 || status >= 500 || status == 408 || status == 429;
    }

    private static String signIn(ProxySettings proxy) {
        return proxy.hasSignIn()
                ? "Check the user and the password that ProxySettings.signedInBy supplies, and that the proxy takes Basic"
                : "Give the proxy's user and password to ProxySettings.signedInBy, then run again";
    }
}
