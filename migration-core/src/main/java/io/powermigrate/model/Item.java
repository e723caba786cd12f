package io.powermigrate.model;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the engine holds of every resource, whatever its type. Immutable; this is what a snapshot saves.
 *
 * @param key what it is called in every environment
 * @param id its id in its own environment
 * @param displayName what people call it
 * @param content facts that rules and comparisons read; never a secret, never the bytes of an artifact
 * @param artifacts handles to the bytes, in the workspace
 * @param references what it needs, uses or is part of
 * @param slots places that need a value of the destination
 */
public record Item(
        ResourceKey key,
        String id,
        String displayName,
        Document content,
        List<Artifact> artifacts,
        Set<Reference> references,
        List<Slot> slots) {

    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::to).thenComparing(Reference::kind);

    public Item {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        content = content == null ? Document.empty() : content;
        artifacts = artifacts == null ? List.of() : List.copyOf(artifacts);
        references = ordered(references == null ? Set.of() : references);
        slots = slots == null ? List.of() : List.copyOf(slots);
    }

    /** An item with a name for people and nothing else yet. */
    public static Item of(ResourceKey key, String id, String displayName) {
        return new Item(key, id, displayName, Document.empty(), List.of(), Set.of(), List.of());
    }

    /** This item under another key. */
    public Item withKey(ResourceKey other) {
        return new Item(other, id, displayName, content, artifacts, references, slots);
    }

    /** This item with other content. */
    public Item withContent(Document other) {
        return new Item(key, id, displayName, other, artifacts, references, slots);
    }

    /** This item with other artifacts. */
    public Item withArtifacts(List<Artifact> others) {
        return new Item(key, id, displayName, content, others, references, slots);
    }

    /** This item with other references. */
    public Item withReferences(Set<Reference> others) {
        return new Item(key, id, displayName, content, artifacts, others, slots);
    }

    /** This item with other slots. */
    public Item withSlots(List<Slot> others) {
        return new Item(key, id, displayName, content, artifacts, references, others);
    }

    private static Set<Reference> ordered(Set<Reference> references) {
        Set<Reference> sorted = new TreeSet<>(ORDER);
        sorted.addAll(references);
        return java.util.Collections.unmodifiableSet(sorted);
    }

    /** In one line: the key, the id, and how much of each it has. */
    @Override
    public String toString() {
        return Shown.value(key + ", id " + Shown.name(id) + ", " + Counted.of(references.size(), "reference") + ", "
                + Counted.of(slots.size(), "slot") + ", " + Counted.of(artifacts.size(), "artifact"));
    }
}
