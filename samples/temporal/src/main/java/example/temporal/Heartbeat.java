package example.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells Temporal that the activity is alive. When it hears that the activity is no longer wanted here (it was cancelled, has timed
 * out, or the worker shuts down), it stops the migration, which ends between two requests.
 */
final class Heartbeat implements AutoCloseable {

    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final ActivityExecutionContext context;
    private final Runnable stop;
    private volatile ActivityCompletionException end;

    Heartbeat(ActivityExecutionContext context, Runnable stop) {
        this.context = context;
        this.stop = stop;
        long pause = context.getInfo().getHeartbeatTimeout().toMillis() / 3;
        beats.scheduleAtFixedRate(this::beat, 0, pause, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            context.heartbeat(null);
        } catch (ActivityCompletionException notWanted) {
            end = notWanted;
            stop.run();
        }
    }

    /** Throws what Temporal said, where the activity is no longer wanted. */
    void requireStillWanted() {
        if (end != null) {
            throw end;
        }
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
