package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.member.PermissionMembers;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.flow.CloudFlow;
import java.util.Set;
import java.util.TreeSet;

/** What a solution carries, of the types that are compared: by its package, or by its list where it was not exported. */
record Contents(Set<ResourceKey> keys, Set<ResourceKey> companions) {

    static Contents of(Solution solution) {
        Contents contents = solution.facts().map(Contents::packaged).orElseGet(() -> listed(solution));
        if (!solution.publisher().isEmpty()) {
            contents.keys.add(SolutionPublisher.TYPE.key(solution.publisher()));
        }
        return contents;
    }

    private static Contents packaged(SolutionFacts facts) {
        Contents all = new Contents(new TreeSet<>(), new TreeSet<>());
        facts.schema().tables().forEach(table -> all.keys.add(DataverseTable.TYPE.key(table.logicalName())));
        facts.schema().choices().forEach(choice -> all.keys.add(GlobalChoice.TYPE.key(choice.name())));
        facts.schema().roles().forEach(role -> all.keys.add(SecurityRole.TYPE.key(role.name())));
        facts.schema().profiles().forEach(profile -> all.profile(profile.name()));
        facts.content().variables().forEach(variable -> all.variable(variable.schemaName()));
        facts.content().connectionReferences().forEach(reference -> all.reference(reference.logicalName()));
        facts.content().workflows().stream().filter(Workflow::isCloudFlow).forEach(flow -> all.flow(flow.name()));
        return all;
    }

    private static Contents listed(Solution solution) {
        Contents all = new Contents(new TreeSet<>(), new TreeSet<>());
        solution.components().forEach(component -> {
            String name = component.key().name();
            String type = component.key().type();
            if (type.equals(VariableDefinition.TYPE.name())) {
                all.variable(name);
            } else if (type.equals(ReferenceDefinition.TYPE.name())) {
                all.reference(name);
            } else if (type.equals(CloudFlow.TYPE.name())) {
                all.flow(name);
            } else if (type.equals(PermissionSet.TYPE.name())) {
                all.profile(name);
            } else {
                all.keys.add(component.key());
            }
        });
        return all;
    }

    private void profile(String name) {
        keys.add(PermissionSet.TYPE.key(name));
        companions.add(PermissionMembers.TYPE.key(name));
    }

    private void variable(String name) {
        keys.add(VariableDefinition.TYPE.key(name));
        companions.add(VariableValue.TYPE.key(name));
    }

    private void reference(String name) {
        keys.add(ReferenceDefinition.TYPE.key(name));
        companions.add(ReferenceBinding.TYPE.key(name));
    }

    private void flow(String name) {
        keys.add(CloudFlow.TYPE.key(name));
        companions.add(FlowState.TYPE.key(name));
    }
}
