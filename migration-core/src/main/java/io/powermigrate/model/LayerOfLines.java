package io.powermigrate.model;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of one layer of a file, each with its place; used by one thread. */
final class LayerOfLines {

    private final String name;
    private final Map<Binding, String> places = new LinkedHashMap<>();
    private final Map<Mapping.Line, String> bound = new HashMap<>();

    LayerOfLines(String name) {
        this.name = name;
    }

    void add(MappingFile.Entry entry, String place) {
        if (entry.type().isBlank() || entry.from().isBlank() || entry.to().isBlank()) {
            throw new MigrationException(
                    "The mapping was not made because " + Shown.name(place) + " lacks a value: type \""
                            + Shown.name(entry.type()) + "\", from \"" + Shown.name(entry.from()) + "\", to \""
                            + Shown.name(entry.to()) + "\"",
                    "Fill it in, or set its state to OPEN");
        }
        Binding line = Binding.of(entry.type(), entry.from(), entry.to());
        String earlier = bound.put(Mapping.Line.of(line.type(), line.from()), place);
        if (earlier != null) {
            throw new MigrationException(
                    "The mapping was not made because " + Shown.name(place) + " binds the " + line.type() + " \""
                            + Shown.name(line.from()) + "\" a second time in the layer " + Shown.name(name)
                            + ", after " + Shown.name(earlier),
                    "Keep one of the two lines");
        }
        places.put(line, place);
    }

    Mapping mapping() {
        return Mapping.of(name, List.copyOf(places.keySet()), places);
    }
}
