package io.powermigrate.kill;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something that a run leaves to a person.
 *
 * @param key the resource
 * @param originId its id in the source
 * @param state what came of its step
 * @param reason why
 * @param remedy what to do
 * @param lines to paste, where there are some
 */
record Told(ResourceKey key, String originId, String state, String reason, String remedy, List<Binding> lines) {

    static Told of(Step step) {
        List<Binding> lines = step.findings().stream()
                .flatMap(finding -> finding.suggestions().stream())
                .toList();
        String remedy = step.findings().stream()
                .filter(finding -> finding.verdict() == step.verdict())
                .map(Finding::remedy)
                .collect(Collectors.joining("; "));
        return new Told(step.key(), step.originId(), "BLOCKED", step.reason(), remedy, lines);
    }

    /** Of what is in the destination as wanted, as far as that shows. */
    static Told of(Step step, Finding note) {
        return new Told(step.key(), step.originId(), "SKIP", note.reason(), note.remedy(), List.of());
    }

    static Told of(Outcome outcome, Plan plan) {
        String origin = plan.step(outcome.key()).orElseThrow().originId();
        return new Told(outcome.key(), origin, outcome.state().name(), outcome.reason(), outcome.remedy(), List.of());
    }

    /** Whether the plan only says what a person may have to see to. */
    boolean isNote() {
        return state.equals("SKIP");
    }

    /** As one line, for another process to read. */
    String toLine() {
        List<String> flat = lines.stream()
                .flatMap(line -> List.of(line.type().toString(), line.from(), line.to()).stream())
                .toList();
        return Document.of(Map.of(
                        "type", key.type(),
                        "name", key.name(),
                        "originId", originId,
                        "state", state,
                        "reason", reason,
                        "remedy", remedy,
                        "lines", flat))
                .toJson();
    }

    static Told of(String line) {
        Document told = Document.parse(line);
        List<String> flat = told.texts("lines");
        List<Binding> lines = IntStream.range(0, flat.size() / 3)
                .mapToObj(i -> Binding.of(flat.get(3 * i), flat.get(3 * i + 1), flat.get(3 * i + 2)))
                .toList();
        return new Told(
                new ResourceKey(text(told, "type"), text(told, "name")),
                text(told, "originId"),
                text(told, "state"),
                text(told, "reason"),
                text(told, "remedy"),
                lines);
    }

    private static String text(Document told, String member) {
        return told.text(member).orElse("");
    }
}
