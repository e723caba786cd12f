package io.powermigrate.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some work has cost, in milliseconds.
 *
 * @param wall by the clock
 * @param cpu of all processors that this process used meanwhile, also for collecting garbage and compiling; other processes
 *     of the machine change it far less
 */
record Cost(long wall, long cpu) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Cost of(Runnable work) {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - start) / 1_000_000, (SYSTEM.getProcessCpuTime() - cpu) / 1_000_000);
    }

    /** The least of each. */
    Cost least(Cost other) {
        return new Cost(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
    }

    @Override
    public String toString() {
        return wall + " ms (CPU " + cpu + " ms)";
    }
}
