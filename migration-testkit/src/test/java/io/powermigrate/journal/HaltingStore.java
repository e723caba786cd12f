package io.powermigrate.journal;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The journal of a folder whose writer ends, without any clean-up, before or after a line is on the disk. */
public final class HaltingStore implements JournalStore {

    private static final int HALTED = 9;

    private final JournalStore inner;
    private final String stop;
    private final Runnable end;
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    private HaltingStore(JournalStore inner, String stop, Runnable end) {
        this.inner = inner;
        this.stop = stop;
        this.end = end;
    }

    /** The process halts {@code "before 3"} or {@code "after 3"}: at the third line that it writes. */
    public static JournalStore halting(Path folder, String stop) {
        return new HaltingStore(
                FileStore.in(folder), stop, () -> Runtime.getRuntime().halt(HALTED));
    }

    /** As {@link #halting}, but the process goes on, with an Error, and writes nothing more. */
    public static JournalStore failing(Path folder, String stop) {
        return new HaltingStore(FileStore.in(folder), stop, () -> {
            throw new AssertionError("this process counts as killed");
        });
    }

    @Override
    public long append(String line) {
        int number = lines.incrementAndGet();
        end("before " + number);
        long position = inner.append(line);
        end("after " + number);
        return position;
    }

    private void end(String moment) {
        if (stop.equals(moment)) {
            ended.set(true);
        }
        if (ended.get()) {
            end.run();
        }
    }

    @Override
    public long read(long after, Consumer<String> to) {
        return inner.read(after, to);
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
