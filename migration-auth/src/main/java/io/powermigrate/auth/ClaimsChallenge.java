package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Log;
import io.powermigrate.model.Document;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts the claims that a service demanded into a request for a token, beside those that MSAL4J asks for itself. MSAL4J
 * takes them too, but loses them when it uses a refresh token, and all that it does not know in them.
 */
final class ClaimsChallenge {

    private static final Log LOG = Log.of(ClaimsChallenge.class);
    private static final String FIELD = "claims=";

    private ClaimsChallenge() {}

    /** Whether it is a JSON object, as it should be. */
    static boolean isReadable(String challenge) {
        return parsed(challenge).isPresent();
    }

    /** The form with the challenge; one that is no JSON is left out, as the fresh token may do without. */
    static String into(String form, String challenge) {
        Optional<Document> demanded = parsed(challenge);
        if (demanded.isEmpty() || !form.contains("grant_type=")) {
            return form;
        }
        Document present = Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith(FIELD))
                .findFirst()
                .flatMap(field -> parsed(URLDecoder.decode(field.substring(FIELD.length()), StandardCharsets.UTF_8)))
                .orElse(Document.empty());
        String rest = Arrays.stream(form.split("&", -1))
                .filter(field -> !field.startsWith(FIELD))
                .collect(Collectors.joining("&"));
        String both = merged(present, demanded.get()).toJson();
        return rest + "&" + FIELD + URLEncoder.encode(both, StandardCharsets.UTF_8);
    }

    private static Document merged(Document present, Document demanded) {
        Document result = present;
        for (Map.Entry<String, Document> section : demanded.members().entrySet()) {
            Document both = result.at(section.getKey()).isObject() ? result.at(section.getKey()) : Document.empty();
            for (Map.Entry<String, Document> claim :
                    section.getValue().members().entrySet()) {
                both = both.with(claim.getKey(), claim.getValue());
            }
            result = result.with(section.getKey(), both);
        }
        return result;
    }

    private static Optional<Document> parsed(String json) {
        try {
            return Optional.of(Document.parse(json)).filter(Document::isObject);
        } catch (MigrationException unreadable) {
            LOG.debug("A claims challenge was not understood: {}", unreadable.problem());
            return Optional.empty();
        }
    }
}
