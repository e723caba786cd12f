package io.powermigrate.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the fake was asked, in the order of the answers. Thread-safe. */
final class RequestLog {
    private final List<SeenRequest> seen = new ArrayList<>();
    private final List<String> unmatched = new CopyOnWriteArrayList<>();

    void add(SeenRequest request) {
        synchronized (seen) {
            seen.add(request);
        }
    }

    void addUnmatched(String words) {
        unmatched.add(words);
    }

    List<SeenRequest> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    List<String> unmatched() {
        return List.copyOf(unmatched);
    }
}
