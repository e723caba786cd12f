package io.powermigrate.run;

import io.powermigrate.plan.Planner;
import io.powermigrate.spi.Journal;
import io.powermigrate.spi.Time;
import java.time.Duration;

/**
 * What reading and executing are done with.
 *
 * @param tools what plans are made with
 * @param journal what earlier runs did, and where this one writes what it does
 * @param time the clock, and waiting
 * @param events who watches
 * @param parallelism how many resources are worked on at once
 * @param verifyWithin how long the destination is read again until it shows what was written
 */
public record Setup(
        Planner.Tools tools, Journal journal, Time time, Events events, int parallelism, Duration verifyWithin) {}
