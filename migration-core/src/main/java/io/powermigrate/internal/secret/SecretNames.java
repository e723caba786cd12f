package io.powermigrate.internal.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names call a secret. Case, dashes, dots and underscores do not count. Pure, thread-safe. */
public final class SecretNames {

    /** Names whose value is a secret, or may hold one, whatever it looks like. */
    private static final Set<String> EXACT = Set.of(
            "authentication",
            "authorization",
            "proxyauthorization",
            "cookie",
            "setcookie",
            "connectionstring",
            "sqlconnectionstring",
            "flowtriggeruri",
            "callbackurl",
            "sharedaccesssignature",
            "pfx",
            "sas",
            "sig",
            "pwd");

    private static final List<String> PARTS = List.of(
            "password",
            "passphrase",
            "passwd",
            "secret",
            "apikey",
            "accesskey",
            "accountkey",
            "subscriptionkey",
            "sharedkey",
            "privatekey",
            "primarykey",
            "secondarykey",
            "masterkey",
            "functionskey",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "credential",
            "clientassertion",
            "devicecode",
            "clientinfo",
            "codeverifier");

    /** Where such a part means something else. */
    private static final List<String> HARMLESS = List.of(
            "passwordless", "secretar", "clientinformation", "idtokens", "primarykeyattribute", "primarykeycolumn");

    /** Tokens that only say where a list goes on, or that cancel something. */
    private static final Set<String> PLACES = Set.of(
            "skiptoken",
            "continuationtoken",
            "nexttoken",
            "pagetoken",
            "nextpagetoken",
            "deltatoken",
            "cancellationtoken");

    private static final Set<String> IN_ASSIGNMENTS = Set.of("signature", "assertion", "samlassertion");

    private static final int SHORTEST = 3;

    private SecretNames() {}

    /** Whether what has this name is a secret or holds one, whatever it looks like. */
    public static boolean isAlwaysSecret(String name) {
        return isAlways(plain(name));
    }

    /** Whether a text of this name is a secret; an object of this name may describe one. */
    public static boolean isOfSecret(String name) {
        return isOf(plain(name));
    }

    /** Whether what is assigned to this name in a text is a secret. */
    static boolean isAssigned(String name) {
        String plain = plain(name);
        return plain.length() >= SHORTEST
                && !plain.equals("authentication")
                && (isOf(plain) || isAlways(plain) || IN_ASSIGNMENTS.contains(plain));
    }

    private static boolean isAlways(String plain) {
        return EXACT.contains(plain) || plain.endsWith("callbackuri");
    }

    private static boolean isOf(String plain) {
        String rest = plain;
        for (String word : HARMLESS) {
            rest = rest.replace(word, "");
        }
        for (String part : PARTS) {
            if (rest.contains(part)) {
                return true;
            }
        }
        return rest.endsWith("token") && !PLACES.contains(rest);
    }

    /** Whether the rest of the line belongs to it, blanks and all. */
    static boolean takesTheLine(String name) {
        return Set.of("authorization", "proxyauthorization", "cookie", "setcookie")
                .contains(plain(name));
    }

    /** Whether nobody writes this name into an address or a text of code and means no secret. */
    static boolean isUnmistakable(String name) {
        return Set.of(
                        "accountkey",
                        "sharedaccesskey",
                        "sharedaccesssignature",
                        "clientsecret",
                        "accesstoken",
                        "refreshtoken",
                        "subscriptionkey",
                        "ocpapimsubscriptionkey",
                        "apikey",
                        "xfunctionskey")
                .contains(plain(name));
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).forEach(each -> plain.append((char) each));
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
