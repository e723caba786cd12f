package io.powermigrate.testkit.fake.internal.blobs;

import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Elsewhere;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Azure Storage, as far as pre-signed addresses need it (wire/power-platform.md, sections 0.1 and 3.2). */
public final class BlobRoutes {
    private static final Pattern LATEST = Pattern.compile("<(?:Latest|Uncommitted|Committed)>([^<]*)</");

    private static final Pattern PICTURES = Pattern.compile("(^|/)(logoSmallFile|teams\\w+Icon\\.png)$");
    private static final Pattern PLAYER = Pattern.compile("(^|/)(player\\.msappk|index\\.web\\.html)$");

    private final Blobs blobs;
    private final Dialects dialects;

    private BlobRoutes(Blobs blobs, Dialects dialects) {
        this.blobs = blobs;
        this.dialects = dialects;
    }

    public static List<Route> of(Blobs blobs, Dialects dialects) {
        BlobRoutes routes = new BlobRoutes(blobs, dialects);
        String blob = "/{container}/**";
        return List.of(
                Route.get(Service.BLOB, blob, Access.SIGNATURE, routes::get),
                new Route(Service.BLOB, "PUT", blob, FakeEffect.STAGE, Access.SIGNATURE, routes::put));
    }

    private Answer get(Call call) {
        BlobAddress address = address(call, 'r');
        if (blobs.get(address).isEmpty() && PICTURES.matcher(address.name()).find()) {
            return Elsewhere.picture();
        }
        byte[] bytes = blobs.get(address)
                .or(() -> beside(address))
                .orElseThrow(() -> new Refusal(failure(404, "BlobNotFound", "The specified blob does not exist.")));
        if (dialects.is(Dialect.DOCUMENT_ENCODING, "gzip")) {
            return Answer.bytes(200, "application/octet-stream", gzip(bytes)).header("Content-Encoding", "gzip");
        }
        return Answer.bytes(200, "application/octet-stream", bytes);
    }

    /** What the player loads is named beside each document, and nothing of it is played. */
    private static Optional<byte[]> beside(BlobAddress address) {
        return Optional.of(new byte[0])
                .filter(any -> PLAYER.matcher(address.name()).find());
    }

    private Answer put(Call call) {
        BlobAddress address = address(call, 'w');
        String part = call.query("comp").orElse("");
        if (part.equals("block")) {
            blobs.stageBlock(address, call.query("blockid").orElse(""), call.body());
        } else if (part.equals("blocklist")) {
            if (!blobs.commitBlocks(address, blockIds(call))) {
                throw new Refusal(failure(400, "InvalidBlockList", "The specified block list is invalid."));
            }
        } else if (call.header("x-ms-blob-type").filter("BlockBlob"::equals).isEmpty()) {
            throw new Refusal(failure(
                    400, "MissingRequiredHeader", "An HTTP header that's mandatory is not specified: x-ms-blob-type."));
        } else {
            blobs.put(address, call.body());
        }
        return Answer.empty(201);
    }

    private BlobAddress address(Call call, char right) {
        String container = call.variable("container");
        if (!blobs.sas().allows(call, container, right)) {
            throw new Refusal(failure(
                    403,
                    "AuthenticationFailed",
                    "Server failed to authenticate the request. The signature does not match or has expired."));
        }
        return new BlobAddress(container, call.variable("rest"));
    }

    private static List<String> blockIds(Call call) {
        Matcher matcher = LATEST.matcher(new String(call.body(), StandardCharsets.UTF_8));
        List<String> ids = new ArrayList<>();
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Storage answers its errors in XML. */
    public static Answer failure(int status, String code, String message) {
        return Answer.xml(
                        status,
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>" + message
                                + "</Message></Error>")
                .header("x-ms-error-code", code);
    }
}
