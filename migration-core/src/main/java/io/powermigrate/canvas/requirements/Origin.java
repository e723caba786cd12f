package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.internal.text.Shown;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tells the environment that a document comes from: what of it formulas must not name.
 *
 * @param ids of the environment, its tenant and what it holds
 * @param hosts of its services and sites
 * @param paths of its sites on their servers, as in {@code /sites/hr}
 * @param mailDomains of its people
 * @param mapped texts that get another value in the destination: what holds one of them is settled
 */
public record Origin(
        Set<String> ids, Set<String> hosts, Set<String> paths, Set<String> mailDomains, Set<String> mapped) {

    /** Copies the sets, all but the last in lower case. */
    public Origin {
        ids = Set.copyOf(folded(ids));
        hosts = Set.copyOf(folded(hosts));
        paths = Set.copyOf(folded(paths));
        mailDomains = Set.copyOf(folded(mailDomains));
        mapped = Set.copyOf(mapped);
    }

    /** Nothing is known of it. */
    public static Origin unknown() {
        return new Origin(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    boolean isMeantBy(Literal literal) {
        if (mapped.stream().anyMatch(text -> settles(text, literal.place().excerpt()))) {
            return false;
        }
        return switch (literal.kind()) {
            case ID -> ids.contains(literal.value());
            case SIGNED_ADDRESS -> true; // it was signed in the source environment, whatever it is of
            case ADDRESS -> hosts.contains(host(literal.value()));
            case PATH -> paths.stream().anyMatch(path -> (literal.value() + "/").startsWith(path + "/"));
            case MAIL ->
                mailDomains.contains(literal.value().substring(literal.value().indexOf('@') + 1));
        };
    }

    /** An address counts in any spelling, with and without scheme, and for all that lies below it; a GUID in any case. */
    private static boolean settles(String line, String spelled) {
        Optional<SiteAddress> address = SiteAddress.of(line);
        if (address.isEmpty()) {
            return spelled.contains(line) || spelled.equalsIgnoreCase(line);
        }
        return SiteAddress.of(spelled)
                .or(() -> SiteAddress.of("https://" + spelled))
                .filter(address.get()::holds)
                .isPresent();
    }

    private static String host(String address) {
        String rest = address.substring(address.indexOf("://") + 3);
        int end = rest.indexOf('/');
        String host = end < 0 ? rest : rest.substring(0, end);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Set<String> folded(Set<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
