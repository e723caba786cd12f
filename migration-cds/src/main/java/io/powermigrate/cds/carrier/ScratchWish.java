package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.transfer.ScratchPart;
import io.powermigrate.cds.transfer.ScratchSolution;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.powerapps.flow.CloudFlow;
import java.util.Map;

/** What a scratch solution is to hold, in the words of its source. */
final class ScratchWish {

    /** Component types by types of resources (wire/dataverse.md, section 2.2). */
    private static final Map<String, String> TYPES = Map.of(
            DataverseTable.TYPE.name(), "entity",
            GlobalChoice.TYPE.name(), "optionset",
            SecurityRole.TYPE.name(), "role",
            PermissionSet.TYPE.name(), "fieldsecurityprofile",
            VariableDefinition.TYPE.name(), "environmentvariabledefinition",
            ReferenceDefinition.TYPE.name(), "connectionreference",
            CloudFlow.TYPE.name(), "workflow");

    private final Solution solution;
    private final Dataverse source;

    ScratchWish(Solution solution, Dataverse source) {
        this.solution = solution;
        this.source = source;
    }

    ScratchSolution.Wish wish() {
        return new ScratchSolution.Wish(
                solution.key().name(),
                solution.displayName(),
                publisher(),
                solution.components().stream()
                        .map(each -> new ScratchPart(
                                TYPES.getOrDefault(each.key().type(), each.key().type()),
                                each.id(),
                                each.whole(),
                                each.columns()))
                        .toList());
    }

    private String publisher() {
        return source.rows(Query.of("publishers")
                        .select("publisherid")
                        .filter(Filter.eq("uniquename", solution.publisher())))
                .findFirst()
                .flatMap(row -> row.text("publisherid"))
                .orElseThrow(() -> new MigrationException(
                        "The scratch solution " + solution.key().name()
                                + " was not made because the source has no publisher \"" + solution.publisher()
                                + "\" any more",
                        "Give SolutionOptions.scratchSolution a publisher of the source, then plan again"));
    }
}
