package io.powermigrate.cds.carrier;

import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is said of resources that are in no solution that travels, or in several; what becomes of them is left to the rules. */
final class PackingNotes {

    private final Map<ResourceKey, TreeSet<String>> holders = new TreeMap<>();

    PackingNotes(Collection<Solution> chosen) {
        chosen.forEach(solution -> Contents.of(solution).keys().forEach(key -> holders.computeIfAbsent(
                        key, any -> new TreeSet<>())
                .add(solution.key().name())));
    }

    /** Of what comes with the service or with a managed solution, of a flow alone, and of a publisher of nothing that travels. */
    Optional<Finding> elsewhere(Resource resource) {
        boolean carrier = resource.key().type().equals(Solution.TYPE.name());
        return carrier || holders.containsKey(resource.key())
                ? Optional.empty()
                : Optional.of(note("SOL-020", resource.key(), "no unmanaged solution of the source brings it"));
    }

    /** Solutions that travel may overlap: each import brings what is in both. */
    List<Finding> inSeveral() {
        return holders.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> note(
                        "SOL-021",
                        each.getKey(),
                        "several solutions that travel hold it: " + String.join(", ", each.getValue())))
                .toList();
    }

    private static Finding note(String rule, ResourceKey key, String reason) {
        return Finding.of(
                rule, key, Verdict.MIGRATE, new Explanation(reason, "Nothing has to be done by hand", Packing.BASIS));
    }
}
