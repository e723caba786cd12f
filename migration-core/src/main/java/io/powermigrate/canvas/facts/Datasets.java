package io.powermigrate.canvas.facts;

import io.powermigrate.internal.address.SiteAddress;

/** What a dataset is, told by its spelling. */
public final class Datasets {

    private Datasets() {}

    /** Whether a dataset is a site of SharePoint, in any spelling. */
    public static boolean isSite(String dataset) {
        return SiteAddress.of(dataset)
                .filter(address -> address.host().contains(".sharepoint."))
                .isPresent();
    }
}
