package io.powermigrate.canvas.check;

import io.powermigrate.internal.text.Shown;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tells the environment that a document comes from: what of it formulas must not name.
 *
 * @param ids of the environment, its tenant and what it holds
 * @param hosts of its services and sites
 * @param mailDomains of its people
 * @param mapped texts that get another value in the destination: what holds one of them, in the same case, is settled
 */
public record Origin(Set<String> ids, Set<String> hosts, Set<String> mailDomains, Set<String> mapped) {

    /** Copies the sets, all but the last in lower case. */
    public Origin {
        ids = Set.copyOf(folded(ids));
        hosts = Set.copyOf(folded(hosts));
        mailDomains = Set.copyOf(folded(mailDomains));
        mapped = Set.copyOf(mapped);
    }

    /** Nothing is known of it. */
    public static Origin unknown() {
        return new Origin(Set.of(), Set.of(), Set.of(), Set.of());
    }

    boolean isMeantBy(Literal literal) {
        if (mapped.stream().anyMatch(text -> holds(literal.place().excerpt(), text))) {
            return false;
        }
        return switch (literal.kind()) {
            case ID -> ids.contains(literal.value());
            case SIGNED_ADDRESS -> true; // it was signed in the origin, whatever it is of
            case ADDRESS -> hosts.contains(host(literal.value()));
            case MAIL ->
                mailDomains.contains(literal.value().substring(literal.value().indexOf('@') + 1));
        };
    }

    /** {@code …/sites/dev} is not a part of {@code …/sites/development}. */
    private static boolean holds(String spelled, String text) {
        int at = spelled.indexOf(text);
        int end = at + text.length();
        boolean goesOn = text.contains("://")
                && end < spelled.length()
                && (Character.isLetterOrDigit(spelled.charAt(end)) || "-_".indexOf(spelled.charAt(end)) >= 0);
        return at >= 0 && !goesOn;
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
