package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Identity;
import io.powermigrate.model.Inventory;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the two environments, as a plan keeps it.
 *
 * @param id what tells it from every other one
 * @param name what people call it
 * @param identity who was signed in; plans of before do not tell it
 * @param coverage how much of each type could be seen
 * @param pages where people see and make resources of a type, by its name: https addresses; empty where none is known
 */
public record Side(
        String id,
        String name,
        @Nullable Identity identity,
        SortedMap<String, Coverage> coverage,
        SortedMap<String, String> pages) {

    public Side {
        coverage = coverage == null ? coverage : Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
        pages = Collections.unmodifiableSortedMap(pages == null ? new TreeMap<>() : new TreeMap<>(pages));
    }

    /** What a plan keeps of an inventory. */
    public static Side of(Inventory inventory, SortedMap<String, String> pages) {
        return new Side(
                inventory.id(), inventory.name(), inventory.identity().orElse(null), inventory.coverage(), pages);
    }

    boolean isWhole() {
        return Stream.of(id, name, coverage).noneMatch(Objects::isNull);
    }

    Party party() {
        return new Party(id, name, identity);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
