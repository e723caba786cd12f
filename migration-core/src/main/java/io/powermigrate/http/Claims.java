package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a token tells about itself, read without verifying it; the names are those of Microsoft's public reference of access
 * token claims. A token that is no JWT tells nothing. Immutable.
 */
record Claims(Document document) {

    static Claims of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return new Claims(Document.empty());
        }
        try {
            return new Claims(
                    Document.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | MigrationException opaque) {
            return new Claims(Document.empty());
        }
    }

    Optional<String> text(String name) {
        return document.text(name).filter(text -> !text.isBlank());
    }

    boolean isOfApplication() {
        return text("idtyp").filter("app"::equalsIgnoreCase).isPresent();
    }

    Identity identity() {
        String tenant = text("tid").orElse("");
        String id = text("oid").orElse("");
        String application = first("appid", "azp").orElse("");
        if (isOfApplication()) {
            return new Identity(
                    Identity.Kind.APPLICATION,
                    tenant,
                    id,
                    first("app_displayname").orElse(application),
                    application);
        }
        Optional<String> user = first("upn", "preferred_username", "unique_name", "name");
        boolean isUser =
                user.isPresent() || text("scp").isPresent() || text("idtyp").isPresent();
        if (isUser && !id.isEmpty()) {
            return new Identity(Identity.Kind.USER, tenant, id, user.orElse(""), application);
        }
        boolean nothing = Stream.of(tenant, id, application).allMatch(String::isEmpty);
        return new Identity(
                Identity.Kind.UNKNOWN,
                tenant,
                id,
                nothing ? "the token tells nothing" : "the token does not tell whether it is a user",
                application);
    }

    private Optional<String> first(String... names) {
        return Stream.of(names).flatMap(name -> text(name).stream()).findFirst();
    }
}
