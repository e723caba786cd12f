package io.powermigrate.canvas.facts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of connector and connection paths (wire/msapp.md, section 3, rows 1 and 3). */
public final class Connectors {

    /** A custom connector's name ends in one or two hashes of its environment, behind an underscore ({@code -5f}) or two dashes. */
    private static final Pattern HASH = Pattern.compile("(?:-5f|--)[0-9a-f]{16}", Pattern.CASE_INSENSITIVE);

    private static final String APIS = "/apis/";

    private static final String CONNECTIONS = "/connections/";

    private static final String SHARED = "shared_";

    private Connectors() {}

    /** The connector of an id; empty of another path, such as a Dataverse table's ({@code /contact}). */
    public static String name(@Nullable String apiId) {
        if (apiId == null
                || apiId.startsWith("/") && !apiId.toLowerCase(Locale.ROOT).contains(APIS)) {
            return "";
        }
        return apiId.substring(apiId.lastIndexOf('/') + 1);
    }

    public static boolean custom(@Nullable String apiId) {
        return HASH.matcher(name(apiId)).find();
    }

    /** Where a connector runs, behind the host: the name without its prefix (wire/msapp.md, section 3, row 4). */
    public static String runtimePath(String name) {
        return "/apim/" + (name.startsWith(SHARED) ? name.substring(SHARED.length()) : name);
    }

    /** The path of an address, with its first slash; empty without one. */
    public static String path(String address) {
        int slash = address.indexOf('/', address.indexOf("://") + 3);
        return slash < 0 ? "" : address.substring(slash);
    }

    /** The host of an address; an address without scheme begins with it. */
    public static String host(String address) {
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    public static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** The connector that the path of a connection names; empty without one. */
    public static String connectorOf(@Nullable String instanceId) {
        int at = instanceId == null ? -1 : instanceId.lastIndexOf(CONNECTIONS);
        return instanceId == null || at < 0 ? "" : name(instanceId.substring(0, at));
    }

    public static String connection(@Nullable String instanceId) {
        int at = instanceId == null ? -1 : instanceId.lastIndexOf(CONNECTIONS);
        return instanceId == null || at < 0 ? "" : instanceId.substring(at + CONNECTIONS.length());
    }
}
