package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * {@code $batch}: GETs and change sets, which are atomic; it stops at the first failure unless told to go on
 * (wire/dataverse.md, section 1.8, clients.md).
 */
final class Batch {
    private static final int MOST = 1000;

    private final WebApi api;
    private final Request request;
    private final Map<String, String> made = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();

    private Batch(WebApi api, Request request) {
        this.api = api;
        this.request = request;
    }

    /** All inner requests, those of change sets too. */
    static List<Ask> parts(Ask ask) {
        List<Ask> all = new ArrayList<>();
        for (BatchPart part : BatchPart.of(ask)) {
            (part.isChangeSet() ? part.changes() : List.of(part)).forEach(each -> all.add(each.ask("")));
        }
        return all;
    }

    static Answer answer(WebApi api, Request request) {
        if (!request.method().equals("POST")) {
            throw Refused.noSegment("$batch");
        }
        if (parts(request.ask()).size() > MOST) {
            throw Refusal.of(400, "0x80060888", "The number of operations in the batch exceeds " + MOST + ".");
        }
        return new Batch(api, request).answered();
    }

    private Answer answered() {
        boolean goesOn = request.preference("odata.continue-on-error").isPresent();
        int failed = 0;
        String boundary = "batchresponse_" + request.organisation().nextId("batch");
        for (BatchPart part : BatchPart.of(request.ask())) {
            int status = part.isChangeSet() ? changeSet(part) : single(part);
            if (status >= 400 && !goesOn) {
                failed = status;
                break;
            }
        }
        String body = multipart(boundary, answers);
        boolean plain = failed == 0 || request.dialects().is(Dialect.BATCH_STATUS, "200");
        int status = plain ? 200 : failed;
        return Answer.bytes(status, "multipart/mixed; boundary=" + boundary, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String multipart(String boundary, List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part ->
                text.append("--").append(boundary).append("\r\n").append(part).append("\r\n"));
        return text.append("--").append(boundary).append("--\r\n").toString();
    }

    private int single(BatchPart part) {
        Answer answer = api.answer(request.with(resolved(part)));
        answers.add(http(part, answer));
        return answer.status();
    }

    private int changeSet(BatchPart set) {
        List<String> inner = new ArrayList<>();
        try {
            request.organisation().atomically(() -> {
                set.changes().forEach(part -> inner.add(change(part)));
                return true;
            });
        } catch (Failed failed) {
            answers.add(failed.text);
            return failed.status;
        }
        String boundary = "changesetresponse_" + request.organisation().nextId("changeset");
        answers.add("Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n" + multipart(boundary, inner));
        return 200;
    }

    private String change(BatchPart part) {
        Ask ask = resolved(part);
        Answer answer = ask.method().equals("GET")
                ? Malformed.query("A change set holds no query operations.").answer()
                : api.answer(request.with(ask));
        String text = http(part, answer);
        if (answer.status() >= 400) {
            throw new Failed(answer.status(), text);
        }
        String address = answer.headers().get("OData-EntityId");
        if (address != null && !part.contentId().isEmpty()) {
            made.put(part.contentId(), address);
        }
        return text;
    }

    /** With the addresses of what was made before in place of {@code $1}. */
    private Ask resolved(BatchPart part) {
        String address = part.address();
        String body = part.body();
        for (Map.Entry<String, String> each : made.entrySet()) {
            String reference = "\\$" + each.getKey() + "(?![0-9])";
            address = address.replaceFirst("^(.*/)?" + reference, Matcher.quoteReplacement(each.getValue()));
            body = body.replaceAll(
                    "(\"[^\"]*\"\\s*:\\s*\")/?" + reference + "\"",
                    "$1" + Matcher.quoteReplacement(each.getValue()) + "\"");
        }
        return part.with(address, body).ask(request.base());
    }

    private static String http(BatchPart part, Answer answer) {
        StringBuilder text =
                new StringBuilder("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (!part.contentId().isEmpty()) {
            text.append("Content-ID: ").append(part.contentId()).append("\r\n");
        }
        text.append("\r\nHTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(reason(answer.status()))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        if (!answer.mediaType().isEmpty()) {
            text.append("Content-Type: ").append(answer.mediaType()).append("\r\n");
        }
        return text.append("\r\n")
                .append(new String(answer.body(), StandardCharsets.UTF_8))
                .toString();
    }

    /** Letters and spaces: clients look for nothing else. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 412 -> "Precondition Failed";
            default -> "Error";
        };
    }

    /** Ends a change set. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String text;

        Failed(int status, String text) {
            super("status " + status, null, false, false);
            this.status = status;
            this.text = text;
        }
    }
}
