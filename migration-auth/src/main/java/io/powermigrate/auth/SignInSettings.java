package io.powermigrate.auth;

import io.powermigrate.http.HttpSettings;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a credential signs in: over which transport, by which clock, with which browser, and what it keeps. Immutable. */
public final class SignInSettings {

    private final HttpSettings http;
    private final @Nullable PersistentCache cache;
    private final Consumer<URI> browser;
    private final Duration patience;
    private final boolean onVirtualMachine;

    private SignInSettings(Builder from) {
        this.http = from.http;
        this.cache = from.cache;
        this.browser = from.browser;
        this.patience = from.patience;
        this.onVirtualMachine = from.onVirtualMachine;
    }

    /** What is used where nothing is said: nothing is kept on disk, and the system's browser is opened. */
    public static SignInSettings standard() {
        return builder().build();
    }

    /** Begins with the standard settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** Proxy, TLS, time limits and the clock; its rules for repeats are not used, as MSAL4J has its own. */
    public HttpSettings http() {
        return http;
    }

    /** Where sign-ins outlive the process. */
    public Optional<PersistentCache> cache() {
        return Optional.ofNullable(cache);
    }

    /** What shows an address to the user of this machine. */
    public Consumer<URI> browser() {
        return browser;
    }

    /** How long an interactive sign-in waits for the browser to come back. */
    public Duration patience() {
        return patience;
    }

    /** Whether a managed identity may be asked for at 169.254.169.254. */
    public boolean isOnVirtualMachine() {
        return onVirtualMachine;
    }

    /** Collects settings; each has a standard value. Not thread-safe. */
    public static final class Builder {

        private HttpSettings http = HttpSettings.standard();
        private @Nullable PersistentCache cache;
        private Consumer<URI> browser = new SystemBrowser();
        private Duration patience = Duration.ofMinutes(5);

        private boolean onVirtualMachine;

        private Builder() {}

        /** See {@link SignInSettings#http()}; give the settings that {@code PowerPlatform.connect} is given. */
        public Builder http(HttpSettings settings) {
            http = Objects.requireNonNull(settings, "http");
            return this;
        }

        /** See {@link SignInSettings#cache()}. */
        public Builder cache(PersistentCache place) {
            cache = Objects.requireNonNull(place, "cache");
            return this;
        }

        /** See {@link SignInSettings#browser()}; for a desktop that Java does not know, or to print the address. */
        public Builder browser(Consumer<URI> opener) {
            browser = Objects.requireNonNull(opener, "browser");
            return this;
        }

        /** See {@link SignInSettings#patience()}. */
        public Builder patience(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException(Shown.message("patience must be positive, not " + time));
            }
            patience = time;
            return this;
        }

        /**
         * Says that this program runs on a virtual machine of Azure (or in a pod of one), so that its managed identity is
         * asked for at 169.254.169.254 where no variable names another place. Off Azure anybody on the same link may answer
         * there.
         */
        public Builder onVirtualMachine() {
            onVirtualMachine = true;
            return this;
        }

        /** The settings so far. */
        public SignInSettings build() {
            return new SignInSettings(this);
        }
    }

    /** In one line; it holds no secret. */
    @Override
    public String toString() {
        return "SignInSettings[" + http + ", patience " + patience + (cache == null ? "" : ", persistent cache")
                + (onVirtualMachine ? ", on a virtual machine" : "") + "]";
    }
}
