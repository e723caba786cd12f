package io.powermigrate.internal.finding;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the engine itself finds, whatever the rules say. Each has a stable id, so that it can be waived by name. */
public final class EngineFindings {

    /** The resource waits for something; a waiver of this lets it go without. */
    public static final String HELD = "ENG-HELD";

    /** It needs something that no plugin reads. */
    public static final String NOT_READ = "ENG-NOT-READ";

    /** The lists or the service did not give it in full. */
    public static final String UNREADABLE = "ENG-UNREADABLE";

    /** No plugin can make it. */
    public static final String NO_MIGRATOR = "ENG-NO-MIGRATOR";

    /** The journal shows an operation of it open. */
    public static final String UNDER_WAY = "ENG-UNDER-WAY";

    /** The rule of what a run has made and the destination does not list yet. */
    public static final String NOT_LISTED_YET = "ENG-NOT-LISTED-YET";

    private static final String STAGING = "ENG-STAGING-FAILED";
    private static final String NOT_REHEARSED = "ENG-NOT-REHEARSED";
    private static final Basis BASIS = Basis.sure("the engine", "2026-11-01");

    private EngineFindings() {}

    /** A resource that the lists or the service did not give in full. */
    public static Finding unreadable(ResourceKey key, String problem, String remedy) {
        return finding(UNREADABLE, key, Verdict.BLOCK, problem, remedy);
    }

    /** A step whose rehearsal went wrong. */
    public static Finding stagingFailed(ResourceKey key, String problem, String remedy) {
        return finding(STAGING, key, Verdict.BLOCK, "its rehearsal failed: " + problem, remedy);
    }

    /** A step that cannot be rehearsed, because it waits for what the execution itself makes. */
    public static Finding notRehearsed(ResourceKey key, ResourceKey other) {
        return finding(
                NOT_REHEARSED,
                key,
                Verdict.WARN,
                "it was not rehearsed because " + other + " is made by the same plan",
                "Nothing: it is staged when the plan is executed");
    }

    public static Finding noRule(ResourceKey key, String ruleSet) {
        return finding(
                "ENG-NO-RULE",
                key,
                Verdict.UNKNOWN,
                "no rule of " + ruleSet + " is about the type " + key.type(),
                "Decide yourself; write a rule for the type, or make it by hand");
    }

    public static Finding noMigrator(ResourceKey key) {
        return finding(
                NO_MIGRATOR,
                key,
                Verdict.RECREATE_BY_HAND,
                "no installed plugin can make a " + key.type(),
                "Make it by hand in the destination, or install a plugin that can");
    }

    /** What the rules say to do with something that no plugin can make. */
    public static List<Finding> waysByHand(List<Finding> findings) {
        boolean byHand = findings.stream().anyMatch(finding -> finding.rule().equals(NO_MIGRATOR));
        return findings.stream()
                .filter(finding -> byHand
                        && finding.verdict() == Verdict.WARN
                        && !finding.rule().startsWith("ENG-"))
                .toList();
    }

    public static Finding ruleFailed(ResourceKey key, String rule, Throwable e) {
        return finding(
                "ENG-RULE-FAILED",
                key,
                Verdict.UNKNOWN,
                "the rule " + rule + " could not judge it because it threw " + e,
                "Fix the rule, or judge the resource yourself");
    }

    public static Finding adaptFailed(ResourceKey key, Throwable e) {
        String why = e instanceof MigrationException known ? known.getMessage() : "of " + e;
        return finding(
                "ENG-ADAPT-FAILED",
                key,
                Verdict.BLOCK,
                "it could not be made ready for the destination because " + why,
                "Fix this, then plan again");
    }

    public static Finding checkFailed(ResourceKey key, Throwable e) {
        return finding(
                "ENG-CHECK-FAILED",
                key,
                Verdict.BLOCK,
                "whether it would work in the destination could not be checked because of " + e,
                "Fix the migrator's check, then plan again");
    }

    public static Finding createdUnseen(ResourceKey key, Coverage coverage) {
        return finding(
                "ENG-VISIBLE-ONLY",
                key,
                Verdict.WARN,
                "it may already exist in the destination but be invisible to you, because " + coverage.reason(),
                coverage.remedy());
    }

    /** An earlier run may have started something of it. */
    public static Finding mayBeUnderWay(ResourceKey key, String step, Instant at, String destination) {
        return finding(
                UNDER_WAY,
                key,
                Verdict.WARN,
                "an earlier run may have started its " + step + " at " + at + ", and nobody has seen the end",
                "Nothing: the run looks for it in " + destination + " first, and starts no second one");
    }

    /** An earlier run has made it just now. */
    public static Finding notListedYet(ResourceKey key, String id, String destination) {
        return finding(
                NOT_LISTED_YET,
                key,
                Verdict.BLOCK,
                "an earlier run has made it as " + id + ", and " + destination + " does not list it yet",
                "Plan again in a few minutes");
    }

    /** It would be made once more by each process, because none knows of the others. */
    public static Finding notKept(ResourceKey key) {
        return finding(
                "ENG-JOURNAL-NOT-KEPT",
                key,
                Verdict.WARN,
                "the journal ends with this process, so a later one cannot know that this was made, and makes another one",
                "Give the migration a journal that is kept, such as Journal.in(folder), before you execute");
    }

    public static Finding notRead(ResourceKey key, ResourceKey other) {
        return finding(
                NOT_READ,
                key,
                Verdict.WARN,
                "it needs " + other + ", and no installed plugin reads that type: not checked",
                "Verify that the destination has it, or install a plugin that reads it");
    }

    public static Finding notThere(ResourceKey key, ResourceKey other) {
        return finding(
                "ENG-USES-MISSING",
                key,
                Verdict.WARN,
                "it uses " + other + ", which will not be in the destination",
                "Check whether it works without it");
    }

    public static Finding mentionedOnly(ResourceKey key) {
        return finding(
                "ENG-MENTIONED",
                key,
                Verdict.WARN,
                "the source does not list it; it is known only from what refers to it",
                "Sign in as somebody who can see it in the source, if more has to be known");
    }

    public static Finding circle(ResourceKey key, List<ResourceKey> path) {
        return finding(
                "ENG-CIRCLE",
                key,
                Verdict.BLOCK,
                "it is part of a dependency cycle: "
                        + path.stream().map(ResourceKey::toString).collect(Collectors.joining(" -> ")),
                "Take one of these references away in the source, or accept " + HELD + " of one of them");
    }

    /** A circle that leads through a package: what is in it and needed from outside could travel before it. */
    public static Finding circleOfPackage(
            ResourceKey key, List<ResourceKey> path, ResourceKey content, ResourceKey by) {
        Finding circle = circle(key, path);
        return finding(
                circle.rule(),
                key,
                Verdict.BLOCK,
                circle.reason() + "; it closes because " + by + " needs " + content + ", which the package brings",
                "Put " + content + " into a package of its own in the source: it then travels before the other one");
    }

    private static String names(List<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
    }

    /** Once for all of them. */
    public static Finding carriesBlocked(ResourceKey key, List<ResourceKey> contents) {
        String more = contents.size() > 3 ? " and " + (contents.size() - 3) + " more" : "";
        return finding(
                "ENG-CARRIES-BLOCKED",
                key,
                Verdict.BLOCK,
                "it carries " + names(contents.subList(0, Math.min(3, contents.size()))) + more
                        + ", which must not travel",
                "Settle what blocks them, or leave them out of the scope");
    }

    /** Its package is made in the source, which the caller did not allow to be changed. */
    public static Finding changesSource(ResourceKey key, String needed, String allowed) {
        return finding(
                "ENG-SOURCE",
                key,
                Verdict.BLOCK,
                "making its package changes the source (" + needed + "), and this migration allows no more than "
                        + allowed + " there",
                "Add .allowInSource(Effect." + needed + ") to the migration, then plan again");
    }

    /** The rules leave it to a person, and a package brings it. */
    public static Finding carriedAnyway(ResourceKey key, ResourceKey carrier) {
        return finding(
                "ENG-CARRIED-ANYWAY",
                key,
                Verdict.WARN,
                "the rules say that a person makes it, but " + carrier + " brings it",
                "Take it out of " + carrier + " in the source if it must not arrive, else check that it works");
    }

    /** Nothing stands for it, and the line gives it an id or a value, as it is written. */
    public static Finding unboundSlot(ResourceKey key, Binding line) {
        return finding(
                        "ENG-UNBOUND",
                        key,
                        Verdict.WARN,
                        "nothing stands for the " + line.type() + " " + line.from() + " in the destination yet",
                        "Make it there, or paste the suggested line with the value of the destination")
                .suggesting(List.of(line));
    }

    public static Finding waived(Finding finding, String because) {
        return finding(
                        finding.rule(),
                        finding.resource(),
                        Verdict.WARN,
                        finding.reason() + " (accepted because " + because + ")",
                        finding.remedy())
                .at(finding.locations());
    }

    public static Finding finding(String rule, ResourceKey key, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, key, verdict, new Explanation(reason, remedy, BASIS));
    }
}
