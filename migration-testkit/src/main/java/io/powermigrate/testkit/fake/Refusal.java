package io.powermigrate.testkit.fake;

/** Ends a request with an answer that is no success. Routes throw it, the dispatcher sends it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(Answer.error(status, code, message));
    }

    /** Not found disguised as forbidden, as the service does it (wire/power-platform.md, section 0.4). */
    static Refusal environmentNotInTenant(String environment, String tenantId) {
        return of(
                403,
                "EnvironmentAccessDenied",
                "The environment '" + environment + "' could not be found in the tenant '" + tenantId + "'.");
    }

    static Refusal environmentDenied(String environment) {
        return of(403, "EnvironmentAccessDenied", "Access to the environment '" + environment + "' is denied.");
    }

    static Refusal appNotFound(String app) {
        return of(404, "AppNotFound", "Could not find App '" + app + "'.");
    }

    static Refusal apiNotFound(String api) {
        return of(404, "ApiResourceNotFound", "Could not find API '" + api + "'.");
    }

    Answer answer() {
        return answer;
    }
}
