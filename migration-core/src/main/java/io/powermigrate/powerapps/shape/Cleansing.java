package io.powermigrate.powerapps.shape;

import io.powermigrate.internal.secret.SecretNames;
import io.powermigrate.internal.secret.Secrets;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of a document what must not be kept: secrets, signed addresses, callback addresses, and who made it
 * (wire/power-platform.md, sections 3.3 and 13). When in doubt it takes away: what is kept is for a person to read.
 */
public final class Cleansing {

    /** Stands where something was taken out. */
    public static final String REMOVED = "(removed)";

    /** Members that name a person, a tenant or an address of the source and say nothing about the resource. */
    private static final Set<String> PERSONAL = Set.of(
            "creator", "createdby", "modifiedby", "owner", "originalswaggerurl", "modifiedswaggerurl", "wadlurl");

    private static final Set<String> SECURE_TYPES = Set.of("securestring", "secureobject");

    private Cleansing() {}

    /** The document without any of it, in a form that does not depend on the order of members. */
    public static Document of(Document document) {
        if (document.isObject()) {
            return object(document);
        }
        List<Document> items = document.items();
        if (!items.isEmpty()) {
            return Document.of(items.stream().map(Cleansing::of).toList());
        }
        return document.text().filter(Secrets::isIn).isPresent() ? Document.of(REMOVED) : document;
    }

    private static Document object(Document document) {
        Map<String, Document> kept = new LinkedHashMap<>();
        boolean secure = SECURE_TYPES.contains(lower(document.text("type").orElse("")));
        document.members().forEach((name, value) -> {
            if (isSecretMember(name, value) || secure && isValue(name, value)) {
                kept.put(name, Document.of(REMOVED));
            } else if (SecretNames.isOfSecret(name)) {
                kept.put(name, value.members().containsKey("value") ? of(value).with("value", REMOVED) : of(value));
            } else if (!PERSONAL.contains(lower(name))) {
                kept.put(name, of(value));
            }
        });
        return named(document) ? withoutValue(kept) : Document.of(kept);
    }

    /** A pair such as {@code {"name": "api-key", "value": "…"}}, as header lists have it. */
    private static boolean named(Document document) {
        return List.of("name", "key").stream()
                .flatMap(member -> document.text(member).stream())
                .anyMatch(name -> isSecretMember(name, Document.of("")));
    }

    private static Document withoutValue(Map<String, Document> members) {
        List<String> names = new ArrayList<>(members.keySet());
        names.stream()
                .filter(name -> lower(name).equals("value"))
                .forEach(name -> members.put(name, Document.of(REMOVED)));
        return Document.of(members);
    }

    /** Whether a member is a secret by its name. The description of one, an object with its type, is none; its value is. */
    public static boolean isSecretMember(String name, Document value) {
        return SecretNames.isAlwaysSecret(name) || !value.isObject() && SecretNames.isOfSecret(name);
    }

    private static boolean isValue(String name, Document value) {
        return Set.of("defaultvalue", "value", "default").contains(lower(name)) && !value.isMissing();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
