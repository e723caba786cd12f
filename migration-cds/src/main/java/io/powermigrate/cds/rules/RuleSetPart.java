package io.powermigrate.cds.rules;

import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * The part of one rule set that is about Dataverse. The sets differ in what they rest on, and in the tens of the numbers of their
 * rules: what travels in a package has not changed since 2016.
 */
final class RuleSetPart {

    private final String name;
    private final int tens;
    private final Basis basis;
    private final List<Rule<?>> rules = new ArrayList<>();

    private RuleSetPart(String name, int tens, Basis basis) {
        this.name = name;
        this.tens = tens;
        this.basis = basis;
    }

    /** One for each rule set of the library, still without rules. */
    static List<RuleSetPart> all() {
        return List.of(
                new RuleSetPart(RuleSets.CLASSIC_2016, 0, Sources.CLASSIC),
                new RuleSetPart(RuleSets.PACKAGE_2018, 1, Sources.PACKAGE),
                new RuleSetPart(
                        RuleSets.SOLUTION_AWARE,
                        2,
                        Basis.sure("docs/wire/dataverse.md, sections 2 to 7", "2026-08-21")));
    }

    RuleSet set() {
        return new RuleSet(name, rules);
    }

    private String id(String prefix, int number) {
        return prefix + "-0" + tens + number;
    }

    /** Travels in a solution, unless the destination has no Dataverse. */
    <R extends Resource> RuleSetPart travels(String prefix, ResourceType<R> type, String how) {
        rules.add(Rule.withId(id(prefix, 1))
                .forEach(type)
                .always()
                .migrates()
                .because(how)
                .accordingTo(basis)
                .remedy("Nothing has to be done by hand"));
        rules.add(Rule.withId(id(prefix, 2))
                .forEach(type)
                .when("goes to an environment without Dataverse", (resource, context) -> hasNoDataverse(context))
                .blocks()
                .becauseOf((resource, context) -> context.destination().name() + " has no Dataverse")
                .accordingTo(basis)
                .remedy("Add a Dataverse database to the destination in the admin center, then plan again"));
        return this;
    }

    private static boolean hasNoDataverse(RuleContext context) {
        return !Place.of(context.destination()).hasDataverse()
                && context.destination().about().text("environment").isPresent();
    }

    /** Does not travel: it comes from elsewhere, and the destination has it or gets it there. */
    <R extends Resource> RuleSetPart comesFromElsewhere(
            String prefix, ResourceType<R> type, BiPredicate<R, RuleContext> which, String reason, String remedy) {
        rules.add(Rule.withId(id(prefix, 3))
                .forEach(type)
                .when("comes from elsewhere", which)
                .mustBeRecreatedByHand()
                .because(reason)
                .accordingTo(basis)
                .remedy(remedy));
        return this;
    }

    /** Travels, and somebody has to know something. */
    <R extends Resource> RuleSetPart warns(Note<R> note) {
        rules.add(Rule.withId(id(note.prefix(), note.number()))
                .forEach(note.type())
                .when(note.words(), note.which())
                .warns()
                .becauseOf(note.reason())
                .accordingTo(basis)
                .remedyFor(note.remedy()));
        return this;
    }

    /** Nobody can tell from here. */
    <R extends Resource> RuleSetPart undecided(Note<R> note) {
        rules.add(Rule.withId(id(note.prefix(), note.number()))
                .forEach(note.type())
                .when(note.words(), note.which())
                .leavesUndecided()
                .becauseOf(note.reason())
                .accordingTo(basis)
                .remedyFor(note.remedy()));
        return this;
    }

    /** A rule of which only the words differ. */
    record Note<R extends Resource>(
            String prefix,
            int number,
            ResourceType<R> type,
            String words,
            BiPredicate<R, RuleContext> which,
            BiFunction<R, RuleContext, String> reason,
            BiFunction<R, RuleContext, String> remedy) {}
}
