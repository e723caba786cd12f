package io.powermigrate.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts and what they become, all at once: what was put in is not looked at again, and of two that begin alike the longer one counts. */
record Texts(Map<String, String> texts) {

    /** Where they stand, from left to right; an address only as a whole. */
    List<Place> places(String text) {
        List<Place> next = new ArrayList<>();
        texts.forEach((from, to) -> next.add(Place.next(text, from, to, 0)));
        List<Place> places = new ArrayList<>();
        for (Place place = first(next); place != null; place = first(next)) {
            places.add(place);
            int end = place.end;
            next.replaceAll(one -> one.start < 0 || one.start >= end ? one : Place.next(text, one.from, one.to, end));
        }
        return places;
    }

    private static @Nullable Place first(List<Place> next) {
        Place first = null;
        for (Place place : next) {
            first = place.start >= 0 && (first == null || place.isBefore(first)) ? place : first;
        }
        return first;
    }

    String replace(String text) {
        List<Place> places = places(text);
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        for (Place place : places) {
            result.append(text, from, place.start).append(place.to);
            from = place.end;
        }
        return result.append(text, from, text.length()).toString();
    }

    /** From start (inclusive) to end (exclusive). The start is -1 where there is none. */
    record Place(int start, int end, String from, String to) {

        private static Place next(String text, String from, String to, int at) {
            int start = Address.find(text, from, at);
            return new Place(start, start + from.length(), from, to);
        }

        private boolean isBefore(Place other) {
            return start < other.start || start == other.start && end > other.end;
        }
    }
}
