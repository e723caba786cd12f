package io.powermigrate.plan;

import io.powermigrate.internal.text.Lines;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where resources use what must be recreated. What that is, why, and how to make it stands on the list of that. */
final class PlacesText {

    private final Map<ResourceKey, String> missing = new HashMap<>();
    private final Map<ResourceKey, List<Location>> places = new LinkedHashMap<>();

    PlacesText(Plan plan) {
        Map<ResourceKey, String> ids = new HashMap<>();
        plan.steps().forEach(step -> ids.put(step.key(), step.originId()));
        plan.recreate().stream()
                .filter(item -> !item.isSatisfied() && ids.containsKey(item.key()))
                .forEach(item -> missing.put(item.key(), ids.get(item.key())));
    }

    /** Takes a finding that says no more than where something of the list is used; others stay findings. */
    boolean takes(Step step, Finding finding) {
        boolean isOnTheList = step.action() == Action.HELD
                && finding.verdict() == Verdict.RECREATE_BY_HAND
                && step.waitsFor().stream()
                        .map(missing::get)
                        .anyMatch(id -> id != null && finding.reason().contains(id));
        if (isOnTheList) {
            places.computeIfAbsent(step.key(), key -> new ArrayList<>()).addAll(finding.locations());
        }
        return isOnTheList;
    }

    void write(Lines page) {
        if (places.isEmpty()) {
            return;
        }
        page.title("PLACES THAT USE WHAT MUST BE RECREATED");
        places.forEach((key, all) -> {
            page.line("  " + key);
            SameFindings.places(all.stream().distinct().toList(), page);
        });
    }
}
