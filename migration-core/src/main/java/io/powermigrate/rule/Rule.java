package io.powermigrate.rule;

import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.List;

/**
 * Says what can be migrated and what must be recreated. Pure: it reads facts, changes nothing, and gives the same findings
 * for the same inventories. Thread-safe. Most rules are written as a sentence:
 *
 * <pre>{@code
 * Rule<Note> rule = Rule.withId("NOTE-001").forEach(Note.TYPE)
 *         .when("is a draft", (note, context) -> note.displayName().startsWith("Draft"))
 *         .blocks()
 *         .because("drafts stay where they are made")
 *         .remedy("Rename the note when it is finished, then plan again");
 * }</pre>
 *
 * @param <R> the type of resource that it is about
 */
public interface Rule<R extends Resource> {

    /** Its id, which plans, reports and waivers use; it stays the same when words change. */
    String id();

    /** What the rule says, as a sentence. */
    String description();

    /** The type of resource that it is about. */
    ResourceType<R> subject();

    /** What it rests on: a source, and when that was last known to be true. */
    Basis basis();

    /**
     * What it finds in one resource.
     *
     * @param context both inventories, the mapping, and what each resource was matched with
     * @return findings about this resource; empty where the rule has nothing to say of it
     */
    List<Finding> check(R resource, RuleContext context);

    /**
     * Starts a rule as a sentence; it does not compile without a reason and a remedy.
     *
     * @param id such as {@code NOTE-001}; no other rule of the rule set may have it
     */
    static RuleSentence.WithId withId(String id) {
        return new RuleSentence.WithId(id);
    }
}
