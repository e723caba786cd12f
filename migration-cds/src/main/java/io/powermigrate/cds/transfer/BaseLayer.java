package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of an upgrade that would take away the base layer of a component which others build on: whose layers those are
 * (wire/dataverse-situations.md, S13).
 */
final class BaseLayer {

    private static final Pattern COMPONENT = Pattern.compile(
            "base layer for the component '([A-Za-z]{1,100})' with id '([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})'");

    private BaseLayer() {}

    /** Empty where the words are not about that; who is not told the layers is told so. */
    static String words(Dataverse destination, String error) {
        Matcher component = COMPONENT.matcher(error);
        return component.find()
                ? "; layers of that " + component.group(1) + ": "
                        + layers(destination, component.group(1), component.group(2))
                : "";
    }

    private static String layers(Dataverse destination, String kind, String id) {
        try {
            List<String> solutions = destination
                    .rows(Query.of("msdyn_componentlayers")
                            .select("msdyn_solutionname", "msdyn_order")
                            .filter(Filter.eq("msdyn_componentid", id)
                                    .and(Filter.eq("msdyn_solutioncomponentname", kind))))
                    .flatMap(row -> row.text("msdyn_solutionname").stream())
                    .toList();
            return solutions.isEmpty()
                    ? "the destination tells none"
                    : "of the solutions " + String.join(", ", solutions);
        } catch (MigrationException notTold) {
            return "not told (" + notTold.problem() + ")";
        }
    }
}
