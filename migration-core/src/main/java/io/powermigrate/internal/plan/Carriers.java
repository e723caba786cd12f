package io.powermigrate.internal.plan;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What packagers told of the carriers of a reading.
 *
 * @param made those that no list of the source shows, because a packager made them of what was selected
 * @param onlyTheWay those that need not stay in the destination
 * @param inSource what making the package of each does to the source
 * @param notChecked what the plan can say nothing about
 */
public record Carriers(
        Set<ResourceKey> made,
        Set<ResourceKey> onlyTheWay,
        Map<ResourceKey, Effect> inSource,
        List<String> notChecked) {

    /** No packager had anything to pack. */
    public static final Carriers NONE = new Carriers(Set.of(), Set.of(), Map.of(), List.of());

    public Carriers {
        made = Set.copyOf(made);
        onlyTheWay = Set.copyOf(onlyTheWay);
        inSource = Map.copyOf(inSource);
        notChecked = List.copyOf(notChecked);
    }

    /** These, and those of another packager. */
    public Carriers and(Carriers others) {
        Map<ResourceKey, Effect> effects = new HashMap<>(inSource);
        effects.putAll(others.inSource);
        return new Carriers(
                Stream.concat(made.stream(), others.made.stream()).collect(Collectors.toSet()),
                Stream.concat(onlyTheWay.stream(), others.onlyTheWay.stream()).collect(Collectors.toSet()),
                effects,
                Stream.concat(notChecked.stream(), others.notChecked.stream()).toList());
    }

    /** What making the package of a carrier does to the source; nothing that lasts, if no packager said otherwise. */
    Effect inSource(ResourceKey carrier) {
        return inSource.getOrDefault(carrier, Effect.EXPORT);
    }
}
