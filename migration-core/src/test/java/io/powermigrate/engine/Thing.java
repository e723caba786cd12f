package io.powermigrate.engine;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A thing with a text, references and slots. Apps and flows can be made; links are made by hand; zips carry parts. */
record Thing(Item item) implements Resource {

    static final ResourceType<Thing> APP = new ResourceType<>("app", Thing.class, Thing::new);
    static final ResourceType<Thing> FLOW = new ResourceType<>("flow", Thing.class, Thing::new);
    static final ResourceType<Thing> LINK = new ResourceType<>("link", Thing.class, Thing::new);
    static final ResourceType<Thing> PART = new ResourceType<>("part", Thing.class, Thing::new);
    static final ResourceType<Thing> ZIP = new ResourceType<>("zip", Thing.class, Thing::new);
    static final List<ResourceType<Thing>> ALL = List.of(APP, FLOW, LINK, PART, ZIP);

    static Thing app(String id, String name) {
        return of(APP, id, name);
    }

    static Thing flow(String id, String name) {
        return of(FLOW, id, name);
    }

    static Thing link(String id, String name) {
        return of(LINK, id, name);
    }

    static Thing of(ResourceType<Thing> type, String id, String name) {
        return new Thing(Item.of(type.key(name), id, name)).text("text of " + name);
    }

    Thing text(String text) {
        return new Thing(item.withContent(content().with("text", text)));
    }

    Thing supplied() {
        return of(new ResourceType<>(key().type(), Thing.class, Thing::new), "supplied-" + id(), displayName());
    }

    @Override
    public boolean isSupplied() {
        return id().startsWith("supplied-");
    }

    Thing needs(Thing other) {
        return with(Reference.needs(ResourceKey.ofId(other.key().type(), other.id())));
    }

    Thing needs(ResourceKey key) {
        return with(Reference.needs(key));
    }

    Thing uses(Thing other) {
        return with(Reference.uses(ResourceKey.ofId(other.key().type(), other.id())));
    }

    Thing with(Reference reference) {
        Set<Reference> all = new HashSet<>(references());
        all.add(reference);
        return new Thing(item.withReferences(all));
    }

    Thing slot(Thing other) {
        return slot(new SlotType(other.key().type()), other.id(), true);
    }

    Thing slot(SlotType type, String value, boolean required) {
        List<Slot> all = new ArrayList<>(slots());
        all.add(new Slot(type, value, key(), required));
        Document places = content().at("places").with(value, value);
        return new Thing(item.withSlots(all).withContent(content().with("places", places)));
    }
}
