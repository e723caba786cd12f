package io.powermigrate.benchmark;

import io.powermigrate.page.Format;
import io.powermigrate.page.ManyApps;
import io.powermigrate.page.Page;
import io.powermigrate.plan.Plan;
import java.io.OutputStream;
import java.util.Locale;

/** How long a page of 20,000 resources takes to be made and to be written in each format. The best of some rounds. */
final class PageSpeed {

    private static final int RESOURCES = 20_000;
    private static final int ROUNDS = 4;
    private static final long GATE = 2_000;

    private PageSpeed() {}

    /** Prints times; says whether each is within its gate. */
    static boolean measure() {
        Plan plan = ManyApps.plan(RESOURCES);
        boolean kept = within("made", plan::page);
        System.out.println();
        Page page = plan.page();
        for (Format format : Format.values()) {
            Count count = new Count();
            kept &= within(format.name().toLowerCase(Locale.ROOT).replace('_', ' '), () -> format.write(page, count));
            System.out.printf(Locale.ROOT, ", %.1f MB%n", count.bytes / 1e6 / ROUNDS);
        }
        return kept;
    }

    private static boolean within(String what, Runnable work) {
        Cost least = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            System.gc();
            least = least.least(Cost.of(work));
        }
        boolean kept = least.wall() <= GATE;
        System.out.printf(
                Locale.ROOT,
                "page of %,d %-10s %s, %s %,d ms",
                RESOURCES,
                what,
                least,
                kept ? "within" : "NOT within",
                GATE);
        return kept;
    }

    /** Counts bytes and drops them. */
    private static final class Count extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }

    /** Measures only this. */
    public static void main(String[] arguments) {
        System.exit(measure() ? 0 : 1);
    }
}
