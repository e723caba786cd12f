package io.powermigrate.auth;

import io.powermigrate.http.TokenRequest;

/**
 * One try to sign in, for messages.
 *
 * @param way how, such as {@code device code}
 * @param clientId as which application; empty where there is none
 * @param request to what
 */
record Attempt(String way, String clientId, TokenRequest request) {

    /** The way and the application. */
    String who() {
        return clientId.isEmpty() ? way : way + " of application " + clientId;
    }

    /** What did not happen; ends with "because". */
    String problem() {
        return "The " + who() + " did not sign in to tenant " + request.tenant() + " for " + request.audience()
                + " because ";
    }

    SignInException failed(String because, String remedy) {
        return new SignInException(problem() + because, remedy, null);
    }

    /** It ended because somebody wanted it to end, so that nothing follows. */
    SignInException ended(String because) {
        return new SignInException(
                problem() + because,
                "Run again when you are ready to sign in",
                SignInException.Way.NONE,
                new SignInException.Words("", ""),
                null);
    }

    /** A text with the values of this attempt in place of their names. */
    String filled(String text) {
        return text.replace("{client}", clientId.isEmpty() ? "the application" : clientId)
                .replace("{tenant}", request.tenant())
                .replace("{audience}", request.audience())
                .replace("{authority}", request.authority().toString());
    }
}
