package io.powermigrate.cds.webapi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Reply;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of the answer to a batch.
 *
 * @param status the HTTP status; 0 of one that was left out
 * @param headers by name, without regard to case
 * @param json the body; missing where it is empty or no JSON
 * @param text the body where it is no JSON
 */
record BatchPart(int status, Map<String, String> headers, Document json, String text) {

    static final BatchPart LEFT_OUT = new BatchPart(0, Map.of(), Document.missing(), "");

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\s]{1,200})\"?");
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})(?: .*)?");

    /** The parts, in their order; empty when the answer is not of several parts. */
    static Optional<List<BatchPart>> in(Reply reply) {
        return reply.headers()
                .first("Content-Type")
                .filter(type -> type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/mixed"))
                .map(BOUNDARY::matcher)
                .filter(Matcher::find)
                .map(found -> parts(reply.text(), "--" + found.group(1)));
    }

    private static List<BatchPart> parts(String text, String delimiter) {
        List<BatchPart> parts = new ArrayList<>();
        int from = text.indexOf(delimiter);
        while (from >= 0) {
            int begin = from + delimiter.length();
            int end = text.indexOf("\n" + delimiter, begin);
            if (end < 0) {
                break; // what is not closed is not whole
            }
            part(text.substring(begin, end)).ifPresent(parts::add);
            from = end + 1;
        }
        return parts;
    }

    private static Optional<BatchPart> part(String text) {
        int http = text.indexOf("HTTP/");
        if (http < 0) {
            return Optional.empty();
        }
        String message = text.substring(http);
        Matcher body = Pattern.compile("\\r?\\n\\r?\\n").matcher(message);
        boolean has = body.find();
        String head = has ? message.substring(0, body.start()) : message;
        String content = has ? message.substring(body.end()).strip() : "";
        List<String> lines = head.lines().toList();
        Matcher status = STATUS.matcher(lines.get(0).trim());
        return status.matches()
                ? Optional.of(of(Integer.parseInt(status.group(1)), headers(lines), content))
                : Optional.empty();
    }

    private static BatchPart of(int status, Map<String, String> headers, String content) {
        Document json = Document.missing();
        if (content.startsWith("{") || content.startsWith("[")) {
            try {
                json = Document.parse(content);
            } catch (MigrationException noJson) {
                json = Document.missing();
            }
        }
        return new BatchPart(status, headers, json, json.isMissing() ? content : "");
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    boolean isLeftOut() {
        return status == 0;
    }

    /** Whether the same may well be answered later: throttled, in maintenance, or left out after the failure of another. */
    boolean isPassing() {
        return isLeftOut() || status == 429 || status == 503 || status == 502 || status == 504;
    }

    /** The pause that the service asks for. */
    Optional<Duration> pause() {
        return Optional.ofNullable(headers.get("Retry-After"))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Math.min(300, Long.parseLong(text))));
    }

    String requestId() {
        return headers.getOrDefault("REQ_ID", headers.getOrDefault("x-ms-service-request-id", ""));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
