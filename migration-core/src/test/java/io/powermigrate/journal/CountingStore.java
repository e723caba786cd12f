package io.powermigrate.journal;

import java.util.function.Consumer;

/** Counts the lines that are handed out. */
final class CountingStore implements JournalStore {

    private final JournalStore inner;
    int handedOut;

    CountingStore(JournalStore inner) {
        this.inner = inner;
    }

    @Override
    public long read(long after, Consumer<String> lines) {
        return inner.read(after, line -> {
            handedOut++;
            lines.accept(line);
        });
    }

    @Override
    public long append(String line) {
        return inner.append(line);
    }

    @Override
    public Hold hold(String holder) {
        return inner.hold(holder);
    }

    @Override
    public String place() {
        return inner.place();
    }
}
