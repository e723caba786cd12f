package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.KnownIds;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;

/** One import under way: what arrives, where, how. Immutable, but for its log. */
record Arrival(SolutionState state, SolutionPackage arriving, ImportOrder order, Layering layering, Log log) {

    static Arrival of(SolutionState state, SolutionPackage arriving, ImportOrder order, Log log) {
        boolean managed = arriving.manifest().managed();
        return new Arrival(state, arriving, order, new Layering(state.layers(), managed, order.overwrite()), log);
    }

    Organisation organisation() {
        return state.organisation();
    }

    Manifest manifest() {
        return arriving.manifest();
    }

    boolean isManaged() {
        return manifest().managed();
    }

    /** The name under which the solution is installed: a holding one stands beside its base. */
    String installedAs() {
        return order.mode() == ImportOrder.Mode.HOLDING
                ? manifest().uniqueName() + "_Upgrade"
                : manifest().uniqueName();
    }

    /** The id of the solution that new components belong to; unmanaged ones to the active layer. */
    String owner() {
        return isManaged()
                ? state.row(installedAs())
                        .map(each -> each.path("solutionid").asText())
                        .orElse(KnownIds.ACTIVE_SOLUTION)
                : KnownIds.ACTIVE_SOLUTION;
    }

    /** The members that every solution-aware row has. */
    ObjectNode owned(ObjectNode row) {
        return row.put("ismanaged", isManaged()).put("solutionid", owner());
    }

    boolean admits(Part part) {
        return state.faults().admits(part, log);
    }
}
