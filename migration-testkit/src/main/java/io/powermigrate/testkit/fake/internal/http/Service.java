package io.powermigrate.testkit.fake.internal.http;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hosts that the fake plays, with the audiences each accepts (wire/power-platform.md, section 0.1). */
public enum Service {
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
    PP("pp", "api.powerplatform.com", Set.of("https://api.powerplatform.com")),
    /** The service of a machine's own identity. */
    IDENTITY("identity", "169.254.169.254", Set.of()),
    DATAVERSE("orgs", "crm4.dynamics.com", Set.of()),
    /** Where the service keeps what a run of a flow took and gave. */
    LOGIC("logic", "logic.azure.com", Set.of()),
    /** Hosts that the fake answers for without playing them, {@link Elsewhere}; it has no host of its own. */
    ELSEWHERE("elsewhere", "elsewhere.invalid", Set.of());

    private final String prefix;
    private final String publicHost;
    private final Set<String> audiences;

    Service(String prefix, String publicHost, Set<String> audiences) {
        this.prefix = prefix;
        this.publicHost = publicHost;
        this.audiences = audiences;
    }

    public String prefix() {
        return prefix;
    }

    String publicHost() {
        return publicHost;
    }

    /** Both forms of an audience are taken, with and without the slash at the end. */
    public boolean accepts(String audience) {
        return audiences.contains(audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience);
    }

    public boolean servesHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return this == ELSEWHERE && Elsewhere.isOne(lower)
                || lower.equals(publicHost)
                || lower.endsWith(anyHost().substring(1));
    }

    /** The hosts beside the public one: regions, storage accounts, organisations. */
    String anyHost() {
        return this == BLOB ? "*.blob.core.windows.net" : "*." + publicHost;
    }

    /**
     * The names that a certificate for all hosts of the service must have. A wildcard stands for one label, so the hosts of
     * environments need one for each two digits in which a name may end.
     */
    public Stream<String> certified() {
        Stream<String> own = Stream.of(publicHost, anyHost());
        return switch (this) {
            case ENVHOST ->
                Stream.concat(
                        own,
                        IntStream.range(0, 256)
                                .mapToObj(end -> "*." + HexFormat.of().toHexDigits((byte) end) + "." + publicHost));
            case DATAVERSE -> Stream.concat(own, Stream.of("*.api." + publicHost));
            case ELSEWHERE -> Elsewhere.certified();
            default -> own;
        };
    }

    /** Whether the host says more than which service it is: an environment, an organisation, or what is not played. */
    boolean hasSubHosts() {
        return this == ENVHOST || this == DATAVERSE || this == ELSEWHERE;
    }

    /** The part of a host that names an environment or an organisation, whose API host counts as its host. */
    String subHost(String host) {
        if (this == ELSEWHERE) {
            return host;
        }
        String below = host.substring(0, Math.max(0, host.length() - publicHost.length() - 1));
        return this == DATAVERSE ? below.replaceFirst("\\.api$", "") : below;
    }

    /** The first path segments that stand for services, where a client uses no public host name. */
    public static String prefixes() {
        return all().stream().map(each -> "/" + each.prefix).collect(Collectors.joining(", "));
    }

    /** The environment host stands before its parent in the order of values, so it wins over {@link #PP}. */
    public static List<Service> all() {
        return List.of(values());
    }
}
