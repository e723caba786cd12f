package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.Limits;
import io.powermigrate.docs.GeneratedPage;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Call;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.Login;
import io.powermigrate.http.Service;
import io.powermigrate.http.Transport;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Document;
import io.powermigrate.platform.Cloud;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.fake.FakeCertificate;
import io.powermigrate.testkit.hostile.HostileProxy;
import io.powermigrate.testkit.hostile.HostileServer;
import io.powermigrate.testkit.hostile.Line;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every trick in every place where an address comes from outside, with the addresses of the public cloud: all names lead, through
 * a proxy, to one server in this process, which sees what would have gone where.
 */
class AddressTricksTest {

    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private static final String NAME = "00000000-0000-0000-0000-000000000001";
    private static final String BASE = "base of a service";

    /** Where one request comes before, whose answer holds the address. */
    private static final List<String> ASK_FIRST = List.of("next link", "Location", "redirect", "Dataverse address");

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final FakeCertificate certificate = FakeCertificate.of(
            "api.bap.microsoft.com",
            "*.api.bap.microsoft.com",
            "api.powerapps.com",
            "*.blob.core.windows.net",
            "*.crm4.dynamics.com");
    private final HostileServer server = HostileServer.withTls(certificate, this::answer);
    private final HostileProxy proxy = HostileProxy.leadingTo(server.port());
    private final HttpSettings settings = HttpSettings.builder()
            .tls(certificate.trusted())
            .proxy(proxy.uri())
            .attempts(1)
            .callsPerSecond(100_000)
            .answerTimeout(Duration.ofSeconds(20))
            .build();
    private final Map<String, Consumer<String>> places = new LinkedHashMap<>();

    private volatile String said = "";
    private volatile String status = "200 OK";
    private volatile String location = "";

    @BeforeEach
    void places() {
        Endpoint endpoint = connected("");
        Transport transport = endpoint.client(PowerPlatformClient.KEY).transport();
        URI list = Cloud.PUBLIC.service(Cloud.BAP).uri("/list");
        places.put(BASE, trick -> {
            URI base = UriText.parse(trick);
            Cloud.PUBLIC
                    .withService(new Service(Cloud.BAP, base, "https://own/"))
                    .table()
                    .require(base, "The base");
        });
        places.put("next link", trick -> {
            said = Document.of(Map.of("value", List.of(), "nextLink", trick)).toJson();
            transport.items(Call.get(list)).forEach(item -> assertThat(item).isNull());
        });
        places.put("Location", trick -> {
            status = "202 Accepted";
            location = trick;
            Call start = Call.post(Effect.WRITE, list);
            URI operation = transport.send(start).location(start);
            transport.poll(operation, reply -> true, LONG);
        });
        placesOfStores(endpoint);
        placesOfHosts(transport, list);
    }

    private void placesOfStores(Endpoint endpoint) {
        Workspace workspace = Workspace.at(folder);
        places.put("package link", trick -> PackageClient.of(endpoint)
                .download(Document.of(Map.of("packageLink", Map.of("value", trick))), "p", workspace));
        places.put("document", trick -> AppClient.of(endpoint)
                .document(
                        new AppJson(Document.of(Map.of(
                                "name",
                                "a",
                                "properties",
                                Map.of("appUris", Map.of("documentUri", Map.of("value", trick)))))),
                        workspace,
                        Limits.defaults()));
    }

    private void placesOfHosts(Transport transport, URI list) {
        places.put("Dataverse address", trick -> {
            try (Endpoint opened = connected(trick)) {
                PowerPlatformClient client = opened.client(PowerPlatformClient.KEY);
                client.transport().send(Call.get(client.dataverse("/api/data/v9.2/WhoAmI()")));
            }
        });
        places.put("redirect", trick -> {
            status = "302 Found";
            location = trick;
            transport.send(Call.get(list));
        });
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
        certificate.close();
    }

    @Test
    void no_trick_leads_a_call_or_a_token_elsewhere() throws IOException {
        List<String> tricks = AddressTricks.all();
        StringBuilder page = new StringBuilder(head(tricks.size()));
        page.append(GeneratedPage.row(row("address", places.keySet())));
        page.append("|---".repeat(places.size() + 1)).append("|\n");
        for (String trick : tricks) {
            List<String> cells = new ArrayList<>();
            places.forEach((place, way) -> cells.add(outcome(place, trick, way)));
            page.append(GeneratedPage.row(row("`" + shown(trick) + "`", cells)));
        }

        assertThat(tricks).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        assertThat(proxy.tunnels())
                .allSatisfy(
                        tunnel -> assertThat(tunnel)
                                .matches(
                                        "(europe\\.)?api\\.bap\\.microsoft\\.com:443|x\\.blob\\.core\\.windows\\.net:443|org\\.crm4\\.dynamics\\.com:443"));
        GeneratedPage.is("security-addresses.md", page.toString());
    }

    /** What became of a trick: where it led, or that nothing went there. */
    private String outcome(String place, String trick, Consumer<String> way) {
        said = "";
        status = "200 OK";
        location = "";
        int before = server.heads().size();
        boolean refused = false;
        try {
            way.accept(trick);
        } catch (MigrationException | IllegalArgumentException e) {
            refused = true;
            assertThat(e.getMessage()).as("%s %s", place, trick).doesNotContain("sig=s", "ada:pw", "\r", "\n", "\t");
            assertThat(e)
                    .as("%s %s", place, trick)
                    .isInstanceOf(place.equals(BASE) ? RuntimeException.class : MigrationException.class);
        }
        List<String> heads = server.heads();
        int own = ASK_FIRST.contains(place) ? 1 : 0;
        TreeSet<String> asked = new TreeSet<>();
        heads.subList(Math.min(heads.size(), before + own), heads.size())
                .forEach(request -> asked.add(asked(place, request)));
        if (asked.isEmpty()) {
            return refused ? "refused" : place.equals(BASE) ? "as configured" : "nothing";
        }
        return String.join(", ", asked);
    }

    private static String asked(String place, String request) {
        String host = field(request, "Host");
        String token = field(request, "Authorization").replace("Bearer token-of-", "");
        if (host.endsWith(".blob.core.windows.net")) {
            assertThat(token).as(place).isEmpty();
            assertThat(place).isIn("package link", "document");
            return "store, no token";
        }
        assertThat(place).isNotIn("package link", "document", "redirect");
        if (host.equals("org.crm4.dynamics.com")) {
            assertThat(token).isEqualTo("https://org.crm4.dynamics.com");
            return "Dataverse, its token";
        }
        assertThat(token).as(place).isEqualTo("https://service.powerapps.com/");
        return "service, its token";
    }

    /** The first answer of a place is the test's, a later one is an empty list. */
    private void answer(Line line) throws IOException {
        do {
            String json = said.isEmpty() ? "{\"value\":[]}" : said;
            String to = location;
            said = "";
            location = "";
            if (to.isEmpty()) {
                line.json(200, json);
            } else {
                line.send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nLocation: "
                        + to.replaceAll("[\r\n]", "") + "\r\nContent-Length: 2\r\n\r\n{}");
            }
        } while (line.next());
    }

    private Login login() {
        return new Login(
                Cloud.PUBLIC.authority(),
                TENANT,
                request -> AccessToken.of("token-of-" + request.audience(), Instant.parse("2999-01-01T00:00:00Z")));
    }

    private Endpoint connected(String dataverse) {
        said = Document.of(Map.of(
                        "value",
                        List.of(Map.of(
                                "name",
                                NAME,
                                "properties",
                                Map.of(
                                        "displayName",
                                        "Dev",
                                        "linkedEnvironmentMetadata",
                                        Map.of("instanceUrl", dataverse))))))
                .toJson();
        return PowerPlatform.connect(Environment.of(Cloud.PUBLIC, TENANT, NAME), login().credential(), settings);
    }

    private static String field(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String[] row(String first, Iterable<String> cells) {
        List<String> row = new ArrayList<>(List.of(first));
        cells.forEach(row::add);
        return row.toArray(String[]::new);
    }

    /** So that the page shows what cannot be seen. */
    private static String shown(String trick) {
        StringBuilder shown = new StringBuilder();
        trick.codePoints()
                .forEach(point -> shown.append(
                        point > 32 && point < 127
                                ? Character.toString(point)
                                : String.format(Locale.ROOT, "\\u%04x", point)));
        return shown.toString();
    }

    private static String head(int tricks) {
        return """
                # Addresses from outside

                Made by `AddressTricksTest`; do not edit. %d texts, each in every place where an address comes from outside, with the addresses of the public cloud. All names lead to one server in the test, which sees what would have gone where.

                * **refused**: nothing was sent there, and the error says why, without a query or a user.
                * **service, its token** · **Dataverse, its token** · **store, no token**: it is such an address, and it gets what it may get.
                * **as configured**: the caller's own setting, to which the token goes that the caller names for it.
                * **nothing**: it names no place, so nothing was asked.

                """.formatted(tricks);
    }
}
