package io.powermigrate.platform;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The addresses that the Dataverse of an environment may have. An environment tells its own, and a token goes there: so what
 * it tells counts only if it is one of these, without user, port, query and anything else in it. Immutable.
 *
 * @param templates whole addresses without a final slash; <code>{org}</code> stands for one name, <code>{n}</code> for up to
 *     two digits or none, such as <code>https://{org}.crm{n}.dynamics.com</code> (wire/dataverse.md)
 */
public record DataverseHosts(List<String> templates) {

    private static final String ORG = "{org}";
    private static final String NUMBER = "{n}";

    /** Copies the list, and checks that each template has a place for the name. */
    public DataverseHosts {
        templates = List.copyOf(templates);
        for (String template : templates) {
            if (!template.contains(ORG)) {
                throw new IllegalArgumentException(
                        Shown.message("a template of Dataverse addresses needs " + ORG + ": " + template));
            }
        }
    }

    /** These addresses. */
    public static DataverseHosts of(String... templates) {
        return new DataverseHosts(List.of(templates));
    }

    /** The two hosts that an organisation has beneath a domain: one for people, one for the Web API. */
    static DataverseHosts beneath(String domain) {
        return of("https://{org}.crm{n}." + domain, "https://{org}.api.crm{n}." + domain);
    }

    /**
     * The address in a text, in lower case and without a final slash; empty where the text is something else.
     *
     * @param text as the service told it
     */
    public Optional<URI> address(String text) {
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return templates.stream()
                        .anyMatch(template -> pattern(template).matcher(plain).matches())
                ? Optional.of(URI.create(plain.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Pattern pattern(String template) {
        String expression = Pattern.quote(template)
                .replace(ORG, "\\E[a-z0-9][a-z0-9-]{0,62}+\\Q")
                .replace(NUMBER, "\\E[0-9]{0,2}+\\Q");
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public String toString() {
        return Shown.message(templates.stream().collect(Collectors.joining(" or ")));
    }
}
