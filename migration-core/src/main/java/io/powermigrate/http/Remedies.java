package io.powermigrate.http;

/** What to do about an answer; some answers of these services mean something else than they say. */
final class Remedies {

    static final String LOOK_FIRST = "Check whether it exists before you retry";
    static final String TRUST_IT = "Check the address, or give HttpSettings.tls a context that trusts this certificate";
    static final String REACH_IT = "Check the network, the proxy and the cloud's addresses, then run again";

    static final String ASK_AGAIN = "Run again later, and report it to the service if it happens again";
    static final String SOMETHING_BETWEEN =
            "Check the cloud's addresses and the proxy (something else may have answered for the service), then run again";

    private Remedies() {}

    static String of(int status, ServiceError error) {
        return switch (status) {
            case 401 -> "Sign in again, and check that this application may ask for a token of this service";
            case 402 -> licence();
            case 403 -> forbidden(error);
            case 404, 410 -> "Check that it still exists, and that the id is right";
            case 409 -> "Wait until the other operation has ended or solve the conflict, then run again";
            case 413 -> "Split what is sent, it is too large for the service";
            case 429 -> "Run again later, or allow a longer HttpSettings.maxWait";
            default -> status >= 500 ? "Run again later" : "Correct what the service names, then run again";
        };
    }

    /** wire/power-platform.md, section 0.4: what does not exist is disguised as forbidden. */
    private static String forbidden(ServiceError error) {
        if (error.is("EnvironmentAccessDenied") || error.says("could not be found in the tenant")) {
            return "Check the environment's id and the tenant that you signed in to (the service also says 403 for an"
                    + " environment that does not exist), then ask its administrator for a role in it";
        }
        if (error.says("does not have permission to access the path")) {
            return "Let an administrator register this application as a management application of the Power Platform,"
                    + " or sign in as a user";
        }
        if (error.says("shared_logicflows")) {
            return "Check the flow's id (the service also says 403 for a flow that does not exist), or have it shared";
        }
        return error.is("InsufficientPlanForApp")
                ? licence()
                : "Ask for the role that allows it, or sign in as its owner";
    }

    private static String licence() {
        return "Assign the licence that the service names to the signed-in user";
    }
}
