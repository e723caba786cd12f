package io.powermigrate.internal.plan;

import io.powermigrate.model.ResourceKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What packagers told of the carriers of a reading.
 *
 * @param made those that no list of the source shows, because a packager made them of what was selected
 * @param onlyTheWay those that need not stay in the destination
 * @param notChecked what the plan can say nothing about
 */
public record Carriers(Set<ResourceKey> made, Set<ResourceKey> onlyTheWay, List<String> notChecked) {

    /** No packager had anything to pack. */
    public static final Carriers NONE = new Carriers(Set.of(), Set.of(), List.of());

    public Carriers {
        made = Set.copyOf(made);
        onlyTheWay = Set.copyOf(onlyTheWay);
        notChecked = List.copyOf(notChecked);
    }

    /** These, and those of another packager. */
    public Carriers and(Carriers others) {
        return new Carriers(
                Stream.concat(made.stream(), others.made.stream()).collect(Collectors.toSet()),
                Stream.concat(onlyTheWay.stream(), others.onlyTheWay.stream()).collect(Collectors.toSet()),
                Stream.concat(notChecked.stream(), others.notChecked.stream()).toList());
    }
}
