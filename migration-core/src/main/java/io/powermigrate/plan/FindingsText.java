package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is to be known of the steps that are done or wait, each thing once, with all whom it concerns and where. */
final class FindingsText {

    private final Map<Words, List<Finding>> found = new LinkedHashMap<>();

    /** What is the same for several resources. */
    private record Words(String rule, Verdict verdict, String reason, String remedy) {}

    FindingsText(Plan plan) {
        plan.steps().stream()
                .filter(step ->
                        step.action().writes() || step.action() == Action.CARRIED || step.action() == Action.HELD)
                .flatMap(step -> SameFindings.once(step.findings()).stream())
                .filter(finding ->
                        finding.verdict() != Verdict.MIGRATE && !finding.rule().equals(EngineFindings.NOT_READ))
                .forEach(finding -> found.computeIfAbsent(words(finding), words -> new ArrayList<>())
                        .add(finding));
    }

    private static Words words(Finding finding) {
        return new Words(finding.rule(), finding.verdict(), finding.reason(), finding.remedy());
    }

    String toText() {
        if (found.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nTO BE KNOWN (" + found.size() + ")\n");
        found.forEach((words, findings) -> {
            text.append("  ").append(words.rule()).append(' ').append(words.verdict());
            text.append(": ").append(words.reason()).append('\n');
            text.append("      do: ").append(words.remedy()).append('\n');
            text.append(concerned(findings));
        });
        return text.toString();
    }

    /** In one line where there is no more to tell than the names. */
    private static String concerned(List<Finding> findings) {
        Map<ResourceKey, String> places = new LinkedHashMap<>();
        findings.forEach(finding -> places.merge(finding.resource(), places(finding), String::concat));
        String names = places.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.joining(", "));
        return (names.isEmpty() ? "" : "      for: " + names + "\n")
                + places.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> "      for: " + entry.getKey() + "\n" + entry.getValue())
                        .collect(Collectors.joining());
    }

    private static String places(Finding finding) {
        return SameFindings.places(finding)
                + finding.suggestions().stream()
                        .map(line -> "        paste: " + line.toCode() + "\n")
                        .collect(Collectors.joining());
    }
}
