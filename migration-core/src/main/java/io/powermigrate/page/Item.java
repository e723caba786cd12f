package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource, or one thing that is not a resource, in a group.
 *
 * @param key the resource; null for what is none, such as a list that was not read
 * @param name what people call it
 * @param id its id in the source; empty where it has none
 * @param state what is with it
 * @param waiting how many wait for it
 * @param words more about it, such as why it failed; empty where the group says all
 * @param places where in it
 * @param choices what answers it alone, where the group is a decision
 * @param lines lines to paste that are no choice
 * @param destinationId its id in the destination; empty where it has none yet
 */
public record Item(
        @Nullable ResourceKey key,
        String name,
        String id,
        State state,
        long waiting,
        String words,
        List<Place> places,
        List<Choice> choices,
        List<Line> lines,
        String destinationId) {

    public Item {
        places = List.copyOf(places);
        choices = List.copyOf(choices);
        lines = List.copyOf(lines);
    }

    /** A resource of which there is no more to say. */
    public static Item of(ResourceKey key, String name, String id, State state) {
        return new Item(key, name, id, state, 0, "", List.of(), List.of(), List.of(), "");
    }

    /** Something that is no resource. */
    public static Item of(String name, String words, State state) {
        return new Item(null, name, "", state, 0, words, List.of(), List.of(), List.of(), "");
    }

    /** The same item with more about it. */
    public Item saying(String more) {
        return new Item(key, name, id, state, waiting, more, places, choices, lines, destinationId);
    }

    /** The same item with places. */
    public Item at(List<Place> some) {
        return new Item(key, name, id, state, waiting, words, some, choices, lines, destinationId);
    }

    /** The same item with an id in the destination. */
    public Item as(String there) {
        return new Item(key, name, id, state, waiting, words, places, choices, lines, there);
    }

    /** The same item with what answers it, and with how many wait for it. */
    public Item answeredBy(List<Choice> answers, List<Line> others, long waitingForIt) {
        return new Item(key, name, id, state, waitingForIt, words, places, answers, others, destinationId);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
