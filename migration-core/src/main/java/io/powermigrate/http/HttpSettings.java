package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.time.Sleeper;
import io.powermigrate.time.Time;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How calls are sent: timeouts, limits, repeats, and the clock that all waiting goes by. Immutable. */
public final class HttpSettings {

    private final Builder from;

    private HttpSettings(Builder from) {
        this.from = from;
    }

    /** What is used where nothing is said. */
    public static HttpSettings standard() {
        return builder().build();
    }

    /** Begins with the standard settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** In one line: how long is waited; neither the proxy's sign-in nor a certificate. */
    @Override
    public String toString() {
        return "HttpSettings[answer within " + answerTimeout() + ", all attempts within " + maxWait() + "]";
    }

    /** Begins with these settings. */
    public Builder toBuilder() {
        return from.copy();
    }

    /** Which calls go through which proxy; none in the standard settings. */
    public ProxySettings proxy() {
        return from.proxy;
    }

    /** What decides which certificates are trusted, and shows our own; empty for the machine's standard. */
    public Optional<SSLContext> tls() {
        return Optional.ofNullable(from.tls);
    }

    /** The longest time to open a connection. */
    public Duration connectTimeout() {
        return from.connectTimeout;
    }

    /**
     * The longest time from the first byte of a request to the last of its answer, in real time whatever the clock; 100 s.
     * A body that is sent may take longer by its length / {@link AnswerLimits#leastPerSecond()}, an answer that is streamed goes on
     * as long as each such span brings that rate. To get a connection may take as long again before.
     */
    public Duration answerTimeout() {
        return from.answerTimeout;
    }

    /** The longest time of one call with all its repeats and pauses; 10 minutes, or the deadline of the call if longer. */
    public Duration maxWait() {
        return from.maxWait;
    }

    /** How much of an answer is read, and how slowly it may come. */
    public AnswerLimits answers() {
        return from.answers;
    }

    /** The pause between two polls where the service names none. */
    public Duration pollInterval() {
        return from.pollInterval;
    }

    /** How often a call is tried that fails without the service asking for patience. */
    public int attempts() {
        return from.attempts;
    }

    /** Open connections, all hosts together. */
    public int maxConnections() {
        return from.maxConnections;
    }

    /** The most calls begun in a second, for each service. */
    public int callsPerSecond() {
        return from.callsPerSecond;
    }

    /** The most calls at a time, for each service. */
    public int concurrentCalls() {
        return from.concurrentCalls;
    }

    /** How many calls all environments of a tenant make together; empty for no such limit. */
    public Optional<TenantBudget> budget() {
        return Optional.ofNullable(from.budget);
    }

    /** How far a paged list is followed. */
    public ListLimits lists() {
        return from.lists;
    }

    /** The User-Agent header. */
    public String userAgent() {
        return from.userAgent;
    }

    /** What all times are read from. */
    public Clock clock() {
        return from.clock;
    }

    /** What all waiting goes through. */
    public Sleeper sleeper() {
        return from.sleeper;
    }

    /** The seed of the jitter. */
    public long seed() {
        return from.seed;
    }

    /** Error codes of a 409 that mean "not now": nothing was taken, so everything is sent again. */
    public Set<String> notNowCodes() {
        return from.notNowCodes;
    }

    /** Collects settings; each has a standard value. Not thread-safe. */
    public static final class Builder implements Cloneable {

        private ProxySettings proxy = ProxySettings.none();
        private @Nullable SSLContext tls;
        private @Nullable TenantBudget budget;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration answerTimeout = Duration.ofSeconds(100);
        private Duration maxWait = Duration.ofMinutes(10);
        private Duration pollInterval = Duration.ofSeconds(5);
        private AnswerLimits answers = AnswerLimits.standard();
        private int attempts = 6;
        private int maxConnections = 32;
        private int callsPerSecond = 50;
        private int concurrentCalls = 16;
        private ListLimits lists = ListLimits.STANDARD;
        private String userAgent = "powermigrate";
        // the one place where the production clock enters this package
        private Clock clock = Time.system().clock();
        private Sleeper sleeper = Sleeper.system();
        private long seed = 1;
        // wire/power-platform.md, section 0.4
        private Set<String> notNowCodes = Set.of("OperationNotStartable", "AppLeaseActive", "AppLeaseSameUserConflict");

        private Builder() {}

        /** One proxy for everything but this machine, see {@link ProxySettings#at}. */
        public Builder proxy(URI address) {
            return proxy(ProxySettings.at(address));
        }

        /** See {@link HttpSettings#proxy()}. */
        public Builder proxy(ProxySettings settings) {
            proxy = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** See {@link HttpSettings#tls()}. */
        public Builder tls(SSLContext context) {
            tls = Objects.requireNonNull(context, "tls");
            return this;
        }

        /** See {@link HttpSettings#connectTimeout()}. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = positive(time, "connectTimeout");
            return this;
        }

        /** See {@link HttpSettings#answerTimeout()}. */
        public Builder answerTimeout(Duration time) {
            answerTimeout = positive(time, "answerTimeout");
            return this;
        }

        /** See {@link HttpSettings#maxWait()}. */
        public Builder maxWait(Duration time) {
            maxWait = positive(time, "maxWait");
            return this;
        }

        /** See {@link HttpSettings#pollInterval()}. */
        public Builder pollInterval(Duration time) {
            pollInterval = positive(time, "pollInterval");
            return this;
        }

        /** See {@link HttpSettings#answers()}. */
        public Builder answers(AnswerLimits limits) {
            answers = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** See {@link HttpSettings#attempts()}. */
        public Builder attempts(int number) {
            attempts = positive(number, "attempts");
            return this;
        }

        /** See {@link HttpSettings#maxConnections()}. */
        public Builder maxConnections(int number) {
            maxConnections = positive(number, "maxConnections");
            return this;
        }

        /** See {@link HttpSettings#callsPerSecond()}. */
        public Builder callsPerSecond(int number) {
            callsPerSecond = positive(number, "callsPerSecond");
            return this;
        }

        /** See {@link HttpSettings#concurrentCalls()}. */
        public Builder concurrentCalls(int number) {
            concurrentCalls = positive(number, "concurrentCalls");
            return this;
        }

        /** See {@link HttpSettings#budget()}; give the same one to every environment. */
        public Builder budget(TenantBudget shared) {
            budget = Objects.requireNonNull(shared, "budget");
            return this;
        }

        /** See {@link HttpSettings#lists()}. */
        public Builder lists(ListLimits limits) {
            lists = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** See {@link HttpSettings#userAgent()}. */
        public Builder userAgent(String text) {
            userAgent = Objects.requireNonNull(text, "userAgent");
            return this;
        }

        /** The clock and what waits by it: they belong together. */
        public Builder time(Clock ticking, Sleeper waiting) {
            clock = Objects.requireNonNull(ticking, "clock");
            sleeper = Objects.requireNonNull(waiting, "sleeper");
            return this;
        }

        /** See {@link HttpSettings#seed()}. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** Replaces {@link HttpSettings#notNowCodes()}. */
        public Builder notNowCodes(Set<String> codes) {
            notNowCodes = Set.copyOf(codes);
            return this;
        }

        /** The settings so far. */
        public HttpSettings build() {
            return new HttpSettings(copy());
        }

        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Duration positive(Duration time, String name) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException(Shown.message(name + " must be positive, not " + time));
            }
            return time;
        }

        private static int positive(int number, String name) {
            if (number < 1) {
                throw new IllegalArgumentException(Shown.message(name + " must be at least 1, not " + number));
            }
            return number;
        }
    }
}
