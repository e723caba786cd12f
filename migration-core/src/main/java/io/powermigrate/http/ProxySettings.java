package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which calls go through which proxy, and how to sign in to it. Services are reached through a tunnel ({@code CONNECT}), so
 * the proxy sees their hosts and nothing else; what it answers itself is never taken for a service's answer. This machine
 * ({@code localhost}, {@code 127.*}, {@code ::1}) is never asked through a proxy. Immutable.
 *
 * <pre>{@code
 * HttpSettings.builder()
 *         .proxy(ProxySettings.at(URI.create("http://proxy.contoso.com:8080"))
 *                 .signedInBy(() -> new PasswordAuthentication("ada", password()))
 *                 .except("intranet.contoso.com"))
 *         .build();
 * }</pre>
 */
public final class ProxySettings {

    private final @Nullable URI address;
    private final boolean system;
    private final @Nullable Supplier<PasswordAuthentication> signIn;
    private final List<String> excepted;

    private ProxySettings(
            @Nullable URI address,
            boolean system,
            @Nullable Supplier<PasswordAuthentication> signIn,
            List<String> excepted) {
        this.address = address;
        this.system = system;
        this.signIn = signIn;
        this.excepted = List.copyOf(excepted);
    }

    /** Every call goes straight to its host. */
    public static ProxySettings none() {
        return new ProxySettings(null, false, null, List.of());
    }

    /**
     * One proxy.
     *
     * @param address {@code http://}, a host and optionally a port (80 where none is given)
     * @throws IllegalArgumentException for {@code https://} and {@code socks5://} proxies, which are not supported, and for an
     *     address with a user, a path or a query
     */
    public static ProxySettings at(URI address) {
        String shown = address.getScheme() + "://" + address.getHost();
        if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(Shown.message("the proxy " + shown
                    + " is not supported: give an HTTP proxy as http://host:port, or one that forwards to it"));
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(Shown.message("the address of the proxy " + shown
                    + " holds a user: leave it out, and give the sign-in to ProxySettings.signedInBy"));
        }
        boolean more = address.getRawQuery() != null || address.getRawFragment() != null;
        if (more || !List.of("", "/").contains(address.getRawPath())) {
            throw new IllegalArgumentException(
                    Shown.message("the address of the proxy " + shown + " has a path: give http://host:port only"));
        }
        return new ProxySettings(address, false, null, List.of());
    }

    /**
     * The proxies of the JVM's {@link ProxySelector#getDefault() default selector}, asked for each connection: the properties
     * {@code https.proxyHost}, {@code https.proxyPort} and {@code http.nonProxyHosts}, and those of the operating system with
     * {@code -Djava.net.useSystemProxies=true}. Environment variables are not read.
     */
    public static ProxySettings ofSystem() {
        return new ProxySettings(null, true, null, List.of());
    }

    /**
     * With a Basic sign-in to the proxy, sent with each {@code CONNECT} and to nobody else. The password goes to the proxy
     * unencrypted: that is how HTTP proxies are signed in to.
     *
     * @param supplier asked for each connection, from any thread; its password is overwritten after use
     */
    public ProxySettings signedInBy(Supplier<PasswordAuthentication> supplier) {
        return new ProxySettings(address, system, Objects.requireNonNull(supplier, "supplier"), excepted);
    }

    /** With hosts that are asked without the proxy, and all hosts beneath them, besides those that are excepted already. */
    public ProxySettings except(String... hosts) {
        List<String> all = new ArrayList<>(excepted);
        for (String host : hosts) {
            String plain = host.startsWith("*.") || host.startsWith(".") ? host.substring(host.indexOf('.') + 1) : host;
            if (plain.isBlank() || !plain.matches("[\\p{L}\\p{N}.:_\\[\\]-]++")) {
                throw new IllegalArgumentException(
                        Shown.message("\"" + host + "\" names no host: give a host without scheme, port and stars"));
            }
            all.add(plain.toLowerCase(Locale.ROOT));
        }
        return new ProxySettings(address, system, signIn, all);
    }

    /** Whether nothing goes through a proxy. */
    public boolean isNone() {
        return address == null && !system;
    }

    boolean hasSignIn() {
        return signIn != null;
    }

    /**
     * The proxy for a host; empty for none.
     *
     * @param target scheme, host and port
     */
    Optional<URI> of(URI target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        if (isNone() || AddressRange.isThisMachine(host) || isExcepted(host)) {
            return Optional.empty();
        }
        return system ? SystemProxy.of(target) : Optional.ofNullable(address);
    }

    private boolean isExcepted(String host) {
        return excepted.stream().anyMatch(each -> host.equals(each) || host.endsWith("." + each));
    }

    /** The value of {@code Proxy-Authorization}; empty where no sign-in was given. */
    Optional<String> authorization() {
        if (signIn == null) {
            return Optional.empty();
        }
        PasswordAuthentication given = signIn.get();
        if (given == null || given.getUserName() == null || given.getUserName().indexOf(':') >= 0) {
            throw new MigrationException(
                    "The proxy was not asked because ProxySettings.signedInBy supplied "
                            + (given == null ? "nothing" : "a user name that is missing or holds a colon"),
                    "Supply a user name without a colon and its password");
        }
        char[] password = given.getPassword();
        char[] all = (given.getUserName() + ":").toCharArray();
        CharBuffer pair = CharBuffer.allocate(all.length + password.length);
        pair.put(all).put(password).flip();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(pair);
        Arrays.fill(password, ' ');
        Arrays.fill(pair.array(), ' ');
        return Optional.of(
                "Basic " + Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.remaining())));
    }

    /** Where the proxy is; never who signs in to it. */
    @Override
    public String toString() {
        if (isNone()) {
            return "ProxySettings[none]";
        }
        return Shown.message("ProxySettings[" + (address == null ? "of the system" : Redaction.address(address)) + "]");
    }
}
