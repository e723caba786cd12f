package io.powermigrate.cds.carrier;

import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Nearest;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Packed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which solutions travel, for one selection. */
final class Packing {

    static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, section 2", "2026-08-21");

    private final SolutionOptions options;
    private final Mapping mapping;
    private final List<Solution> candidates;
    private final List<Solution> all;
    private final Inventory source;
    private final Set<Solution> chosen = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    Packing(SolutionOptions options, Inventory source, Mapping mapping) {
        this.options = options;
        this.mapping = mapping;
        this.source = source;
        this.all = source.all(Solution.TYPE);
        this.candidates = all.stream().filter(Solution::isCandidate).toList();
    }

    Packed<Solution> of(List<? extends Resource> selected) {
        options.solutions().forEach(name -> chosen.add(named(name)));
        selected.stream()
                .filter(each -> each.key().type().equals(Solution.TYPE.name()))
                .flatMap(each -> candidates.stream().filter(known -> known.id().equals(each.id())))
                .forEach(chosen::add);
        List<Resource> open = new ArrayList<>();
        for (Resource each : selected) {
            if (travels(each) && !byLine(each) && chosen.stream().noneMatch(solution -> holds(solution, each))) {
                open.add(each);
            }
        }
        settle(open);
        PackingNotes notes = new PackingNotes(chosen);
        selected.stream()
                .filter(each -> !travels(each))
                .flatMap(each -> notes.elsewhere(each).stream())
                .forEach(findings::add);
        findings.addAll(notes.inSeveral());
        return new Packed<>(List.copyOf(chosen), findings, new PackingGaps(options, chosen).notChecked(selected));
    }

    /** A solution that the caller names has to be there: a wrong name is no wish for nothing. */
    private Solution named(String name) {
        return candidates.stream()
                .filter(each -> each.key().name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "Nothing was packed because the source has no unmanaged solution \"" + name
                                + "\" that is visible"
                                + all.stream()
                                        .filter(each -> each.key().name().equalsIgnoreCase(name))
                                        .findFirst()
                                        .map(found ->
                                                found.isManaged() ? " (it is managed there)" : " (it is internal)")
                                        .orElse(""),
                        "Give SolutionOptions.solutions one of "
                                + Nearest.to(
                                        name,
                                        candidates.stream()
                                                .map(each -> each.key().name())
                                                .toList())));
    }

    private boolean byLine(Resource resource) {
        Optional<Bound> line = mapping.find(SolutionPackager.LINE, line(resource));
        line.ifPresent(bound -> chosen.add(named(bound.value())));
        return line.isPresent();
    }

    static String line(Resource resource) {
        return resource.key().type() + " " + resource.key().name();
    }

    /** What comes with the service or with a managed solution is no cargo: rules say what becomes of it. */
    private static boolean travels(Resource resource) {
        if (resource instanceof DataverseTable table) {
            return table.travels();
        } else if (resource instanceof CloudFlow flow) {
            return flow.isInSolution();
        }
        return !resource.isSupplied() && !(resource instanceof SolutionPublisher) && !(resource instanceof Solution);
    }

    /** One for all, if there is one; else for each the only one that holds it. */
    private void settle(List<Resource> open) {
        if (open.isEmpty()) {
            return;
        }
        Optional<String> publisher = options.scratchPublisher();
        if (publisher.isPresent()) {
            intoScratch(open, new ScratchPacking(publisher.get(), source));
            return;
        }
        if (!options.solutions().isEmpty()) {
            open.forEach(each -> findings.add(notHeld(
                    each,
                    "none of the solutions that were named holds it: " + String.join(", ", options.solutions()))));
            return;
        }
        List<Solution> ofAll = candidates.stream()
                .filter(solution -> open.stream().allMatch(each -> holdsWhole(solution, each)))
                .toList();
        if (ofAll.size() == 1) {
            chosen.add(ofAll.get(0));
            return;
        }
        open.forEach(this::settle);
    }

    private void intoScratch(List<Resource> open, ScratchPacking scratch) {
        List<Resource> held = open.stream().filter(scratch::holds).toList();
        if (!held.isEmpty()) {
            chosen.add(scratch.of(held));
        }
        open.stream()
                .filter(each -> !held.contains(each))
                .forEach(each ->
                        findings.add(notHeld(each, "Dataverse does not list it, so its id there is not known")));
    }

    private void settle(Resource resource) {
        List<Solution> whole =
                candidates.stream().filter(each -> holdsWhole(each, resource)).toList();
        List<Solution> holders = whole.isEmpty()
                ? candidates.stream().filter(each -> holds(each, resource)).toList()
                : whole;
        if (holders.size() == 1) {
            chosen.add(holders.get(0));
        } else if (holders.isEmpty()) {
            findings.add(notHeld(resource, "no visible unmanaged solution of the source holds it"));
        } else {
            findings.add(severalHold(resource, holders));
        }
    }

    private static boolean holds(Solution solution, Resource resource) {
        return isPackaged(solution, resource) || solution.components().stream().anyMatch(part -> is(part, resource));
    }

    private static boolean holdsWhole(Solution solution, Resource resource) {
        return isPackaged(solution, resource)
                || solution.components().stream().anyMatch(part -> is(part, resource) && part.whole());
    }

    /** A package on this computer is known in full. */
    private static boolean isPackaged(Solution solution, Resource resource) {
        return solution.facts().isPresent() && Contents.of(solution).keys().contains(resource.key());
    }

    private static boolean is(Solution.Component part, Resource resource) {
        return part.key().type().equals(resource.key().type())
                && (part.id().equalsIgnoreCase(resource.id())
                        || part.key().name().equals(resource.key().name()));
    }

    private Finding notHeld(Resource resource, String reason) {
        return Finding.of(
                "SOL-001",
                resource.key(),
                Verdict.BLOCK,
                new Explanation(
                        reason,
                        "Add it to an unmanaged solution in the source, or leave it out of the scope, then plan again",
                        BASIS));
    }

    private Finding severalHold(Resource resource, List<Solution> holders) {
        String names = holders.stream().map(each -> each.key().name()).collect(Collectors.joining(", "));
        return Finding.of(
                        "SOL-002",
                        resource.key(),
                        Verdict.BLOCK,
                        new Explanation(
                                "several unmanaged solutions of the source hold it: " + names,
                                "Choose the solution that carries it: paste one of the lines into the mapping",
                                BASIS))
                .suggesting(holders.stream()
                        .map(each -> new Binding(
                                SolutionPackager.LINE,
                                line(resource),
                                each.key().name()))
                        .toList());
    }
}
