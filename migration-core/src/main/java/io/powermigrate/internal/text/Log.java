package io.powermigrate.internal.text;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A logger that shows whatever its lines are filled with as messages are shown, see {@link Shown#message}. Thread-safe. */
public final class Log {

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    /** The log of a class. */
    public static Log of(Class<?> type) {
        return of(type.getName());
    }

    /** The log of this name. */
    public static Log of(String name) {
        return new Log(LoggerFactory.getLogger(name));
    }

    /** Traffic; the words are our own, with {@code {}} for each value. */
    public void trace(String words, @Nullable Object... values) {
        if (logger.isTraceEnabled()) {
            logger.trace(words, shown(values));
        }
    }

    /** A decision; the words are our own, with {@code {}} for each value. */
    public void debug(String words, @Nullable Object... values) {
        if (logger.isDebugEnabled()) {
            logger.debug(words, shown(values));
        }
    }

    /** A phase; the words are our own, with {@code {}} for each value. */
    public void info(String words, @Nullable Object... values) {
        if (logger.isInfoEnabled()) {
            logger.info(words, shown(values));
        }
    }

    /** Something passed over on purpose; the words are our own, with {@code {}} for each value. */
    public void warn(String words, @Nullable Object... values) {
        if (logger.isWarnEnabled()) {
            logger.warn(words, shown(values));
        }
    }

    private static Object[] shown(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> Shown.message(String.valueOf(value)))
                .toArray();
    }
}
