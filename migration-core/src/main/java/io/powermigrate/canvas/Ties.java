package io.powermigrate.canvas;

import io.powermigrate.internal.address.SiteAddress;

/** Which tie a dataset or its tables are, told by its spelling. */
final class Ties {

    static final String OWN_ENVIRONMENT = "default.cds";

    private Ties() {}

    static Tie dataset(String dataset) {
        if (site(dataset)) {
            return Tie.SITE;
        }
        return dataset.equalsIgnoreCase(OWN_ENVIRONMENT) || ValueKey.guid(dataset)
                ? Tie.DATAVERSE_DATASET
                : Tie.DATASET;
    }

    static Tie table(String dataset) {
        return site(dataset) ? Tie.LIST : Tie.DATASET;
    }

    /** Whether a dataset is a site of SharePoint, in any spelling. */
    static boolean site(String dataset) {
        return SiteAddress.of(dataset)
                .filter(address -> address.host().contains(".sharepoint."))
                .isPresent();
    }
}
