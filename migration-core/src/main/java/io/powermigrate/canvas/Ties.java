package io.powermigrate.canvas;

/** Which tie a dataset or its tables are, told by its spelling. */
final class Ties {

    static final String OWN_ENVIRONMENT = "default.cds";

    private Ties() {}

    static Tie dataset(String dataset) {
        if (site(dataset)) {
            return Tie.SITE;
        }
        return dataset.equals(OWN_ENVIRONMENT) || Rebinding.guid(dataset) ? Tie.DATAVERSE_DATASET : Tie.DATASET;
    }

    static Tie table(String dataset) {
        return site(dataset) ? Tie.LIST : Tie.DATASET;
    }

    private static boolean site(String dataset) {
        return dataset.startsWith("https://") && dataset.contains(".sharepoint.");
    }
}
