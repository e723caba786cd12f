package io.powermigrate.internal.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Resource;
import io.powermigrate.spi.ResourceReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what an extension returned against what its method promises; a breach names the class, the method and the fix. */
public final class Returned {

    private Returned() {}

    /**
     * What a method returned.
     *
     * @param by the extension
     * @throws MigrationException when it is null
     */
    public static <T> T by(Object by, String method, @Nullable T value) {
        if (value == null) {
            throw breach(by, method, "returned null", "Return an empty value where there is nothing");
        }
        return value;
    }

    /**
     * What a reader lists, read to its end.
     *
     * @throws MigrationException when it holds null, a resource of another type, or two of one id that differ
     */
    public static <R extends Resource> List<R> list(ResourceReader<R> reader, @Nullable Stream<R> stream) {
        List<R> all = by(reader, "list", stream).toList();
        Map<String, R> byId = new HashMap<>(all.size() * 2);
        for (R each : all) {
            require(reader, each, byId);
        }
        return all;
    }

    /**
     * A counterpart with further details.
     *
     * @throws MigrationException when it is another one than what was fetched, or counts as changed
     */
    public static <R extends Resource> R asFetched(ResourceReader<R> reader, R fetched, R further) {
        boolean same = further.key().equals(fetched.key())
                && further.id().equals(fetched.id())
                && further.fingerprint().equals(fetched.fingerprint());
        if (!same) {
            throw breach(
                    reader,
                    "fetchFurther",
                    "returned " + further.key() + " with another key, id or fingerprint than was fetched",
                    "Return the same resource, and leave what is told in addition out of its fingerprint");
        }
        return further;
    }

    private static <R extends Resource> void require(ResourceReader<R> reader, @Nullable R each, Map<String, R> byId) {
        if (each == null) {
            throw breach(reader, "list", "returned a stream that holds null", "Leave it out");
        }
        if (!each.key().type().equals(reader.type().name())) {
            throw breach(
                    reader,
                    "list",
                    "returned " + each.key() + ", which is no " + reader.type(),
                    "Make its key with the reader's own type");
        }
        R twin = byId.putIfAbsent(each.id().toLowerCase(Locale.ROOT), each);
        if (twin != null && !twin.item().equals(each.item())) {
            throw breach(
                    reader,
                    "list",
                    "returned two resources with the id " + each.id() + ", " + twin.key() + " and " + each.key(),
                    "Give each resource an id of its own");
        }
    }

    private static MigrationException breach(Object by, String method, String what, String fix) {
        return new MigrationException(by.getClass().getName() + "." + method + " was not used because it " + what, fix);
    }
}
