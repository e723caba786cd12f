package io.powermigrate.powerapps.shape;

import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a document what must not be kept: secrets, signed addresses, callback addresses, and who made it
 * (wire/power-platform.md, sections 3.3 and 13). When in doubt it takes away: what is kept is for a person to read.
 */
public final class Cleansing {

    /** Stands where something was taken out. */
    public static final String REMOVED = "(removed)";

    /** Members whose value is a secret, or may hold one, whatever it looks like. */
    private static final Set<String> SECRET = Set.of(
            "authentication",
            "authorization",
            "proxy-authorization",
            "cookie",
            "connectionstring",
            "sqlconnectionstring",
            "flowtriggeruri",
            "workflowcallbackuri",
            "callbackurl",
            "callbackuri",
            "sharedaccesssignature",
            "pfx",
            "sas",
            "sig",
            "pwd");

    private static final List<String> SECRET_PARTS = List.of(
            "password",
            "passphrase",
            "secret",
            "apikey",
            "api-key",
            "api_key",
            "accesskey",
            "accountkey",
            "subscription-key",
            "sharedkey",
            "privatekey",
            "access_token",
            "accesstoken",
            "refresh_token",
            "credential");

    /** Members that name a person, a tenant or an address of the origin and say nothing about the resource. */
    private static final Set<String> PERSONAL = Set.of(
            "creator", "createdby", "modifiedby", "owner", "originalswaggerurl", "modifiedswaggerurl", "wadlurl");

    private static final Set<String> SECURE_TYPES = Set.of("securestring", "secureobject");

    private static final Pattern SECRET_TEXT = Pattern.compile(
            "[?&;](?:sig|code|key|token|apikey|api_key|access_token|subscription-key|client_secret)=[^&;\\s\"']+"
                    + "|(?:password|pwd|accountkey|sharedaccesskey|client_secret)\\s*=\\s*[^;&\\s]+"
                    + "|\"(?:password|pwd|client_?secret|api_?key|access_?token)\"\\s*:\\s*\"[^\"]+"
                    + "|\\b(?:bearer|basic)\\s+[a-z0-9._~+/=-]{8,}"
                    + "|\\b[a-z][a-z0-9+.-]*://[^/\\s:@]+:[^/\\s@]+@"
                    + "|\\beyj[a-z0-9_-]{8,}\\.[a-z0-9_-]{8,}\\.",
            Pattern.CASE_INSENSITIVE);

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
        return document.text().filter(Cleansing::isSecret).isPresent() ? Document.of(REMOVED) : document;
    }

    /** Whether a text looks as if it held a secret or a signature. */
    public static boolean isSecret(String text) {
        return SECRET_TEXT.matcher(text).find();
    }

    private static Document object(Document document) {
        Map<String, Document> kept = new LinkedHashMap<>();
        boolean secure = SECURE_TYPES.contains(lower(document.text("type").orElse("")));
        document.members().forEach((name, value) -> {
            if (isSecretMember(name, value) || secure && isValue(name, value)) {
                kept.put(name, Document.of(REMOVED));
            } else if (isSecretName(name)) {
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

    /** The description of a secret, an object with its type, is no secret; its value is. */
    private static boolean isSecretMember(String name, Document value) {
        return SECRET.contains(lower(name)) || !value.isObject() && isSecretName(name);
    }

    private static boolean isSecretName(String name) {
        String lower = lower(name);
        return SECRET_PARTS.stream().anyMatch(lower::contains);
    }

    private static boolean isValue(String name, Document value) {
        return Set.of("defaultvalue", "value", "default").contains(lower(name)) && !value.isMissing();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
