package io.powermigrate.journal;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.FlatJson;
import io.powermigrate.model.ResourceKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a journal as they are kept: JSON objects of texts, the first one with the version. Reads each into a
 * ledger. Not thread-safe.
 */
final class Lines {

    private static final String VERSION = "1";
    private static final String STEP = "step";
    private static final String EXECUTION = "execution";
    private static final String END = "end";
    private static final String ENDS = "ends";

    /** The first line. */
    static final String HEADER = FlatJson.line(Map.of("journal", VERSION));

    private final String place;
    private final Ledger ledger;
    private int number;

    Lines(String place, Ledger ledger) {
        this.place = place;
        this.ledger = ledger;
    }

    static String of(Entry entry) {
        Subject crossing = entry.crossing();
        Map<String, String> line = new LinkedHashMap<>();
        line.put("line", STEP);
        line.put("at", entry.at().toString());
        line.put("state", entry.state().name());
        line.put("step", entry.step());
        line.put("reference", entry.reference());
        line.put("source", crossing.source());
        line.put("destination", crossing.destination());
        line.put("type", crossing.resource().type());
        line.put("name", crossing.resource().name());
        line.put("twin", crossing.resource().twin());
        line.put("origin", crossing.originId());
        line.put("fingerprint", crossing.fingerprint());
        return FlatJson.line(line);
    }

    static String of(Execution execution) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("line", EXECUTION);
        line.put("at", execution.at().toString());
        line.put("plan", execution.plan());
        line.put("destination", execution.destination());
        line.put("name", execution.destinationName());
        line.put("by", execution.by());
        line.put(ENDS, "told");
        return FlatJson.line(line);
    }

    /** That an execution came to its end. */
    static String ofEnd(Execution execution, Instant at) {
        return FlatJson.line(Map.of("line", END, "at", at.toString(), "plan", execution.plan()));
    }

    /** Reads the next line. */
    void add(String text) {
        number++;
        Map<String, String> line = members(text);
        if (number == 1) {
            requireVersion(line);
            return;
        }
        switch (line.getOrDefault("line", "")) {
            case STEP -> ledger.add(entry(line));
            case EXECUTION -> ledger.add(execution(line), line.containsKey(ENDS));
            case END -> ledger.ended(text(line, "plan"));
            default -> throw damaged();
        }
    }

    private Map<String, String> members(String text) {
        try {
            return FlatJson.members(text);
        } catch (MigrationException e) {
            throw damaged();
        }
    }

    private void requireVersion(Map<String, String> header) {
        String version = header.getOrDefault("journal", "absent");
        if (!version.equals(VERSION)) {
            throw new MigrationException(
                    "The journal " + place + " was not read because its version is \"" + version + "\", not \""
                            + VERSION + "\"",
                    "Use the version of the library that wrote it, or give a folder of another journal");
        }
    }

    private Entry entry(Map<String, String> line) {
        try {
            Subject crossing = new Subject(
                    text(line, "source"),
                    text(line, "destination"),
                    new ResourceKey(text(line, "type"), text(line, "name"), text(line, "twin")),
                    text(line, "origin"),
                    text(line, "fingerprint"));
            Entry.State state = Entry.State.valueOf(text(line, "state"));
            return new Entry(crossing, text(line, "step"), state, text(line, "reference"), at(line));
        } catch (IllegalArgumentException unknownState) {
            throw damaged();
        }
    }

    private Execution execution(Map<String, String> line) {
        return new Execution(
                text(line, "plan"), text(line, "destination"), text(line, "name"), text(line, "by"), at(line));
    }

    private Instant at(Map<String, String> line) {
        try {
            return Instant.parse(text(line, "at"));
        } catch (DateTimeException e) {
            throw damaged();
        }
    }

    private String text(Map<String, String> line, String member) {
        return Optional.ofNullable(line.get(member)).orElseThrow(this::damaged);
    }

    private MigrationException damaged() {
        return new MigrationException(
                "The journal " + place + " was not read because its line " + number + " is damaged",
                "Restore the journal from a backup; without it, look at the destination before you run again");
    }
}
