package io.powermigrate.testkit.fake.internal.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.EntraError;

/** Says no in the shape of Entra ID (wire/msal-authority.md, endpoint 1). Stateless. */
final class EntraRefusals {
    private final World world;

    EntraRefusals(World world) {
        this.world = world;
    }

    Refusal of(EntraError error, Call call) {
        String trace = world.ids().next("trace");
        String correlation = call.header("client-request-id").orElse(trace);
        ObjectNode body = Json.object()
                .put("error", error.error())
                .put("error_description", description(error, call, trace, correlation));
        body.putArray("error_codes").add(error.code());
        body.put("timestamp", timestamp()).put("trace_id", trace).put("correlation_id", correlation);
        if (!error.suberror().isEmpty()) {
            body.put("suberror", error.suberror());
        }
        return new Refusal(Answer.json(error.status(), body).header("x-ms-request-id", trace));
    }

    /** The whole description; a browser brings it back in a redirect. */
    String description(EntraError error, Call call) {
        String trace = world.ids().next("trace");
        return description(error, call, trace, trace);
    }

    private String description(EntraError error, Call call, String trace, String correlation) {
        String words = error.words()
                .replace("{client}", value(call, "client_id"))
                .replace("{tenant}", call.find("tenant").orElse(""))
                .replace("{user}", value(call, "username"))
                .replace("{resource}", GrantedScope.audience(value(call, "scope")));
        return "AADSTS" + error.code() + ": " + words + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlation
                + "\r\nTimestamp: " + timestamp();
    }

    private static String value(Call call, String name) {
        return call.method().equals("GET")
                ? call.query(name).orElse("")
                : call.form().getOrDefault(name, "");
    }

    private String timestamp() {
        return Ids.seconds(world.now()).replace('T', ' ');
    }
}
