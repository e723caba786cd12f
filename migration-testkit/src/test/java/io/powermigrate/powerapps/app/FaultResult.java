package io.powermigrate.powerapps.app;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What came of a cell of the page of faults. */
public final class FaultResult {

    private FaultResult() {}

    /**
     * Waits for it.
     *
     * @param seconds of real time, after which it counts as one that hangs
     * @param wrong gets what is told of one that the page must not show
     */
    public static String of(Object cell, Future<String> result, int seconds, List<String> wrong)
            throws InterruptedException {
        try {
            String said = result.get(seconds, TimeUnit.SECONDS);
            if (said.startsWith("wrong")) {
                wrong.add(cell + ": " + said);
            }
            return said;
        } catch (TimeoutException hangs) {
            wrong.add(cell + ": hangs");
        } catch (ExecutionException failed) {
            wrong.add(cell + ": " + failed.getCause());
        }
        return "wrong";
    }
}
