package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.transfer.ComponentResult;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.Locale;

/** What an import said of single components, with the resource that each is, as far as it is one. */
final class Told {

    private static final Basis BASIS = Basis.sure("the destination's own answer", "2026-08-21");

    private final Solution solution;

    Told(Solution solution) {
        this.solution = solution;
    }

    /** Under an import that succeeded a failure is a warning: what did not arrive is found when it is read back. */
    Finding finding(ComponentResult component) {
        String words = component.kind() + " " + component.name() + ": "
                + component.error().toLine();
        String reason = component
                .error()
                .reason()
                .map(why -> words + ", which means that " + why)
                .orElse(words);
        return Finding.of(
                component.failed() ? "IMPORT-COMPONENT" : "IMPORT-WARNING",
                key(component),
                Verdict.WARN,
                new Explanation(
                        reason, component.error().remedy().orElse("Look at the component in the destination"), BASIS));
    }

    private ResourceKey key(ComponentResult component) {
        String name = component.name();
        return switch (component.kind().toLowerCase(Locale.ROOT)) {
            case "entity", "table" -> contents(DataverseTable.TYPE.key(name.toLowerCase(Locale.ROOT)));
            case "optionset", "option set" -> contents(GlobalChoice.TYPE.key(name));
            case "role", "securityrole", "security role" -> contents(SecurityRole.TYPE.key(name));
            case "fieldsecurityprofile", "field security profile" -> contents(PermissionSet.TYPE.key(name));
            case "workflow", "process" -> contents(CloudFlow.TYPE.key(name));
            default -> solution.key();
        };
    }

    private ResourceKey contents(ResourceKey key) {
        return Contents.of(solution).keys().contains(key) ? key : solution.key();
    }
}
