package io.powermigrate.canvas;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of connector and connection paths (wire/msapp.md, section 3, rows 1 and 3). */
final class Connectors {

    /** A custom connector's name ends in one or two hashes of its environment; {@code -5f} is an underscore. */
    private static final Pattern HASH = Pattern.compile("-5f[0-9a-f]{16}", Pattern.CASE_INSENSITIVE);

    private static final String CONNECTIONS = "/connections/";

    private Connectors() {}

    static String name(@Nullable String apiId) {
        return apiId == null ? "" : apiId.substring(apiId.lastIndexOf('/') + 1);
    }

    static boolean custom(@Nullable String apiId) {
        return HASH.matcher(name(apiId)).find();
    }

    static String connection(@Nullable String instanceId) {
        int at = instanceId == null ? -1 : instanceId.lastIndexOf(CONNECTIONS);
        return instanceId == null || at < 0 ? "" : instanceId.substring(at + CONNECTIONS.length());
    }
}
