package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.Packed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts tables, choices, roles, permission sets, variables, connection references and flows into solutions: those that the caller
 * names, else one that is made of what was selected, if the caller wants that, else the one visible unmanaged solution of the source
 * that holds what was selected. Pure and thread-safe.
 */
public final class SolutionPackager implements Packager<Solution> {

    /** Of lines that say which solution carries something, from its type and name: {@code Cds.carriedBy}. */
    public static final SlotType LINE = new SlotType("carried-by");

    private final SolutionOptions options;

    /** A packager. */
    public SolutionPackager(SolutionOptions options) {
        this.options = options;
    }

    @Override
    public ResourceType<Solution> carrier() {
        return Solution.TYPE;
    }

    @Override
    public Set<ResourceType<?>> carries() {
        return Set.of(
                DataverseTable.TYPE,
                GlobalChoice.TYPE,
                SecurityRole.TYPE,
                PermissionSet.TYPE,
                SolutionPublisher.TYPE,
                VariableDefinition.TYPE,
                ReferenceDefinition.TYPE,
                CloudFlow.TYPE);
    }

    @Override
    public Packed<Solution> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
        return new Packing(options, source, mapping).of(selected);
    }

    @Override
    public Set<ResourceKey> contents(Solution carrier) {
        return Contents.of(carrier).keys();
    }

    @Override
    public Set<ResourceKey> companions(Solution carrier) {
        return Contents.of(carrier).companions();
    }

    /** A scratch solution is made in the source, and publishing changes it, too. */
    @Override
    public Effect inSource(Solution carrier) {
        return options.inSource(carrier);
    }

    /** Who deletes a scratch solution in the destination keeps what it brought, and does not want it again. */
    @Override
    public boolean isOnlyTheWay(Solution carrier) {
        return carrier.isScratch();
    }

    /** An app that runs a flow waits until it is on. */
    @Override
    public Optional<ResourceKey> finishedBy(ResourceKey content) {
        return content.type().equals(CloudFlow.TYPE.name())
                ? Optional.of(FlowState.TYPE.key(content.name()))
                : Optional.empty();
    }

    /** A managed package is hidden by an unmanaged change of the destination (wire/dataverse-situations.md, S32). */
    @Override
    public Optional<String> remedy(Solution carrier, ResourceKey content) {
        boolean managed =
                carrier.facts().map(facts -> facts.manifest().managed()).orElse(options.isManaged());
        return Optional.of(
                managed && !options.overwritesUnmanaged()
                        ? "An unmanaged change in the destination hides what a managed package brings: import it with"
                                + " SolutionOptions.overwriteUnmanaged(), or remove that change there (Solution layers), then plan again"
                        : "Look in the solution history of the destination for what the import left out, then plan again: it"
                                + " comes out SKIP if all is well");
    }

    @Override
    public String toString() {
        return "SolutionPackager";
    }
}
