package io.powermigrate.plan;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.MappingFile;
import io.powermigrate.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan lacks lines for, each with those of the destination that it could be. */
final class OpenLines {

    private final Map<Place, Open> places = new LinkedHashMap<>();

    private OpenLines() {}

    /** What a line is for. */
    private record Place(String type, String from) {}

    /** What is known of it. */
    private record Open(String name, String comment, Map<String, String> candidates) {}

    static MappingFile of(Plan plan) {
        OpenLines lines = new OpenLines();
        plan.recreate().stream().filter(item -> !item.isSatisfied()).forEach(lines::item);
        plan.steps().forEach(lines::step);
        List<MappingFile.Entry> entries = new ArrayList<>();
        lines.places.forEach((place, open) -> entries.addAll(entries(place, open)));
        return MappingFile.of(entries);
    }

    private void item(RecreateItem item) {
        String comment = item.reason()
                + (item.waiting().isEmpty()
                        ? ""
                        : "; " + Counted.of(item.waiting().size(), "resource") + " waiting");
        Map<String, String> names = names(item.candidates());
        item.lines().forEach(line -> line(line, item.displayName(), comment, names));
    }

    private void step(Step step) {
        for (Finding finding : step.findings()) {
            Map<String, String> names = names(finding.candidates());
            finding.suggestions().forEach(line -> line(line, step.key().name(), finding.reason(), names));
        }
    }

    private static Map<String, String> names(List<Candidate> candidates) {
        return candidates.stream().collect(Collectors.toMap(Candidate::id, Candidate::name, (one, other) -> one));
    }

    private void line(Binding line, String name, String comment, Map<String, String> names) {
        Open open = places.computeIfAbsent(
                new Place(line.type().name(), line.from()), place -> new Open(name, comment, new LinkedHashMap<>()));
        if (!line.isToBeFilledIn()) {
            open.candidates()
                    .putIfAbsent(line.to(), line.isNew() ? "make a new one" : names.getOrDefault(line.to(), ""));
        }
    }

    private static List<MappingFile.Entry> entries(Place place, Open open) {
        MappingFile.Entry first = new MappingFile.Entry(
                MappingFile.State.OPEN, "", place.type(), place.from(), open.name(), "", "", open.comment());
        return Stream.concat(
                        Stream.of(first),
                        open.candidates().entrySet().stream()
                                .map(each -> new MappingFile.Entry(
                                        MappingFile.State.CANDIDATE,
                                        "",
                                        place.type(),
                                        place.from(),
                                        open.name(),
                                        each.getKey(),
                                        each.getValue(),
                                        "")))
                .toList();
    }
}
