package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a rule set says about the resources of a source.
 *
 * @param ruleSet the name of the rule set
 * @param findings of every resource that was looked at, also those without any
 */
public record Assessment(String ruleSet, SortedMap<ResourceKey, List<Finding>> findings) {

    public Assessment {
        SortedMap<ResourceKey, List<Finding>> copy = new TreeMap<>();
        findings.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        findings = Collections.unmodifiableSortedMap(copy);
    }

    /** One resource on which two assessments differ. */
    public record Change(ResourceKey resource, Verdict before, Verdict after) {}

    /** The highest verdict on a resource; MIGRATE where nothing was found. */
    public Verdict verdict(ResourceKey key) {
        return highest(findings.getOrDefault(key, List.of()));
    }

    /** The highest verdict of some findings; MIGRATE of none. */
    public static Verdict highest(List<Finding> findings) {
        return findings.stream()
                .map(Finding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.MIGRATE);
    }

    /** The resources on which another rule set judges otherwise. */
    public List<Change> compare(Assessment other) {
        SortedSet<ResourceKey> keys = new TreeSet<>(findings.keySet());
        keys.addAll(other.findings.keySet());
        List<Change> changes = new ArrayList<>();
        for (ResourceKey key : keys) {
            Change change = new Change(key, verdict(key), other.verdict(key));
            if (change.before() != change.after()) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
