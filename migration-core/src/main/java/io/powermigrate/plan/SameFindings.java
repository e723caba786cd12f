package io.powermigrate.plan;

import io.powermigrate.internal.text.Lines;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is found at many places of a resource, told once for people. The JSON of a plan keeps every finding. */
final class SameFindings {

    private static final int SHOWN = 10;

    private SameFindings() {}

    private record Words(String rule, ResourceKey resource, Verdict verdict, String reason, String remedy) {}

    /** Findings that say the same of the same resource as one, with the places of all. */
    static List<Finding> once(List<Finding> findings) {
        Map<Words, List<Finding>> same = new LinkedHashMap<>();
        findings.forEach(finding ->
                same.computeIfAbsent(words(finding), words -> new ArrayList<>()).add(finding));
        return same.values().stream().map(SameFindings::merged).toList();
    }

    private static Words words(Finding finding) {
        return new Words(finding.rule(), finding.resource(), finding.verdict(), finding.reason(), finding.remedy());
    }

    private static Finding merged(List<Finding> same) {
        List<Location> places =
                same.stream().flatMap(finding -> finding.locations().stream()).toList();
        List<Binding> lines = same.stream()
                .flatMap(finding -> finding.suggestions().stream())
                .distinct()
                .toList();
        List<Candidate> candidates = same.stream()
                .flatMap(finding -> finding.candidates().stream())
                .distinct()
                .toList();
        return same.get(0).at(places).suggesting(lines).among(candidates);
    }

    /** A line for each place; of many, the first ones, and how many more there are. */
    static void places(Finding finding, Lines page) {
        places(finding.locations(), page);
    }

    static void places(List<Location> places, Lines page) {
        int shown = places.size() > SHOWN + 1 ? SHOWN : places.size();
        places.stream().limit(shown).forEach(place -> page.line("        at " + place));
        if (shown < places.size()) {
            page.line("        … and " + (places.size() - shown) + " more");
        }
    }
}
