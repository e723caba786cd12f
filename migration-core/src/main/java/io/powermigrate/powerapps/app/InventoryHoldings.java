package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.canvas.requirements.Availability;
import io.powermigrate.canvas.requirements.DestinationLookup;
import io.powermigrate.canvas.requirements.Requirement;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.model.Titles;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.spi.CheckContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a destination holds of an app's needs, by its inventory, the bindings, and what earlier steps make. */
final class InventoryHoldings implements DestinationLookup {

    private final ResourceKey app;
    private final CheckContext context;
    private final Rebinding rebinding;

    InventoryHoldings(ResourceKey app, CheckContext context, Rebinding rebinding) {
        this.app = app;
        this.context = context;
        this.rebinding = rebinding;
    }

    @Override
    public Availability held(Requirement need) {
        return switch (need.kind()) {
            case CONNECTION -> byId(AppNeeds.CONNECTION, need, Map.of());
            case CONNECTOR -> byId(AppNeeds.CONNECTOR, need, Map.of());
            case FLOW -> byId(AppNeeds.FLOW, need, signature(need));
            case DATAVERSE_TABLE -> table(need);
            case TABLE ->
                rebinding.leavesBehind(need.within(), need.name())
                        ? Availability.leftBehind()
                        : Availability.notLookedAt();
            case ENVIRONMENT_VARIABLE, LIBRARY, CODE_COMPONENT, PAGE -> Availability.notLookedAt();
        };
    }

    /** Lines that would settle that it is missing; never applied by themselves. */
    List<Binding> suggestions(Requirement need) {
        return switch (need.kind()) {
            case CONNECTION -> suggestion(AppNeeds.CONNECTION, need);
            case CONNECTOR -> suggestion(AppNeeds.CONNECTOR, need);
            case FLOW -> suggestion(AppNeeds.FLOW, need);
            case TABLE -> List.of(line(need));
            case DATAVERSE_TABLE, ENVIRONMENT_VARIABLE, LIBRARY, CODE_COMPONENT, PAGE -> List.of();
        };
    }

    /** What lines lead to, as far as the destination shows it. */
    List<Candidate> candidates(List<Binding> lines) {
        return lines.stream()
                .flatMap(line -> context.destination().byId(line.type().name(), line.to()).stream())
                .map(Candidate::of)
                .toList();
    }

    private static Binding line(Requirement need) {
        return new Binding(SlotType.TEXT, need.name(), "<id of " + need.title() + " in the destination>");
    }

    private Availability byId(String type, Requirement need, Map<String, String> members) {
        ResourceKey key = ResourceKey.ofId(type, need.name());
        boolean bound = type.equals(AppNeeds.CONNECTION)
                && context.bindings().of(AppNeeds.slot(need.name(), app)).isPresent();
        if (bound || context.arrives().test(resolved(key))) {
            return Availability.present(members);
        }
        return isLookedAt(type) ? Availability.absent() : Availability.notLookedAt();
    }

    private ResourceKey resolved(ResourceKey key) {
        return context.source().find(key).map(Resource::key).orElse(key);
    }

    private boolean isLookedAt(String type) {
        return context.destination().coverage(type).filter(Coverage::isReadable).isPresent();
    }

    /** One that will be made by an earlier step has no signature to compare yet: it is looked at again in the step. */
    private Map<String, String> signature(Requirement need) {
        return context.bindings()
                .destinationId(resolved(ResourceKey.ofId(AppNeeds.FLOW, need.name())))
                .flatMap(id -> context.destination().byId(CloudFlow.TYPE, id))
                .filter(CloudFlow::isFetched)
                .map(CloudFlow::signature)
                .orElse(Map.of());
    }

    /**
     * The reader of tables is another plugin's; it keeps a table's columns under {@code columns}, by logical name, and the names of
     * those that travel with it under {@code ownColumns}. What a package brings has the columns that it has in the source.
     */
    private Availability table(Requirement need) {
        if (!need.within().equalsIgnoreCase("default.cds") || !isLookedAt(AppNeeds.TABLE)) {
            return Availability.notLookedAt();
        }
        ResourceKey key = new ResourceKey(AppNeeds.TABLE, need.name());
        Optional<Resource> held = context.destination().find(key);
        boolean arrives = context.arrives().test(key);
        if (held.isEmpty() && !arrives) {
            return Availability.absent();
        }
        Map<String, String> columns = columns(held);
        if (arrives && (held.isEmpty() || !columns.isEmpty())) {
            Optional<Resource> brought = context.source().find(key);
            List<String> own =
                    brought.map(table -> table.content().texts("ownColumns")).orElse(List.of());
            columns(brought).forEach((name, type) -> {
                if (held.isEmpty() || own.contains(name)) {
                    columns.putIfAbsent(name, type);
                }
            });
        }
        return Availability.present(columns);
    }

    private static Map<String, String> columns(Optional<Resource> table) {
        Map<String, String> columns = new TreeMap<>();
        table.ifPresent(known -> known.content()
                .at("columns")
                .members()
                .forEach((name, type) -> columns.put(name, type.text().orElse(""))));
        return columns;
    }

    /** Something that only differs from it in the case of its title; never taken by itself. */
    private List<Binding> suggestion(String type, Requirement need) {
        String title = context.source()
                .byId(type, need.name())
                .map(Resource::displayName)
                .orElse(need.title());
        List<Resource> same = alike(context.destination(), type, title);
        return same.size() == 1
                ? List.of(Binding.of(type, need.name(), same.get(0).id()))
                : List.of();
    }

    private static List<Resource> alike(Inventory destination, String type, String title) {
        return Titles.of(destination).of(type, title);
    }
}
