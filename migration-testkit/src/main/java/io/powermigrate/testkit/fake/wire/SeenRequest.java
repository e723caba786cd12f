package io.powermigrate.testkit.fake.wire;

import java.util.Optional;

/**
 * A request that the fake got, without body and credentials.
 *
 * @param service the host it was for, e.g. {@code BAP}, {@code POWERAPPS}, {@code BLOB}
 * @param template the route's template, or empty where no route fits
 * @param path the path as the client wrote it, without query
 * @param query the query as the client wrote it, without signature
 * @param authorized whether it carried an Authorization header
 * @param environment the name of the environment it was for, where there is one
 * @param token what the bearer token says that it carried; empty without one, or where the fake has not made it
 * @param status the answer's status; 0 while there is none yet
 */
public record SeenRequest(
        String method,
        String service,
        String template,
        String path,
        String query,
        FakeEffect effect,
        boolean authorized,
        Optional<String> environment,
        Optional<SeenToken> token,
        int status) {

    /**
     * What the fake once wrote into a token that it got.
     *
     * @param tenantId who issued it
     * @param objectId whose it is
     * @param audience what it is for
     */
    public record SeenToken(String tenantId, String objectId, String audience) {}

    /** Whether method and end of the template fit, e.g. {@code is("POST", "/importPackage")}. */
    public boolean is(String wantedMethod, String templateEnd) {
        return method.equals(wantedMethod) && template.endsWith(templateEnd);
    }
}
