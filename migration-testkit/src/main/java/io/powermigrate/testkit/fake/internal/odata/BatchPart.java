package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a batch as clients write it: an HTTP request, or a change set with parts of its own. Blank lines too many,
 * doubled header names and absolute addresses are taken (wire/clients.md, Dataverse points 9 and 12).
 *
 * @param headers of the part, names in lower case
 * @param line the request line, empty for a change set
 * @param inner the headers of the request, names in lower case
 */
record BatchPart(Map<String, String> headers, String line, Map<String, String> inner, String body) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\s]+)\"?");
    private static final Pattern VERSION = Pattern.compile("(?i)^(?:https?://[^/]+)?/.*?/v[0-9.]+/");

    static List<BatchPart> of(Ask ask) {
        return split(
                new String(ask.body(), StandardCharsets.UTF_8), ask.headers().getOrDefault("content-type", ""));
    }

    private static List<BatchPart> split(String text, String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw Malformed.query("A batch needs a content type with its boundary.");
        }
        List<BatchPart> parts = new ArrayList<>();
        String sign = "--" + matcher.group(1);
        int from = text.indexOf(sign);
        while (from >= 0 && !text.startsWith(sign + "--", from)) {
            int end = text.indexOf("\n" + sign, from + sign.length());
            String part = text.substring(from + sign.length(), end < 0 ? text.length() : end);
            parts.add(one(part.replaceFirst("^[ \\t]*\\r?\\n", "")));
            from = end < 0 ? -1 : end + 1;
        }
        return parts;
    }

    private static BatchPart one(String text) {
        Cursor cursor = new Cursor(text);
        Map<String, String> headers = cursor.headers();
        if (headers.getOrDefault("content-type", "").startsWith("multipart/mixed")) {
            return new BatchPart(headers, "", Map.of(), cursor.rest());
        }
        String line = cursor.firstLine();
        Map<String, String> inner = cursor.headers();
        return new BatchPart(headers, line, inner, cursor.rest().replaceFirst("\\r?\\n?$", ""));
    }

    boolean isChangeSet() {
        return line.isEmpty();
    }

    List<BatchPart> changes() {
        return split(body, headers.getOrDefault("content-type", ""));
    }

    String contentId() {
        return headers.getOrDefault("content-id", inner.getOrDefault("content-id", ""));
    }

    String address() {
        String[] words = line.split(" ");
        if (words.length < 2) {
            throw Malformed.query("A part of a batch has no request line: '" + line + "'.");
        }
        return words[1];
    }

    BatchPart with(String address, String newBody) {
        return new BatchPart(headers, line.split(" ")[0] + " " + address + " HTTP/1.1", inner, newBody);
    }

    /** The request, with its address behind the version of the Web API. */
    Ask ask(String base) {
        String address = address();
        String own = !base.isEmpty() && address.startsWith(base)
                ? address.substring(base.length())
                : VERSION.matcher(address).replaceFirst("");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Ask.of(line.split(" ")[0].toUpperCase(Locale.ROOT), own.replaceFirst("^/", ""), inner, bytes);
    }

    /** Reads lines from the front. */
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        private String line() {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        }

        String firstLine() {
            String line = line();
            while (line.isBlank() && at < text.length()) {
                line = line();
            }
            return line.trim();
        }

        /** Up to the blank line; of a name that comes twice the later value counts. */
        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            String line = line();
            while (!line.isBlank()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).trim());
                }
                line = at < text.length() ? line() : "";
            }
            return headers;
        }

        String rest() {
            return text.substring(at);
        }
    }
}
