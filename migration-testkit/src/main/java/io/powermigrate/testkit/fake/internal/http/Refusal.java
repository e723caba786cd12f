package io.powermigrate.testkit.fake.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;

/** Ends a request with an answer that is no success. Routes throw it, the dispatcher sends it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public Refusal(Answer answer) {
        super("status " + answer.status() + " " + answer.json(), null, false, false);
        this.answer = answer;
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(Answer.error(status, code, message));
    }

    /** Not found disguised as forbidden, as the service does it (wire/power-platform.md, section 0.4). */
    public static Refusal environmentNotInTenant(String environment, String tenantId) {
        return of(
                403,
                "EnvironmentAccessDenied",
                "The environment '" + environment + "' could not be found in the tenant '" + tenantId + "'.");
    }

    public static Refusal environmentDenied(String environment) {
        return of(403, "EnvironmentAccessDenied", "Access to the environment '" + environment + "' is denied.");
    }

    public static Refusal appNotFound(String app) {
        return of(404, "AppNotFound", "Could not find App '" + app + "'.");
    }

    public static Refusal apiNotFound(String api) {
        return of(404, "ApiResourceNotFound", "Could not find API '" + api + "'.");
    }

    /** A flow that is not the caller's is told as a connection without permission (wire/power-platform.md, section 0.4). */
    public static Refusal flowDenied(String caller, String flow) {
        return of(
                403,
                "ConnectionAuthorizationFailed",
                "The caller with object id '" + caller + "' does not have permission for connection '" + flow
                        + "' under Api 'shared_logicflows'.");
    }

    /** To change what is not the caller's, or not there. */
    public static Refusal appDenied(String app) {
        return of(403, "AppAccessDenied", "The caller has no permission on app '" + app + "'.");
    }

    public Answer answer() {
        return answer;
    }

    /** Code and message, as answers to polls carry them inside. */
    public ObjectNode error() {
        return Json.copy(answer.json() == null ? Json.object() : answer.json().path("error"));
    }
}
