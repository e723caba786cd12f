package io.powermigrate.plan;

import io.powermigrate.page.Group;
import java.util.Set;

/**
 * Something that somebody has to decide or to make.
 *
 * @param group how pages show it, without what it frees
 * @param name in a few words
 * @param isJob whether it is work and not a choice
 * @param settles the keys of the resources that it is about
 */
record Undecided(Group group, String name, boolean isJob, Set<io.powermigrate.model.ResourceKey> settles) {

    String key() {
        return group.key();
    }
}
