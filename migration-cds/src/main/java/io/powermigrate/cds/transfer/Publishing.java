package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Publishes changes: an unmanaged import leaves its own unpublished. Doing it twice is the same as doing it once. */
public final class Publishing {

    private static final Duration WITHIN = Duration.ofMinutes(20);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Dataverse dataverse;
    private final Time time;

    /** Publishing in one environment. */
    public Publishing(Dataverse dataverse, Time time) {
        this.dataverse = dataverse;
        this.time = time;
    }

    /** All of them. Waits for other operations first; right after an import the service may still be at it (S62). */
    public void all(Consumer<String> progress) {
        new OtherOperations(dataverse, time, progress)
                .whenFree(() -> dataverse.action(Effect.WRITE, "PublishAllXml", Document.empty(), WITHIN));
    }

    /**
     * Publishes these, and nothing else; tables with their columns, relationships, forms, views and charts.
     *
     * @param tables logical names
     * @param choices names of global choices
     */
    public void only(Collection<String> tables, Collection<String> choices, Consumer<String> progress) {
        if (tables.isEmpty() && choices.isEmpty()) {
            return;
        }
        String parameters = "<importexportxml>" + list("entities", "entity", tables)
                + list("optionsets", "optionset", choices) + "</importexportxml>";
        new OtherOperations(dataverse, time, progress)
                .whenFree(() -> dataverse.action(
                        Effect.WRITE, "PublishXml", Document.of(Map.of("ParameterXml", parameters)), WITHIN));
    }

    /** Names of metadata are letters, digits and underscores; what is not would be another document. */
    private static String list(String list, String element, Collection<String> names) {
        return names.stream()
                .filter(NAME.asMatchPredicate())
                .sorted()
                .map(name -> "<" + element + ">" + name + "</" + element + ">")
                .collect(Collectors.joining("", "<" + list + ">", "</" + list + ">"));
    }

    @Override
    public String toString() {
        return Shown.message("Publishing in " + dataverse);
    }
}
