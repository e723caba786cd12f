package io.powermigrate.testkit.fake.internal.entra;

/** What a scope asks a token for. */
final class GrantedScope {
    private GrantedScope() {}

    /** The audience keeps the slash of a scope with two (wire/clients.md, point 5). */
    static String audience(String scopes) {
        for (String scope : scopes.split(" ", -1)) {
            if (scope.contains("://") && scope.lastIndexOf('/') > scope.indexOf("://") + 2) {
                return scope.substring(0, scope.lastIndexOf('/'));
            }
        }
        return "https://graph.microsoft.com";
    }
}
