package io.powermigrate.powerapps.shape;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import java.util.Locale;

/**
 * The facts about an environment that rules ask for, as {@code PowerPlatform.connect} tells them. Immutable.
 *
 * @param name what people call the environment
 * @param about its facts
 */
public record Place(String name, Document about) {

    private static final String PREVIEW = "(from preview)";

    /** The environment that an inventory was read from. */
    public static Place of(Inventory inventory) {
        return new Place(inventory.name(), inventory.about());
    }

    /** Whether it is its tenant's default environment. */
    public boolean isDefault() {
        return about.flag("isDefault");
    }

    /**
     * Whether gateways were supported there by the article of 2016: in the default environment, and in the one that is
     * called "{tenant name} (from preview)" (rules.md, first table).
     */
    public boolean canHoldGateways() {
        return isDefault() || name.toLowerCase(Locale.ROOT).endsWith(PREVIEW);
    }

    /** Whether it has Dataverse, without which there are no solutions. */
    public boolean hasDataverse() {
        return about.text("dataverseUrl").isPresent();
    }

    /** Whether it is a Managed Environment. */
    public boolean isManaged() {
        return about.flag("isManaged");
    }

    /** The geography, such as {@code europe}; empty where it is not known. */
    public String region() {
        return about.text("region").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The directory id of who is signed in; empty where it is not known. */
    public String caller() {
        return about.text("callerId").orElse("");
    }

    /** Whether the regions of both are known and differ. */
    public boolean isInAnotherRegionThan(Place other) {
        return !region().isEmpty() && !other.region().isEmpty() && !region().equals(other.region());
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
