package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Difference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges carriers with what they carry: neither travels without the other. */
final class Packages {

    private final Map<ResourceKey, Evaluation> judgements;
    private final DependencyGraph links;
    private final Set<ResourceKey> onlyTheWay;

    private Packages(Map<ResourceKey, Evaluation> judgements, DependencyGraph links, Set<ResourceKey> onlyTheWay) {
        this.judgements = judgements;
        this.links = links;
        this.onlyTheWay = onlyTheWay;
    }

    /** Puts the judgements of carriers and contents in place of what was said of each alone. */
    static void judge(Map<ResourceKey, Evaluation> judgements, DependencyGraph links, Reading reading) {
        Packages packages = new Packages(judgements, links, reading.carriers().onlyTheWay());
        List.copyOf(judgements.keySet()).stream()
                .filter(key -> !links.contentsOf(key).isEmpty())
                .forEach(packages::judge);
    }

    private void judge(ResourceKey carrier) {
        List<Evaluation> contents = links.contentsOf(carrier).stream()
                .map(judgements::get)
                .filter(Objects::nonNull)
                .toList();
        contents.stream()
                .filter(each -> each.byHand() && each.action() == Action.BY_HAND)
                .map(each -> each.carried(
                        EngineFindings.carriedAnyway(each.resource().key(), carrier)))
                .forEach(each -> judgements.put(each.resource().key(), each));
        judgements.computeIfPresent(carrier, (key, judged) -> withContents(judged));
    }

    /** A carrier is the same as its counterpart only if its contents are, and must not travel if one of them must not. */
    private Evaluation withContents(Evaluation carrier) {
        ResourceKey key = carrier.resource().key();
        List<ResourceKey> blocked = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (ResourceKey each : links.contentsOf(key)) {
            Evaluation content = judgements.get(each);
            Action action = content == null ? Action.SKIP : content.action();
            if (action == Action.BLOCKED) {
                blocked.add(each);
            } else if (content != null && action != Action.SKIP) {
                differences.addAll(differences(content));
            }
        }
        Evaluation whole = blocked.isEmpty() ? carrier : carrier.with(EngineFindings.carriesBlocked(key, blocked));
        if (blocked.isEmpty()
                && differences.isEmpty()
                && onlyTheWay.contains(key)
                && carrier.counterpart().isEmpty()) {
            return whole.served();
        }
        return whole.differing(differences);
    }

    private static List<Difference> differences(Evaluation content) {
        String name = content.resource().key().toString();
        return content.counterpart()
                .map(held -> held.differences().stream()
                        .map(each -> new Difference(name + ": " + each.place(), each.wanted(), each.found()))
                        .toList())
                .orElseGet(() -> List.of(new Difference(name, "there", "absent")));
    }
}
