package io.powermigrate.testkit.msapp;

/** What a document is: {@code DocumentType} of {@code Properties.json} (wire/msapp.md, section 2.2). Thread safe. */
public enum DocumentKind {
    /** A canvas app that users open by itself. */
    APP("App", "AppFromScratch"),
    /** A page inside a model-driven app. */
    CUSTOM_PAGE("Page", "AppFromConvergedAppDesigner"),
    /** A library of components. */
    COMPONENT_LIBRARY("ComponentLibrary", "AppFromScratch");

    private final String wire;
    private final String source;

    DocumentKind(String wire, String source) {
        this.wire = wire;
        this.source = source;
    }

    /** The word on the wire, for example {@code Page}. */
    public String documentType() {
        return wire;
    }

    String creationSource() {
        return source;
    }
}
