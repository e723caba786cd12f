package io.powermigrate.canvas.rebind;

/** What is bound again. */
enum ValueKind {
    CONNECTOR("connectors"),
    RUNTIME("runtime addresses"),
    CONNECTION("connections"),
    DATASET("datasets"),
    TABLE("tables"),
    INSTANCE("Dataverse instances"),
    LOGICAL_NAME("Dataverse tables"),
    ENTITY_SET("entity sets"),
    VARIABLE("environment variables"),
    FLOW("flows"),
    FLOW_ENTITY("flow rows"),
    LIBRARY("libraries"),
    PAGE("pages"),
    VIEW("views"),
    FORM("forms"),
    TELEMETRY("telemetry"),
    TEXT("texts"),
    FORMULA_TEXT("texts in formulas"),
    NAME("names");

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    /** In the field's words, in the plural. */
    String words() {
        return words;
    }
}
