package io.powermigrate.kill;

import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.function.Predicate;

/**
 * What a run asks of a Dataverse.
 *
 * @param what the message or the rows, without ids
 * @param organisation whose
 */
record Deed(String method, String what, String organisation) implements Predicate<SeenRequest> {

    /** Of a request to a Dataverse. */
    static Deed of(SeenRequest seen) {
        String path = seen.path().replaceFirst("^.*?/([^/]+)/api/data/v[0-9.]+/?", "$1 ");
        String[] parts = path.split(" ", 2);
        String what = parts[parts.length - 1].replaceAll("\\([^)]*\\)", "()").replaceAll("/Microsoft[.\\w]*", "");
        return new Deed(seen.method(), what, parts[0]);
    }

    /** A batch only reads here. */
    boolean isReading() {
        return method.equals("GET") || what.equals("$batch");
    }

    static boolean isAny(SeenRequest seen) {
        return seen.path().contains("/api/data/v");
    }

    @Override
    public boolean test(SeenRequest seen) {
        return isAny(seen) && of(seen).equals(this);
    }

    @Override
    public String toString() {
        return method + " " + what + "`, `"
                + (organisation.equals(PackagesWorld.DESTINATION) ? "destination" : "source");
    }
}
