package io.powermigrate.cds.carrier;

import io.powermigrate.cds.installed.Inquiry;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.app.PackagedApp;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Exports solutions and imports their packages: staged first, started once, followed to the end, and believed only when what they
 * carry was read back (wire/dataverse.md, section 12). Thread-safe.
 */
public final class SolutionMigrator implements Migrator<Solution> {

    private final SolutionOptions options;

    /** A migrator; it holds no state. */
    public SolutionMigrator(SolutionOptions options) {
        this.options = options;
    }

    @Override
    public ResourceType<Solution> type() {
        return Solution.TYPE;
    }

    @Override
    public Stream<Solution> list(Endpoint endpoint) {
        return SolutionReading.list(endpoint);
    }

    /** Exports the package where that is allowed: in the source, while a plan is made. */
    @Override
    public Solution fetch(Solution listed, Endpoint endpoint, Workspace workspace) {
        return new Exports(options).planned(listed, endpoint, workspace);
    }

    /** Who needs what an upgrade removes, and what people changed of what the package replaces, as far as the destination tells it. */
    @Override
    public Solution fetchFurther(Solution counterpart, Solution wanted, Inventory destination, Endpoint endpoint) {
        Optional<SolutionFacts> facts = wanted.facts();
        if (facts.isEmpty() || !facts.get().manifest().managed() || !counterpart.isManaged()) {
            return counterpart;
        }
        boolean upgrade = options.isUpgrade() && isHigher(wanted, counterpart);
        return counterpart.told(
                Inquiry.of(endpoint.client(Dataverse.KEY), counterpart.id(), facts.get(), destination, upgrade));
    }

    private static boolean isHigher(Solution wanted, Solution counterpart) {
        return Version.of(wanted.version()).compareTo(Version.of(counterpart.version())) > 0;
    }

    /** What it carries is compared by itself; of a solution that people made counts its version. */
    @Override
    public List<Difference> differences(Solution desired, Solution actual) {
        List<Difference> differences = new ArrayList<>();
        if (!desired.isScratch() && Version.of(desired.version()).compareTo(Version.of(actual.version())) != 0) {
            differences.add(new Difference("its version", desired.version(), actual.version()));
        }
        return differences;
    }

    @Override
    public Solution adapt(Solution source, Bindings bindings, Workspace workspace) {
        return new Cargo(source, workspace).adapted(bindings);
    }

    /** What its apps use and no list may show. */
    @Override
    public List<Item> mentions(Solution fetched) {
        List<PackagedApp> apps = fetched.apps();
        Set<ResourceKey> needs = new HashSet<>(
                fetched.facts().map(facts -> new Covered(facts).needs(apps)).orElse(List.of()));
        return apps.stream()
                .flatMap(app -> app.mentions().stream())
                .filter(item -> needs.contains(ResourceKey.ofId(item.key().type(), item.id())))
                .toList();
    }

    /** Texts are replaced in the documents of its apps. */
    @Override
    public Collection<Binding> met(Solution source, Collection<Binding> lines, Workspace workspace) {
        return new Cargo(source, workspace).met(lines);
    }

    @Override
    public List<Finding> check(Solution source, CheckContext context) {
        return new SolutionCheck(source, context, options).findings();
    }

    /** Nothing tells whether the changes of an unmanaged import were published. */
    @Override
    public List<Finding> unseen(Solution desired, Solution actual) {
        return actual.isManaged()
                ? List.of()
                : List.of(Finding.of(
                        "SOL-022",
                        desired.key(),
                        Verdict.WARN,
                        new Explanation(
                                "the destination holds it, but does not tell whether its changes are published, and no run"
                                        + " of this journal has published them",
                                "Publish all customizations in the destination, if an earlier run or an import by hand was"
                                        + " interrupted",
                                Basis.sure("docs/wire/dataverse.md, section 2.6", "2026-08-21"))));
    }

    @Override
    public List<Finding> stage(Solution desired, WriteContext context) {
        return new Arrival(desired, context, options).staged();
    }

    @Override
    public void unstage(Solution desired, WriteContext context) {
        new Arrival(desired, context, options).unstaged();
    }

    @Override
    public String create(Solution desired, WriteContext context) {
        return new Arrival(desired, context, options).imported();
    }

    @Override
    public String update(Solution desired, Solution actual, WriteContext context) {
        return new Arrival(desired, context, options).imported();
    }

    /** What it carries is read back by itself, but its canvas apps. */
    @Override
    public List<Finding> prove(Solution desired, Solution actual, WriteContext context) {
        return new AppsArrived(desired, context).findings();
    }

    @Override
    public String toString() {
        return "SolutionMigrator with " + options;
    }
}
