package io.powermigrate.canvas;

import io.powermigrate.canvas.Rebinding.Kind;

/** Whether a rebinding has a value for what ties a document to its source, or takes it out. */
record Settlement(Rebinding rebinding) {

    boolean settles(TiedValue tied) {
        String value = tied.value();
        return switch (tied.tie()) {
            case CONNECTION, SHARED_CONNECTION ->
                has(Kind.CONNECTION, ValueKey.pair(tied.within(), value)) || rebinding.settles(value);
            case CONNECTOR -> hasOrText(Kind.CONNECTOR, value);
            case SITE, DATAVERSE_DATASET -> hasOrText(Kind.DATASET, value);
            case LIST -> table(tied);
            case DATASET -> tied.within().isEmpty() ? hasOrText(Kind.DATASET, value) : table(tied);
            case ENVIRONMENT_VARIABLE -> hasOrText(Kind.VARIABLE, value);
            case DATAVERSE_INSTANCE -> hasOrText(Kind.INSTANCE, value);
            case TABLE -> has(Kind.LOGICAL_NAME, value);
            case FLOW -> hasOrText(Kind.FLOW, value);
            case LIBRARY -> hasOrText(Kind.LIBRARY, value);
            case PAGE -> hasOrText(Kind.PAGE, value);
            case FLOW_CALLBACK, TELEMETRY, OFFLINE_PROFILE -> rebinding.dropsSecrets();
            case LITERAL -> !rebinding.formulaTexts().replace(value).equals(value);
            case LIST_METADATA, ENVIRONMENT_ID -> rebinding.settles(value);
            default -> false;
        };
    }

    private boolean table(TiedValue tied) {
        return has(Kind.TABLE, ValueKey.pair(tied.within(), tied.value())) || rebinding.settles(tied.value());
    }

    private boolean hasOrText(Kind kind, String value) {
        return has(kind, value) || rebinding.settles(value);
    }

    private boolean has(Kind kind, String value) {
        return rebinding.of(kind, value).isPresent();
    }
}
