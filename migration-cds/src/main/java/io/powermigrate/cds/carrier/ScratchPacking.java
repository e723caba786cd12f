package io.powermigrate.cds.carrier;

import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Nearest;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.flow.CloudFlow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a carrier of exactly what was selected. Pure: the solution is made in the source when its package is needed. */
final class ScratchPacking {

    private final String publisher;
    private final Inventory source;

    ScratchPacking(String publisher, Inventory source) {
        this.publisher = publisher;
        this.source = source;
    }

    /** Whether a scratch solution can hold it: of a flow its id in Dataverse has to be known. */
    boolean holds(Resource resource) {
        return id(resource).isPresent();
    }

    Solution of(List<Resource> selected) {
        List<Resource> contents = selected.stream()
                .sorted(Comparator.comparing(Resource::key).thenComparing(Resource::id))
                .toList();
        List<ResourceKey> keys = contents.stream().map(Resource::key).toList();
        String name = ScratchName.of(source.id(), keys);
        Document content = Document.of(
                        Map.of("managed", false, "visible", true, "publisher", publisher(), Solution.SCRATCH, true))
                .with("components", contents.stream().map(this::component).toList())
                .with(Solution.STATE, state(contents));
        Item item =
                Item.of(Solution.TYPE.key(name), name, "Selected for migration").withContent(content);
        // What an export would leave behind is read when the plan is made.
        return new Solution(Depth.listed(item));
    }

    /** A publisher that the caller names has to be there, and one that people may use. */
    private String publisher() {
        List<SolutionPublisher> all = source.all(SolutionPublisher.TYPE);
        return all.stream()
                .map(each -> each.key().name())
                .filter(publisher::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "Nothing was packed because the source has no publisher \"" + publisher + "\"",
                        "Give SolutionOptions.scratchSolution one of "
                                + Nearest.to(
                                        publisher,
                                        all.stream()
                                                .filter(each -> !each.isSupplied())
                                                .map(each -> each.key().name())
                                                .toList())));
    }

    private Map<String, Object> component(Resource resource) {
        boolean whole = !(resource instanceof DataverseTable table) || table.isCustom() && !table.isManaged();
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", resource.key().type());
        component.put("name", resource.key().name());
        component.put("id", id(resource).orElse(resource.id()).toLowerCase(Locale.ROOT));
        component.put("whole", whole);
        if (!whole) {
            component.put("columns", ((DataverseTable) resource).ownColumns());
        }
        return component;
    }

    private Optional<String> id(Resource resource) {
        return resource instanceof CloudFlow
                ? source.find(FlowState.TYPE.key(resource.key().name())).map(Resource::id)
                : Optional.of(resource.id());
    }

    /** Of all that is compared; what else changes is asked for when the package is made. */
    private static String state(List<Resource> contents) {
        return Fingerprint.of(Document.of(contents.stream()
                        .map(each -> each.key() + " " + each.fingerprint().value())
                        .collect(Collectors.joining("\n"))))
                .value();
    }
}
