package io.powermigrate.journal;

import java.util.function.Consumer;

/**
 * Where the lines of a {@link Journal} are kept: a small port, so that a caller can keep them in a database. Lines are
 * only ever added, by one writer at a time. An implementation is thread-safe.
 *
 * <p>{@link Journal#in} keeps them in a file. Another store holds the same promises: a line is safe when
 * {@link #append} has returned, also when the machine loses its power then; {@link #hold} is given back when the process
 * of its holder ends, however it ends.
 */
public interface JournalStore {

    /**
     * Hands out every line after a position, oldest first; lines that are being written do not count.
     *
     * @param after where an earlier reading ended, or 0 for the first line
     * @param lines is given each line, without its end
     * @return where this reading ended
     * @throws io.powermigrate.error.MigrationException when the lines cannot be read
     */
    long read(long after, Consumer<String> lines);

    /**
     * Adds a line after all others; called by who holds the store only.
     *
     * @param line without a line break and without secrets
     * @return where a reading goes on after it
     * @throws io.powermigrate.error.MigrationException when the line is not safe
     */
    long append(String line);

    /**
     * Takes the store for one writer until the hold is closed or the process ends. It does not wait.
     *
     * @param holder who writes and since when, in words that another process is told
     * @throws JournalHeldException when somebody else holds it
     */
    Hold hold(String holder);

    /** Where the lines are, in words for messages. */
    String place();

    /** The right to write, until it is closed. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {

        /** Gives the right back; does not throw when the store is gone. */
        @Override
        void close();
    }
}
