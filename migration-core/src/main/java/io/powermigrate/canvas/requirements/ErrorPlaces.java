package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.facts.StudioError;
import io.powermigrate.canvas.usage.PlacedUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where Studio recorded errors, to ask of many places whether one is there. A place is named by control and property; the error names
 * what is around them too. So errors are kept by their place read from its end, and what they cover is found once a place.
 */
final class ErrorPlaces {

    private final TreeMap<String, List<StudioError>> byEnd = new TreeMap<>();
    private final Map<String, TreeMap<Integer, Integer>> covered = new HashMap<>();

    ErrorPlaces(List<StudioError> errors) {
        for (StudioError error : errors) {
            String where = error.where();
            if (where != null) {
                byEnd.computeIfAbsent(reversed(where), unseen -> new ArrayList<>())
                        .add(error);
            }
        }
    }

    /** Whether an error is at the place of this use; one that tells no offset is about its whole property. */
    boolean any(PlacedUse placed) {
        if (byEnd.isEmpty()) {
            return false;
        }
        String property = placed.place().control() + "." + placed.place().property();
        Map.Entry<Integer, Integer> before = covered.computeIfAbsent(property, this::covered)
                .lowerEntry(placed.use().offset() + placed.use().length());
        return before != null && placed.use().offset() < before.getValue();
    }

    /** Start to end of the pieces of a formula that errors are about, joined where they overlap. */
    private TreeMap<Integer, Integer> covered(String property) {
        String end = reversed(property);
        List<StudioError> errors = new ArrayList<>(byEnd.getOrDefault(end, List.of()));
        byEnd.subMap(end + ".", end + "/").values().forEach(errors::addAll);
        errors.sort(Comparator.comparingInt(ErrorPlaces::start));
        TreeMap<Integer, Integer> pieces = new TreeMap<>();
        for (StudioError error : errors) {
            Map.Entry<Integer, Integer> last = pieces.lastEntry();
            if (last != null && start(error) <= last.getValue()) {
                pieces.put(last.getKey(), Math.max(last.getValue(), end(error)));
            } else {
                pieces.put(start(error), end(error));
            }
        }
        return pieces;
    }

    private static boolean whole(StudioError error) {
        return error.charOffset() == null || error.charLength() == null;
    }

    private static int start(StudioError error) {
        return whole(error) ? Integer.MIN_VALUE : Objects.requireNonNull(error.charOffset());
    }

    private static int end(StudioError error) {
        long end = (long) start(error) + Math.max(Objects.requireNonNullElse(error.charLength(), 1), 1);
        return whole(error) ? Integer.MAX_VALUE : (int) Math.min(end, Integer.MAX_VALUE);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
