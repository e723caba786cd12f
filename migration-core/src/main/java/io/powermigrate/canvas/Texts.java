package io.powermigrate.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts and what they become, all at once: what was put in is not looked at again, and of two that begin alike the longer one counts. */
record Texts(Map<String, String> texts) {

    /** Where they stand, from left to right; an address only as a whole. */
    List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        for (Place place = first(text, 0); place != null; place = first(text, place.end)) {
            places.add(place);
        }
        return places;
    }

    private @Nullable Place first(String text, int from) {
        Place first = null;
        for (Map.Entry<String, String> one : texts.entrySet()) {
            int start = Address.find(text, one.getKey(), from);
            Place place = new Place(start, start + one.getKey().length(), one.getValue());
            if (start >= 0 && (first == null || place.isBefore(first))) {
                first = place;
            }
        }
        return first;
    }

    String replace(String text) {
        StringBuilder result = new StringBuilder(text);
        List<Place> places = places(text);
        for (int i = places.size() - 1; i >= 0; i--) {
            result.replace(places.get(i).start, places.get(i).end, places.get(i).to);
        }
        return result.toString();
    }

    /** From start (inclusive) to end (exclusive). */
    record Place(int start, int end, String to) {

        private boolean isBefore(Place other) {
            return start < other.start || start == other.start && end > other.end;
        }
    }
}
