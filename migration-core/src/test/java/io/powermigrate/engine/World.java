package io.powermigrate.engine;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Two stores and a plugin over them: apps migrate, flows may be made again, links are made by hand. */
final class World implements MigrationPlugin {

    static final Basis BASIS = Basis.sure("the test", "2026-11-01");

    final Store source = new Store("source");
    final Store destination = new Store("destination");
    final TestClock clock = new TestClock();
    final Journal journal = Journal.inMemory();
    final Map<String, Coverage> coverage = new HashMap<>();
    final Map<String, List<Item>> mentions = new HashMap<>();
    final Map<String, List<Finding>> proofs = new HashMap<>();
    final Map<String, List<Finding>> staged = new HashMap<>();
    final List<ResourceReader<?>> readers = new ArrayList<>();
    final List<Rule<?>> rules = new ArrayList<>();
    final List<Packager<?>> packagers = new ArrayList<>();
    long shuffleSeed = 1;

    World() {
        readers.add(new ThingMigrator(Thing.APP, this));
        readers.add(new ThingMigrator(Thing.FLOW, this));
        readers.add(new ThingReader(Thing.LINK, this));
        rules.add(always(Thing.APP, "APP-1").migrates().because("apps travel").remedy("Nothing"));
        rules.add(always(Thing.FLOW, "FLOW-1")
                .mustBeRecreated()
                .because("flows do not travel")
                .accordingTo(BASIS)
                .remedy("Make it again"));
        rules.add(always(Thing.LINK, "LINK-1")
                .mustBeRecreatedByHand()
                .because("a link needs consent")
                .accordingTo(BASIS)
                .remedy("Make it and consent"));
    }

    static io.powermigrate.rule.RuleSentence.Condition<Thing> always(ResourceType<Thing> type, String id) {
        return Rule.withId(id).forEach(type).always();
    }

    MigrationBuilder builder() {
        return Migration.from(source.endpoint())
                .to(destination.endpoint())
                .install(this)
                .journal(journal)
                .time(clock.time());
    }

    Migration migration() {
        return builder().build();
    }

    Plan plan() {
        return migration().plan();
    }

    Plan plan(UnaryOperator<MigrationBuilder> options) {
        return options.apply(builder()).build().plan();
    }

    Report run() {
        return run(UnaryOperator.identity());
    }

    Report run(UnaryOperator<MigrationBuilder> options) {
        Migration migration = options.apply(builder()).build();
        return migration.execute(migration.plan().approve(approval()));
    }

    static Approval approval() {
        return Approval.by("ada@contoso.com", TestClock.START);
    }

    static Step step(Plan plan, ResourceKey key) {
        return plan.step(key).orElseThrow(() -> new AssertionError(key + " is not in " + plan.steps()));
    }

    static Step step(Plan plan, Thing thing) {
        return plan.steps().stream()
                .filter(step -> step.key().type().equals(thing.key().type())
                        && step.originId().equals(thing.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(thing + " is not in " + plan.steps()));
    }

    static List<String> rulesOf(Step step) {
        return step.findings().stream().map(Finding::rule).toList();
    }

    @Override
    public String name() {
        return "things";
    }

    @Override
    public List<ResourceReader<?>> readers() {
        return readers;
    }

    @Override
    public List<RuleSet> ruleSets() {
        return List.of(new RuleSet(RuleSets.CLASSIC_2016, rules));
    }

    @Override
    public List<Packager<?>> packagers() {
        return packagers;
    }
}
