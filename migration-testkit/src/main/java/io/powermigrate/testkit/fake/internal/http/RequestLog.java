package io.powermigrate.testkit.fake.internal.http;

import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the fake was asked, in the order of the answers. Thread-safe. */
public final class RequestLog {
    private final List<SeenRequest> seen = new ArrayList<>();
    private final List<String> unmatched = new CopyOnWriteArrayList<>();

    /** Notes a request with the status of its answer. */
    public void add(SeenRequest request, int status) {
        synchronized (seen) {
            seen.add(answered(request, status));
        }
    }

    private static SeenRequest answered(SeenRequest request, int status) {
        return new SeenRequest(
                request.method(),
                request.service(),
                request.template(),
                request.path(),
                request.query(),
                request.effect(),
                request.authorized(),
                request.environment(),
                request.token(),
                status);
    }

    public void addUnmatched(String words) {
        unmatched.add(words);
    }

    public List<SeenRequest> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    public List<String> unmatched() {
        return List.copyOf(unmatched);
    }
}
