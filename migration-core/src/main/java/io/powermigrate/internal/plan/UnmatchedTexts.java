package io.powermigrate.internal.plan;

import io.powermigrate.internal.text.Nearest;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Resource;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Unmatched;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the lines for texts and addresses that stand for nothing in what a plan is about. */
final class UnmatchedTexts {

    private final Plugins plugins;
    private final Workspace workspace;
    private final Reading reading;
    private final List<Unmatched> faults = new ArrayList<>();

    UnmatchedTexts(Plugins plugins, Workspace workspace, Reading reading) {
        this.plugins = plugins;
        this.workspace = workspace;
        this.reading = reading;
    }

    /** Asks resource by resource for the lines that no place has met, as long as there are such. */
    List<Unmatched> all(Set<Binding> met) {
        Set<Binding> left = new LinkedHashSet<>();
        reading.mapping().given().stream()
                .filter(line -> isText(line.type()) && !met.contains(line))
                .forEach(left::add);
        for (Resource each : reading.source().all()) {
            if (left.isEmpty()) {
                break;
            }
            if (reading.considered().contains(each.key())) {
                left.removeAll(Set.copyOf(met(each, List.copyOf(left))));
            }
        }
        return Stream.concat(faults.stream(), left.stream().map(this::unmatched))
                .toList();
    }

    /** Whether a line of this type stands for a text and not for a resource. */
    static boolean isText(SlotType type) {
        return type.equals(SlotType.TEXT) || type.equals(SlotType.ADDRESS);
    }

    /** Of what cannot be looked through nothing is concluded; a reader that breaks down is told. */
    private <R extends Resource> Collection<Binding> met(R resource, Collection<Binding> lines) {
        ResourceReader<R> reader = plugins.readerOf(resource);
        try {
            return Returned.by(reader, "met", reader.met(resource, lines, workspace));
        } catch (RuntimeException | Error fault) {
            faults.add(new Unmatched(
                    "mapping of texts",
                    "they were not looked for in " + resource.key() + " because "
                            + reader.getClass().getName() + " threw " + fault
                            + ". Read the resource again, or fix the reader's met method",
                    List.of()));
            return lines;
        }
    }

    private Unmatched unmatched(Binding line) {
        List<String> values = reading.source().all().stream()
                .flatMap(each -> each.slots().stream())
                .filter(slot -> slot.type().equals(line.type()))
                .map(Slot::value)
                .distinct()
                .toList();
        return new Unmatched(
                UnmatchedSettings.words(reading.mapping(), line),
                "nothing that the plan is about holds it where a line would replace it",
                Nearest.to(line.from(), values));
    }
}
