package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.app.PackagedApp;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the apps of a package get from the package itself: the service joins an app with the connection references of its connectors,
 * with its connectors and flows (wire/msapp.md, section 12). Nothing of that is asked of the destination, and nothing of it is bound. A
 * flow is the package's if its row in Dataverse is: packages keep the ids of their flows.
 */
final class Covered {

    private final Set<String> references;
    private final Set<String> connectors;
    private final Set<String> flows;

    Covered(SolutionFacts facts) {
        references = facts.content().connectionReferences().stream()
                .map(reference ->
                        plain(ConnectorName.of(reference.connectorId()).everywhere()))
                .collect(Collectors.toSet());
        connectors = facts.content().connectors().stream()
                .map(connector -> plain(connector.name()))
                .collect(Collectors.toSet());
        flows = facts.content().workflows().stream()
                .filter(Workflow::isCloudFlow)
                .map(Workflow::id)
                .collect(Collectors.toSet());
    }

    /** Names of connectors are escaped in several ways; their letters and digits are the same (wire/dataverse.md, section 5). */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("-[0-9a-f]{2}", "")
                .replace("_5f", "_")
                .replaceAll("[^a-z0-9]", "");
    }

    private boolean covers(ConnectorName connector) {
        String name = plain(connector.everywhere());
        return references.contains(name) || connectors.contains(name);
    }

    /** What they need beside the package. */
    List<ResourceKey> needs(Collection<PackagedApp> apps) {
        return apps.stream()
                .flatMap(app -> app.uses(connector -> !covers(connector), flow -> !flows.contains(flow)).stream())
                .distinct()
                .toList();
    }

    /** What the package gives them. */
    Set<ResourceKey> given(Collection<PackagedApp> apps) {
        Set<ResourceKey> given = new HashSet<>();
        apps.forEach(app -> given.addAll(app.uses(this::covers, flows::contains)));
        return given;
    }

    /** Bindings that leave alone what the package gives. */
    Bindings over(Bindings bindings, Collection<PackagedApp> apps) {
        Set<ResourceKey> given = given(apps);
        return new Bindings() {
            @Override
            public Optional<Bound> of(Slot slot) {
                ResourceKey key = ResourceKey.ofId(slot.type().name(), slot.value());
                return given.contains(key) ? Optional.empty() : bindings.of(slot);
            }

            @Override
            public List<Binding> all(SlotType type) {
                return bindings.all(type);
            }

            @Override
            public Optional<String> destinationId(ResourceKey key) {
                return given.contains(key) ? Optional.empty() : bindings.destinationId(key);
            }
        };
    }
}
