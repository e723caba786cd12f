package io.powermigrate.http;

import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an answer looks like, in a few words for a message: status, content type, and how its body begins. Of JSON only
 * the names of its first members and the words of a status are told: values are content, and content belongs into no
 * message.
 */
final class AnswerWords {

    private static final int LONGEST = 100;
    private static final int MEMBERS = 6;
    private static final Set<String> TOLD = Set.of("status", "state", "code");

    private AnswerWords() {}

    static String of(Reply reply) {
        String type = reply.headers().first("Content-Type").orElse("no content type");
        return reply.status() + " (" + cut(Redaction.of(type)) + ", " + body(reply) + ")";
    }

    private static String body(Reply reply) {
        boolean isEmpty = reply.text().isBlank() && reply.json().isMissing();
        if (isEmpty) {
            return "empty";
        }
        if (reply.isJson() || reply.json().isObject() || reply.json().isArray()) {
            return cut(shape(reply.json(), 2));
        }
        String words = reply.text().replaceAll("<[^<>]*+>", " ").replaceAll("[\\p{C}\\s]+", " ");
        return "\"" + cut(Redaction.of(words).strip()) + "\"";
    }

    private static String shape(Document json, int depth) {
        if (json.isMissing()) {
            return "null";
        }
        if (json.isArray()) {
            List<Document> items = json.items();
            return items.isEmpty() ? "[]" : "[" + shape(items.get(0), depth - 1) + (items.size() > 1 ? ",…]" : "]");
        }
        if (!json.isObject()) {
            return "…";
        }
        Map<String, Document> members = json.members();
        if (members.isEmpty() || depth == 0) {
            return members.isEmpty() ? "{}" : "{…}";
        }
        String some = members.entrySet().stream()
                .limit(MEMBERS)
                .map(member -> "\"" + cut(Redaction.of(member.getKey())) + "\":" + member(member, depth))
                .collect(Collectors.joining(","));
        return "{" + some + (members.size() > MEMBERS ? ",…}" : "}");
    }

    private static String member(Map.Entry<String, Document> member, int depth) {
        return TOLD.contains(member.getKey())
                ? member.getValue()
                        .text()
                        .filter(word -> word.matches("[\\w .-]{1,40}"))
                        .map(word -> "\"" + word + "\"")
                        .orElseGet(() -> shape(member.getValue(), depth - 1))
                : shape(member.getValue(), depth - 1);
    }

    private static String cut(String text) {
        String plain = text.replaceAll("[\\p{C}\\s]+", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
