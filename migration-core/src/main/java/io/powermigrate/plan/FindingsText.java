package io.powermigrate.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be known of the steps that are done or wait, each thing once, with all whom it concerns and where. */
final class FindingsText {

    private final Map<Words, List<Finding>> found = new LinkedHashMap<>();
    private final PlacesText places;

    /** What is the same for several resources. */
    private record Words(String rule, Verdict verdict, String reason, String remedy) {}

    FindingsText(Plan plan) {
        places = new PlacesText(plan);
        plan.steps().stream()
                .flatMap(step -> SameFindings.once(step.findings()).stream()
                        .filter(finding -> isTold(step, finding) && !places.takes(step, finding)))
                .forEach(finding -> found.computeIfAbsent(words(finding), words -> new ArrayList<>())
                        .add(finding));
    }

    /** Why somebody has to make it again stands on the list of that, and what blocks a step stands with the step. */
    private boolean isTold(Step step, Finding finding) {
        return switch (step.action()) {
            case CREATE, UPDATE, RECREATE, CARRIED, HELD ->
                finding.verdict() != Verdict.MIGRATE && !finding.rule().equals(EngineFindings.NOT_READ);
            case BY_HAND, BLOCKED ->
                finding.verdict() == Verdict.WARN
                        && !EngineFindings.waysByHand(step.findings()).contains(finding);
            case SKIP -> finding.verdict() == Verdict.WARN;
        };
    }

    private static Words words(Finding finding) {
        return new Words(finding.rule(), finding.verdict(), finding.reason(), finding.remedy());
    }

    void write(Lines page) {
        places.write(page);
        if (found.isEmpty()) {
            return;
        }
        page.title("WARNINGS AND NOTES (" + found.size() + ")");
        found.forEach((words, findings) -> {
            page.line("  " + words.rule() + " " + words.verdict() + ": " + words.reason());
            page.line("      do: " + words.remedy());
            concerned(findings, page);
        });
    }

    /** In one line where there is no more to tell than the names. */
    private static void concerned(List<Finding> findings, Lines page) {
        Map<ResourceKey, List<Finding>> byResource = new LinkedHashMap<>();
        findings.forEach(finding -> byResource
                .computeIfAbsent(finding.resource(), key -> new ArrayList<>())
                .add(finding));
        List<ResourceKey> plain = new ArrayList<>();
        byResource.forEach((key, same) -> {
            if (same.stream().allMatch(FindingsText::hasNoPlace)) {
                plain.add(key);
            }
        });
        if (!plain.isEmpty()) {
            page.list("      for: ", plain);
        }
        byResource.keySet().removeAll(plain);
        byResource.forEach((key, placed) -> {
            page.line("      for: " + key);
            placed.forEach(finding -> places(finding, page));
        });
    }

    private static boolean hasNoPlace(Finding finding) {
        return finding.locations().isEmpty() && finding.suggestions().isEmpty();
    }

    private static void places(Finding finding, Lines page) {
        SameFindings.places(finding, page);
        finding.suggestions()
                .forEach(line -> page.line("        " + Pasted.verb(line) + Pasted.line(line, finding.candidates())));
    }
}
