package io.powermigrate.rule;

import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.List;

/**
 * Says what can be migrated and what must be recreated. Pure: reads facts, changes nothing, gives the same findings for
 * the same inventories. Thread-safe.
 *
 * @param <R> the type of resource that it is about
 */
public interface Rule<R extends Resource> {

    /** The stable id. */
    String id();

    /** What the rule says, as a sentence. */
    String description();

    /** What it is about. */
    ResourceType<R> subject();

    /** What it rests on. */
    Basis basis();

    /** What it finds in one resource. */
    List<Finding> check(R resource, RuleContext context);

    /** Starts a rule as a sentence; it does not compile without a reason and a remedy. */
    static RuleSentence.WithId withId(String id) {
        return new RuleSentence.WithId(id);
    }
}
