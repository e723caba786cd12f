package io.powermigrate.testkit.contract;

import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/** A note: a name and a text; a bundle of notes is one too. */
record Note(Item item) implements Resource {

    static final ResourceType<Note> TYPE = new ResourceType<>("note", Note.class, Note::new);
    static final ResourceType<Note> BUNDLE = new ResourceType<>("bundle", Note.class, Note::new);

    String text() {
        return content().text("text").orElse("");
    }
}
