package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.Datasets;

/** Which tie a dataset or its tables are, told by its spelling. */
final class DatasetKind {

    static final String OWN_ENVIRONMENT = "default.cds";

    private DatasetKind() {}

    static OriginReference dataset(String dataset) {
        if (Datasets.isSite(dataset)) {
            return OriginReference.SITE;
        }
        return dataset.equalsIgnoreCase(OWN_ENVIRONMENT) || ValueKey.guid(dataset)
                ? OriginReference.DATAVERSE_DATASET
                : OriginReference.DATASET;
    }

    static OriginReference table(String dataset) {
        return Datasets.isSite(dataset) ? OriginReference.LIST : OriginReference.DATASET;
    }
}
