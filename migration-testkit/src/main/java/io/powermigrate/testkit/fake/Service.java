package io.powermigrate.testkit.fake;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The hosts that the fake plays, with the audiences each accepts (wire/power-platform.md, section 0.1). */
enum Service {
    LOGIN("login", "login.microsoftonline.com", Set.of()),
    BAP(
            "bap",
            "api.bap.microsoft.com",
            Set.of("https://service.powerapps.com", "https://management.azure.com", "https://api.bap.microsoft.com")),
    POWERAPPS(
            "powerapps", "api.powerapps.com", Set.of("https://service.powerapps.com", "https://management.azure.com")),
    FLOW(
            "flow",
            "api.flow.microsoft.com",
            Set.of(
                    "https://service.flow.microsoft.com",
                    "https://management.azure.com",
                    "https://service.powerapps.com")),
    POWERBI("powerbi", "api.powerbi.com", Set.of("https://analysis.windows.net/powerbi/api")),
    ARM("arm", "management.azure.com", Set.of("https://management.azure.com")),
    BLOB("blob", "pafeblobprodam.blob.core.windows.net", Set.of()),
    ENVHOST("envhost", "environment.api.powerplatform.com", Set.of("https://api.powerplatform.com")),
    PP("pp", "api.powerplatform.com", Set.of("https://api.powerplatform.com"));

    private final String prefix;
    private final String publicHost;
    private final Set<String> audiences;

    Service(String prefix, String publicHost, Set<String> audiences) {
        this.prefix = prefix;
        this.publicHost = publicHost;
        this.audiences = audiences;
    }

    String prefix() {
        return prefix;
    }

    String publicHost() {
        return publicHost;
    }

    /** Both forms of an audience are taken, with and without the slash at the end. */
    boolean accepts(String audience) {
        return audiences.contains(audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience);
    }

    boolean servesHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (this == BLOB) {
            return lower.endsWith(".blob.core.windows.net");
        }
        return lower.equals(publicHost) || lower.endsWith("." + publicHost);
    }

    /** The environment host stands before its parent in the order of values, so it wins over {@link #PP}. */
    static List<Service> all() {
        return List.of(values());
    }
}
