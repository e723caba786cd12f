package io.powermigrate.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The resources of an inventory by type and by what people call them, without regard to case. Immutable. */
public final class Titles {

    private record Title(String type, String folded) {}

    private final Map<Title, List<Resource>> titles = new HashMap<>();

    private Titles(Inventory inventory) {
        inventory.all().forEach(each -> titles.computeIfAbsent(
                        title(each.key().type(), each.displayName()), title -> new ArrayList<>(1))
                .add(each));
    }

    /** Those of an inventory. */
    public static Titles of(Inventory inventory) {
        return inventory.index(Titles.class, Titles::new);
    }

    /** The resources of a type with a display name that differs in case at most, sorted by key. */
    public List<Resource> of(String type, String displayName) {
        return List.copyOf(titles.getOrDefault(title(type, displayName), List.of()));
    }

    private static Title title(String type, String displayName) {
        return new Title(type, folded(displayName));
    }

    /** Texts that {@link String#equalsIgnoreCase} takes for equal become equal. */
    public static String folded(String title) {
        StringBuilder folded = new StringBuilder(title.length());
        for (int i = 0; i < title.length(); i++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(title.charAt(i))));
        }
        return folded.toString();
    }

    /** In one line: how many different ones. */
    @Override
    public String toString() {
        return "Titles[" + titles.size() + "]";
    }
}
