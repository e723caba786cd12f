package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.FileMember;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.ScriptedServer;
import io.powermigrate.http.Service;
import io.powermigrate.platform.Cloud;
import io.powermigrate.platform.DataverseHosts;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.time.Time;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;

/** A Dataverse that answers what a test says, one answer a request, for tests to inherit. */
abstract class ScriptedDataverse {

    static final String JOB = "1b1fa80d-aa0f-4291-b60c-b0745304ce24";
    static final String OPERATION = "310799b8-dc6c-ee11-9ae7-000d3aaae21d";
    static final String IDLE = "{\"value\":[]}";

    private static final String TENANT = "11111111-1111-4111-8111-111111111111";

    final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-03-04T05:06:07Z"));
    final Time time = new Time(clock, clock.sleeper());
    final ScriptedServer server = new ScriptedServer(0);
    final List<String> heard = new ArrayList<>();
    private final Endpoint endpoint = opened();
    final Dataverse dataverse = endpoint.client(Dataverse.KEY);

    private Endpoint opened() {
        Cloud cloud = Cloud.PUBLIC
                .withService(new Service(Cloud.BAP, server.at("/bap"), "https://bap/"))
                .withDataverseHosts(DataverseHosts.of(server.at("/orgs") + "/{org}"));
        server.then(200, """
                {"value":[{"name":"00000000-0000-0000-0000-000000000001","location":"europe","properties":{
                 "displayName":"Dev","linkedEnvironmentMetadata":{"instanceUrl":"%s/contoso"}}}]}""".formatted(server.at("/orgs")));
        return PowerPlatform.connect(
                Environment.of(cloud, TENANT, "00000000-0000-0000-0000-000000000001"),
                request -> AccessToken.of("opaque", clock.instant().plus(Duration.ofDays(1))),
                HttpSettings.builder().time(clock, clock.sleeper()).build());
    }

    @AfterEach
    void close() {
        endpoint.close();
        server.close();
    }

    /** Answers a batch with these bodies. */
    void thenBatch(String... bodies) {
        String parts = Stream.of(bodies)
                .map(body ->
                        "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                                + (body.startsWith("{\"error") ? "HTTP/1.1 403 Forbidden" : "HTTP/1.1 200 OK")
                                + "\r\nContent-Type: application/json; odata.metadata=minimal\r\n\r\n" + body + "\r\n")
                .collect(Collectors.joining("", "", "--batchresponse_1--\r\n"));
        server.then(response -> {
            response.setCode(200);
            response.setEntity(new StringEntity(parts, ContentType.parse("multipart/mixed; boundary=batchresponse_1")));
        });
    }

    /** Answers that it is done, without a body. */
    void thenDone() {
        server.then(response -> response.setCode(204));
    }

    void thenError(int status, String code, String message) {
        server.then(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    /** The requests to the Dataverse: method and what follows its root, without a query. */
    List<String> asked() {
        return server.asked().stream()
                .filter(each -> each.target().startsWith("/orgs"))
                .map(each -> each.method() + " "
                        + each.target()
                                .replace("/orgs/contoso/api/data/v9.2/", "")
                                .split("\\?", 2)[0])
                .toList();
    }

    ImportWish wish(boolean upgrade) {
        byte[] zip = "zip".getBytes(StandardCharsets.UTF_8);
        FileMember file = new FileMember("CustomizationFile", () -> new ByteArrayInputStream(zip), zip.length);
        return new ImportWish("Sales", "b3963d4b-dc6c-ee11-9ae7-000d3aaae21d", file, upgrade, false);
    }

    SolutionImport anImport() {
        return new SolutionImport(dataverse, wish(false), time, heard::add);
    }
}
