package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.util.function.Consumer;

/** Publishes all changes: an unmanaged import leaves its own unpublished. Doing it twice is the same as doing it once. */
public final class Publishing {

    private static final Duration WITHIN = Duration.ofMinutes(20);

    private final Dataverse dataverse;
    private final Time time;

    /** Publishing in one environment. */
    public Publishing(Dataverse dataverse, Time time) {
        this.dataverse = dataverse;
        this.time = time;
    }

    /** Waits for other operations first; right after an import the service may still be at it (S62). */
    public void all(Consumer<String> progress) {
        new OtherOperations(dataverse, time, progress)
                .whenFree(() -> dataverse.action(Effect.WRITE, "PublishAllXml", Document.empty(), WITHIN));
    }

    @Override
    public String toString() {
        return Shown.message("Publishing in " + dataverse);
    }
}
