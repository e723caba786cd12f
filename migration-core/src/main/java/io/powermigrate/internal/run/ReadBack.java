package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.report.Outcome;
import java.util.Optional;

/** Something that was written and is read back in the destination until it shows, or until nobody waits any longer. */
interface ReadBack {

    /** Whether it still waits to be verified. */
    boolean isOpen();

    /** Whose list shows it. */
    String type();

    /** It in what the destination shows now; empty where it does not show. */
    Optional<? extends Resource> listed(Inventory shown);

    /** Looks for it in what the destination shows now; returns whether it still waits. */
    boolean verify(Inventory shown, Endpoint destination);

    /** What came of it; unverified where it still waits. */
    Outcome outcome();
}
