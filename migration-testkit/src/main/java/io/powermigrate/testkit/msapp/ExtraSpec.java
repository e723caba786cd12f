package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.List;

/** What few documents have (wire/msapp.md, sections 2.2 to 2.5). Not thread safe. */
public final class ExtraSpec {
    private final List<Blueprint.Media> media = new ArrayList<>();
    private final List<Blueprint.Library> libraries = new ArrayList<>();
    private final List<String> codeComponents = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Blueprint.StudioError> errors = new ArrayList<>();

    ExtraSpec() {}

    /**
     * A picture that is loaded from its address whenever the app runs. Real documents have this kind for Studio's own pictures
     * only; that another address stands in the same members is a guess.
     */
    public ExtraSpec media(String name, String address) {
        BuilderError.notBlank(name, "name of a picture", "Give the name that formulas use, for example Logo.");
        BuilderError.notBlank(
                address, "address of '" + name + "'", "Give it, for example https://contoso.com/logo.png.");
        media.add(new Blueprint.Media(name, address));
        return this;
    }

    /** A component library that components came from, by the id of its app and its logical name. */
    public ExtraSpec library(String id, String logicalName) {
        libraries.add(new Blueprint.Library(
                BuilderError.notBlank(id, "id of a library", "Give the GUID of its app."), logicalName));
        return this;
    }

    /** A control that somebody wrote, {@code contoso_Contoso.Calendar}. */
    public ExtraSpec codeComponent(String name) {
        codeComponents.add(
                BuilderError.notBlank(name, "code component", "Name it, for example contoso_Contoso.Calendar."));
        return this;
    }

    /** A custom page that the app opens, {@code contoso_details_1a2b3}. */
    public ExtraSpec page(String name) {
        pages.add(BuilderError.notBlank(name, "custom page", "Name it, for example contoso_details_1a2b3."));
        return this;
    }

    /** An error that Studio found at the last save, where these words stand first in the formula. */
    public ExtraSpec studioError(String control, String property, String words) {
        errors.add(new Blueprint.StudioError(control, property, words));
        return this;
    }

    Blueprint.Extras part() {
        return new Blueprint.Extras(media, libraries, codeComponents, pages, errors);
    }
}
