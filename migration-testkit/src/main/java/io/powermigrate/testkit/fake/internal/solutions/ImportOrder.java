package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an import was asked to do. Immutable.
 *
 * @param caller who imports
 * @param mode how it deals with an installed version
 * @param overwrite whether unmanaged customisations give way
 * @param publishWorkflows whether flows are switched on
 * @param parameters ComponentParameters
 */
record ImportOrder(Caller caller, Mode mode, boolean overwrite, boolean publishWorkflows, List<ObjectNode> parameters) {
    ImportOrder {
        parameters = List.copyOf(parameters);
    }

    /**
     * Who imports.
     *
     * @param user the id of the importing user's row; empty for what people made by hand
     * @param mayUse whether that user may use a connection, by its name
     */
    record Caller(String user, Predicate<String> mayUse) {
        static final Caller NOBODY = new Caller("", connection -> true);
    }

    enum Mode {
        /** Fills an organisation as people would have done: nothing is checked. */
        BY_HAND,
        /** Adds and changes, removes nothing. */
        UPDATE,
        /** Leaves the new version beside the old one. */
        HOLDING,
        /** Replaces the old version at once. */
        UPGRADE
    }

    /** The id of the importing user's row; empty for what people made by hand. */
    String user() {
        return caller.user();
    }

    boolean isChecked() {
        return mode != Mode.BY_HAND;
    }

    boolean isUpgrade() {
        return mode == Mode.HOLDING || mode == Mode.UPGRADE;
    }
}
