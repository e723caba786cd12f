package io.powermigrate.canvas.rebind;

/** Whether a rebinding has a value for what ties a document to its source, or takes it out. */
record Settlement(RebindingValues rebinding) {

    boolean settles(OriginValue tied) {
        String value = tied.value();
        return switch (tied.tie()) {
            case CONNECTION, SHARED_CONNECTION ->
                has(ValueKind.CONNECTION, ValueKey.pair(tied.within(), value)) || rebinding.settles(value);
            case CONNECTOR -> hasOrText(ValueKind.CONNECTOR, value);
            case SITE, DATAVERSE_DATASET -> hasOrText(ValueKind.DATASET, value);
            case LIST -> table(tied);
            case DATASET -> tied.within().isEmpty() ? hasOrText(ValueKind.DATASET, value) : table(tied);
            case ENVIRONMENT_VARIABLE -> hasOrText(ValueKind.VARIABLE, value);
            case DATAVERSE_INSTANCE -> hasOrText(ValueKind.INSTANCE, value);
            case TABLE -> has(ValueKind.LOGICAL_NAME, value);
            case FLOW -> hasOrText(ValueKind.FLOW, value);
            case LIBRARY -> hasOrText(ValueKind.LIBRARY, value);
            case PAGE -> hasOrText(ValueKind.PAGE, value);
            case FLOW_CALLBACK, TELEMETRY, OFFLINE_PROFILE -> rebinding.dropsSecrets();
            case LITERAL -> !rebinding.formulaTexts().replace(value).equals(value);
            case LIST_METADATA, ENVIRONMENT_ID -> rebinding.settles(value);
            default -> false;
        };
    }

    private boolean table(OriginValue tied) {
        return has(ValueKind.TABLE, ValueKey.pair(tied.within(), tied.value())) || rebinding.settles(tied.value());
    }

    private boolean hasOrText(ValueKind kind, String value) {
        return has(kind, value) || rebinding.settles(value);
    }

    private boolean has(ValueKind kind, String value) {
        return rebinding.of(kind, value).isPresent();
    }
}
