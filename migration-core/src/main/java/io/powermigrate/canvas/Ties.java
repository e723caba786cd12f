package io.powermigrate.canvas;

/** Which tie a dataset or its tables are, told by its spelling. */
final class Ties {

    static final String OWN_ENVIRONMENT = "default.cds";

    private Ties() {}

    static Tie dataset(String dataset) {
        if (Datasets.isSite(dataset)) {
            return Tie.SITE;
        }
        return dataset.equalsIgnoreCase(OWN_ENVIRONMENT) || ValueKey.guid(dataset)
                ? Tie.DATAVERSE_DATASET
                : Tie.DATASET;
    }

    static Tie table(String dataset) {
        return Datasets.isSite(dataset) ? Tie.LIST : Tie.DATASET;
    }
}
