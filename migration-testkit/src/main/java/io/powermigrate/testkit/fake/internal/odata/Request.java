package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request of a member of an organisation to its Web API. Immutable. */
public final class Request {
    private final Origin origin;
    private final Ask ask;
    private final Map<String, String> options;

    /**
     * Where and by whom.
     *
     * @param base the address up to the version with a slash at the end, as the client wrote it
     * @param userId the id of the caller in {@code systemusers}
     */
    record Origin(EnvironmentState environment, Organisation organisation, String userId, String base) {}

    Request(Origin origin, Ask ask) {
        this.origin = origin;
        this.ask = ask;
        this.options = ask.options();
    }

    /** Another request of the same caller. */
    Request with(Ask other) {
        return new Request(origin, other);
    }

    public Organisation organisation() {
        return origin.organisation();
    }

    /** The id of the caller in {@code systemusers}. */
    public String userId() {
        return origin.userId();
    }

    String environmentId() {
        return origin.environment().name();
    }

    public Dialects dialects() {
        return origin.environment().dialects();
    }

    /** Whether the caller may use a connection of the environment, which has to be there. */
    public boolean mayUse(String connection) {
        String caller = organisation()
                .rows("systemusers")
                .find(userId())
                .map(each -> each.path("azureactivedirectoryobjectid").asText(""))
                .orElse("");
        return origin.environment().connections().stream()
                .filter(each -> each.name().equalsIgnoreCase(connection))
                .anyMatch(each -> each.sharing().admits(caller));
    }

    /** The address of the Web API with a slash at the end, as this client calls it. */
    public String base() {
        return origin.base();
    }

    Ask ask() {
        return ask;
    }

    String method() {
        return ask.method();
    }

    List<Segment> segments() {
        return Segment.of(ask.path());
    }

    /** A query option or an alias, e.g. {@code $select} or {@code @p1}. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name.toLowerCase(Locale.ROOT)));
    }

    Map<String, String> options() {
        return options;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(ask.headers().get(name.toLowerCase(Locale.ROOT)));
    }

    /** A value of {@code Prefer}, e.g. {@code return} or {@code odata.maxpagesize}. */
    Optional<String> preference(String name) {
        for (String each : Segment.split(header("prefer").orElse(""), ',')) {
            int equals = each.indexOf('=');
            String key = (equals < 0 ? each : each.substring(0, equals)).trim();
            if (key.equalsIgnoreCase(name)) {
                return Optional.of(
                        equals < 0 ? "" : each.substring(equals + 1).trim().replace("\"", ""));
            }
        }
        return Optional.empty();
    }

    boolean wantsBody() {
        return preference("return").filter("representation"::equals).isPresent();
    }

    boolean wantsAnnotations() {
        return preference("odata.include-annotations").isPresent();
    }

    public byte[] body() {
        return ask.body();
    }

    /** The body as a JSON object; what is no JSON is refused. */
    public ObjectNode json() {
        try {
            return ask.body().length == 0 ? Json.object() : Json.read(ask.body());
        } catch (IOException notJson) {
            throw Refusal.of(400, "0x80048d19", "An error occurred while reading from the payload: it is no JSON.");
        }
    }

    /** {@code @odata.context} of an answer. */
    public String context(String of) {
        return base() + "$metadata#" + of;
    }
}
