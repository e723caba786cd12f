package io.powermigrate.testkit.fake.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hosts to which answers of the service lead and which the fake does not play: pictures of connectors, pages for people,
 * the runtime of connectors and flows. Their links still lead to the fake, so that no client of it ever leaves this
 * machine; it answers a picture, or says what is not played. Stateless.
 */
public final class Elsewhere {
    /** Each with all hosts below it. */
    static final List<String> HOSTS = List.of(
            "azureedge.net",
            "azurefd.net",
            "vo.msecnd.net",
            "apps.powerapps.com",
            "make.powerapps.com",
            "admin.powerplatform.microsoft.com",
            "azure-apim.net",
            "azure-apihub.net",
            "api.cds.microsoft.com",
            "api.advisor.powerapps.com",
            "eu-il107.gateway.prod.island.powerapps.com");

    private static final List<String> PICTURES =
            List.of("connectoricons-prod.azureedge.net", "azureedge.net", "azurefd.net", "vo.msecnd.net");

    /** Regions that have a host of their own below one of these. */
    private static final List<String> REGIONS = List.of(
            "asia",
            "australia",
            "brazil",
            "canada",
            "europe",
            "france",
            "germany",
            "india",
            "japan",
            "korea",
            "norway",
            "singapore",
            "southafrica",
            "switzerland",
            "unitedarabemirates",
            "unitedkingdom",
            "unitedstates");

    private static final String ICON = "iconUri";
    private static final String OWN = "/" + Service.ELSEWHERE.prefix() + "/";

    /** The members that hold such links; what users wrote, such as definitions, is never touched. */
    private static final Set<String> LINKS = Set.of(
            ICON,
            "appOpenUri",
            "appPlayUri",
            "appPlayEmbeddedUri",
            "appPlayTeamsUri",
            "clientUris",
            "runtimeEndpoints",
            "runtimeUrls",
            "primaryRuntimeUrl",
            "flowTriggerUri");

    private static final Set<String> OF_USERS = Set.of("definition", "swagger");

    /** One transparent point. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private Elsewhere() {}

    public static List<Route> routes() {
        return List.of(
                Route.get(Service.ELSEWHERE, "/{elsewhere}/**", Access.NONE, Elsewhere::answer),
                Route.get(Service.ELSEWHERE, "/{elsewhere}", Access.NONE, Elsewhere::answer));
    }

    /** The host of an https address, if it is one of these. */
    static Optional<String> hostOf(String address) {
        if (!address.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(address).getHost()).filter(Elsewhere::isOne);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    static boolean isOne(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return HOSTS.stream().anyMatch(each -> isBelow(lower, each));
    }

    private static boolean isBelow(String host, String parent) {
        return host.equals(parent) || host.endsWith("." + parent);
    }

    /** The names that a certificate for all of them must have. */
    static Stream<String> certified() {
        Stream<String> regional = REGIONS.stream().map(region -> "*." + region + ".azure-apihub.net");
        return Stream.concat(HOSTS.stream().flatMap(host -> Stream.of(host, "*." + host)), regional);
    }

    /**
     * The picture of a connector as it stands in an app may lie anywhere; one of a foreign host is moved to the service's.
     * An address of the fake that a client sent back stands for the one it was made of.
     */
    private static JsonNode icon(String member, JsonNode value) {
        String address = value.asText();
        if (!member.equals(ICON) || !address.matches("https?://.*")) {
            return value;
        }
        int own = address.indexOf(OWN);
        String hostAndPath = address.substring(own < 0 ? address.indexOf("//") + 2 : own + OWN.length());
        String original = "https://" + hostAndPath;
        return Json.text(hostOf(original).isPresent() ? original : "https://" + PICTURES.get(0) + "/" + hostAndPath);
    }

    public static Answer picture() {
        return Answer.bytes(200, "image/png", PICTURE.clone());
    }

    /** The answer with links that lead back the way the request came; what it is made of stays as it is. */
    public static Answer linked(Answer answer, Origin origin) {
        return answer.json() == null
                ? answer
                : new Answer(
                        answer.status(),
                        answer.headers(),
                        linked(answer.json(), origin, false),
                        answer.bytes(),
                        answer.mediaType());
    }

    private static JsonNode linked(JsonNode node, Origin origin, boolean isLink) {
        if (node instanceof ObjectNode object) {
            return linked(object, origin, isLink);
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(each -> items.add(linked(each, origin, isLink)));
            return Json.list(items);
        }
        return isLink && node.isTextual() ? Json.text(origin.elsewhere(node.asText())) : node;
    }

    private static JsonNode linked(ObjectNode object, Origin origin, boolean isLink) {
        ObjectNode copy = Json.object();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            JsonNode value = icon(name, member.getValue());
            copy.set(name, OF_USERS.contains(name) ? value : linked(value, origin, isLink || LINKS.contains(name)));
        }
        return copy;
    }

    private static Answer answer(Call call) {
        String host = call.variable("elsewhere");
        if (PICTURES.stream().anyMatch(each -> isBelow(host, each))) {
            return picture();
        }
        return Answer.error(
                501,
                "FakeDoesNotPlayThisHost",
                "The fake does not play " + host + ", to which this link leads in the real service.");
    }
}
