package io.powermigrate.rule;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;

/** What a rule may look at. */
public interface RuleContext {

    /** What the source holds. */
    Inventory source();

    /** What the destination holds. */
    Inventory destination();

    /** What the caller bound, and what earlier runs recorded. */
    Mapping mapping();

    /** Which resource of the destination one of the source is. */
    Match<? extends Resource> match(ResourceKey key);
}
