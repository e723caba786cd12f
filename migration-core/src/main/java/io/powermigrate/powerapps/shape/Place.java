package io.powermigrate.powerapps.shape;

import io.powermigrate.http.UriText;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about an environment that rules ask for, as {@code PowerPlatform.connect} tells them. Immutable.
 *
 * @param name what people call the environment
 * @param about its facts
 */
public record Place(String name, Document about) {

    private static final String PREVIEW = "(from preview)";

    /** Of the clouds; only the first one was ever told by a recorded answer. */
    private static final Set<String> MAKER_HOSTS = Set.of(
            "make.powerapps.com",
            "make.gov.powerapps.us",
            "make.high.powerapps.us",
            "make.apps.appsplatform.us",
            "make.powerapps.cn");

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

    /**
     * A page of the maker portal, as the environment tells where that is (wire/power-platform.md, section 1.2); empty where it tells
     * nothing, or another host than those of the clouds.
     *
     * @param name such as {@code connections}
     */
    public Optional<URI> page(String name) {
        return about.text("makerUrl")
                .map(base -> UriText.parse(base + "/" + name))
                .filter(uri -> uri.getHost() != null && MAKER_HOSTS.contains(uri.getHost()));
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
