package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the links of answers lead. A client derives from an address which token to send, and follows it as it is. */
class PublicClientsLinksTest extends PublicClientTest {
    /** Members that look like an address and are a name: of a schema, or what users wrote. */
    private static final Set<String> NAMES = Set.of("$schema", "definition", "swagger", "host");

    private PublicClient.Answered get(PublicClient client, String address) {
        return client.m365("GET", filled(address), client.token(world.ada, scope(address)));
    }

    private static String scope(String address) {
        return address.contains("api.flow") ? Scopes.ARM : Scopes.POWER_APPS;
    }

    /** Answers that between them hold every kind of link. */
    private List<String> answersWithLinks() {
        String run = flow.runs().get(1).name();
        String connector = world.dev.customConnectors().get(0).name();
        return List.of(
                BAP + "/environments?api-version=2020-10-01",
                BAP + "/scopes/admin/environments/{env}?api-version=2020-10-01",
                PA + "/environments?api-version=2017-08-01",
                PA + "/apps?api-version=2017-08-01",
                PA + "/apps/" + app.id() + "?api-version=2017-08-01&$expand=unpublishedAppDefinition",
                PA + "/scopes/admin/environments/{env}/apps?api-version=2017-08-01",
                PA + "/connections?api-version=2016-11-01&$filter=environment eq '{env}'",
                PA + "/apis?api-version=2016-11-01&$filter=environment eq '{env}'",
                PA + "/apis/" + connector + "?api-version=2016-11-01&$filter=environment eq '{env}'",
                FLOW + "/environments/{env}/flows/{flow}?api-version=2016-11-01",
                FLOW + "/environments/{env}/flows/{flow}/runs/" + run
                        + "?api-version=2016-11-01&$expand=properties/actions");
    }

    @Test
    void with_a_public_host_name_every_link_is_https_whatever_carried_the_request() {
        PublicClient client = new PublicClient(world.fake, PublicClient.Way.HOST);
        for (String address : answersWithLinks()) {
            assertThat(links(get(client, address).json()).values())
                    .as(address)
                    .isNotEmpty()
                    .allMatch(link -> link.matches("https://[^/:]+(:443)?(/.*)?"));
        }
    }

    @Test
    void with_a_public_host_name_the_place_of_a_job_and_a_refusal_are_https_too() {
        PublicClient client = new PublicClient(world.fake, PublicClient.Way.HOST);
        PublicClient.Answered refused = client.m365("GET", BAP + "/environments?api-version=2020-10-01", "none");
        PublicClient.Answered exported = client.m365(
                "POST",
                filled(BAP + "/environments/{env}/exportPackage?api-version=2016-11-01"),
                client.token(world.ada, Scopes.POWER_APPS),
                "{\"includedResourceIds\":[\"" + ResourceIds.app(app.id()) + "\"],\"details\":{},\"resources\":{}}");

        assertThat(exported.header("location")).startsWith("https://api.bap.microsoft.com/");
        assertThat(refused.header("www-authenticate")).contains("\"https://login.microsoftonline.com/");
    }

    @ParameterizedTest
    @EnumSource
    void every_link_that_is_given_out_leads_to_the_fake_and_is_answered(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        for (String address : answersWithLinks()) {
            links(get(client, address).json()).forEach((member, link) -> {
                assertThat(Origin.of("https", URI.create(link).getAuthority())
                                        .publicHost()
                                        .isPresent()
                                || link.startsWith(world.fake.address() + "/"))
                        .as(member + " = " + link)
                        .isTrue();
                boolean base = member.matches(".*/(runtimeEndpoints|linkedEnvironmentMetadata)/.*");
                if (!base) {
                    PublicClient.Answered followed = client.anonymous(link);
                    boolean notPlayed = followed.status() == 501;
                    assertThat(notPlayed ? followed.json().at("/error/code").asText() : "FakeDoesNotPlayThisHost")
                            .as(member + " = " + link)
                            .isEqualTo("FakeDoesNotPlayThisHost");
                }
            });
        }
    }

    /** A wildcard stands for one label. */
    @Test
    void the_certificate_names_every_host_that_links_lead_to() {
        PublicClient client = new PublicClient(world.fake, PublicClient.Way.HOST);
        String environmentHost = Origin.of("https", "api.powerapps.com")
                .environmentLink(world.dev.inside().headAndTail(), "");
        Set<String> names = Service.all().stream().flatMap(Service::certified).collect(Collectors.toSet());
        Stream<String> given = answersWithLinks().stream()
                .flatMap(address -> links(get(client, address).json()).values().stream());

        assertThat(Stream.concat(given, Stream.of(environmentHost))
                        .map(link -> URI.create(link).getHost().toLowerCase(Locale.ROOT))
                        .distinct())
                .hasSizeGreaterThan(9)
                .allMatch(host -> names.contains(host) || names.contains(host.replaceFirst("^[^.]+", "*")));
    }

    @ParameterizedTest
    @EnumSource
    void an_icon_is_a_picture(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        JsonNode connections = get(client, PA + "/connections?api-version=2016-11-01&$filter=environment eq '{env}'")
                .json();

        PublicClient.Answered icon =
                client.anonymous(connections.at("/value/0/properties/iconUri").asText());

        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.header("content-type")).isEqualTo("image/png");
    }

    @Test
    void a_forwarded_host_and_scheme_are_those_of_the_links() {
        PublicClient client = new PublicClient(world.fake, PublicClient.Way.PREFIX);
        String configuration = client.send(
                        "GET",
                        world.fake.address() + "/login/common/v2.0/.well-known/openid-configuration",
                        List.of("x-forwarded-proto: https", "x-forwarded-host: fake.example:9443"),
                        "")
                .json()
                .path("token_endpoint")
                .asText();

        assertThat(configuration).isEqualTo("https://fake.example:9443/login/common/oauth2/v2.0/token");
    }

    private static Map<String, String> links(JsonNode node) {
        Map<String, String> links = new LinkedHashMap<>();
        collect("", node, links);
        return links;
    }

    private static void collect(String path, JsonNode node, Map<String, String> links) {
        if (node.isTextual() && node.asText().matches("https?://.*")) {
            links.put(path, node.asText());
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> collect(path + "/" + name, node.get(name), links));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), links);
        }
    }
}
