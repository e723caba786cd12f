package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Disruption;
import io.powermigrate.testkit.fake.internal.http.Disruption.Delivery;
import io.powermigrate.testkit.fake.internal.http.Disruption.Moment;
import io.powermigrate.testkit.fake.internal.http.Service;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that goes wrong with one request; what never ends is in {@link EndlessFault}. Immutable. */
public final class Fault {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Disruption disruption;

    private Fault(Disruption disruption) {
        this.disruption = disruption;
    }

    private Fault(String words, Moment moment, Delivery delivery, Function<Call, Function<Answer, Answer>> change) {
        this(new Disruption(words, moment, delivery, change));
    }

    /** The answer as it is, delivered in another way. */
    static Fault delivering(String words, Delivery delivery) {
        return new Fault(Disruption.delivering(words, delivery));
    }

    /** That status in place of an answer; nothing takes effect. */
    public static Fault status(int status) {
        return answering("status " + status, Moment.INSTEAD, failure(status));
    }

    /** That status and error code in place of an answer; nothing takes effect. */
    public static Fault error(int status, String code) {
        return error(status, code, "The service was asked to fail.");
    }

    /** That status, error code and message in place of an answer; nothing takes effect. */
    public static Fault error(int status, String code, String message) {
        return answering("error " + status + " " + code, Moment.INSTEAD, Answer.error(status, code, message));
    }

    /** The request takes effect, but the answer is that status. */
    public static Fault statusAfterEffect(int status) {
        return answering("status " + status + " after the effect", Moment.AFTER_EFFECT, failure(status));
    }

    /**
     * That status, content type and body in place of an answer, as of a page of a front door; nothing takes effect.
     *
     * @param mediaType empty for none
     */
    public static Fault answer(int status, String mediaType, String body) {
        return answering(words(status, mediaType, body), Moment.INSTEAD, given(status, mediaType, body));
    }

    /** The request takes effect, but the answer has that status, content type and body. */
    public static Fault answerAfterEffect(int status, String mediaType, String body) {
        return answering(
                words(status, mediaType, body) + " after the effect",
                Moment.AFTER_EFFECT,
                given(status, mediaType, body));
    }

    /** 429 with {@code Retry-After} in seconds. */
    public static Fault throttledForSeconds(int seconds) {
        return throttled("429 for " + seconds + " s", "0x80072322", Integer.toString(seconds));
    }

    /** 429 with {@code Retry-After} as an HTTP date. */
    public static Fault throttledUntil(Instant moment) {
        String date = HTTP_DATE.format(moment);
        return throttled("429 until " + date, "0x80072322", date);
    }

    /**
     * 429 of the service protection of a Dataverse, with {@code Retry-After} in seconds (wire/dataverse.md, section 1.5).
     *
     * @param code which limit: {@code 0x80072322} requests, {@code 0x80072321} execution time, {@code 0x80072326} at once
     */
    public static Fault serviceProtection(String code, int seconds) {
        return throttled("429 " + code + " for " + seconds + " s", code, Integer.toString(seconds));
    }

    /** The code stands in answers of Dataverse only; other services have one code for all limits. */
    private static Fault throttled(String words, String code, String retryAfter) {
        return new Fault(words, Moment.INSTEAD, Delivery.WHOLE, call -> answer -> {
            Answer given = call.service() == Service.DATAVERSE
                    ? Answer.error(
                            429,
                            code,
                            "Number of requests exceeded the limit, measured over time window of 300 seconds.")
                    : failure(429);
            return given.header("Retry-After", retryAfter);
        });
    }

    /** 429 without {@code Retry-After}. */
    public static Fault throttledWithoutHint() {
        return answering("429 without Retry-After", Moment.INSTEAD, failure(429));
    }

    /** 401 with a claims challenge, as after a policy has changed (wire/power-platform.md, section 11.3). */
    public static Fault claimsChallenge(String claimsJson) {
        String claims = Base64.getEncoder().encodeToString(claimsJson.getBytes(StandardCharsets.UTF_8));
        return answering(
                "claims challenge",
                Moment.INSTEAD,
                failure(401)
                        .header(
                                "WWW-Authenticate",
                                "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + claims + "\""));
    }

    /** 401, as for a token that ended since the last page. */
    public static Fault expiredToken() {
        return answering(
                "expired token",
                Moment.INSTEAD,
                Answer.error(401, "ExpiredAuthenticationToken", "The access token expired.")
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    /** The connection ends without an answer; nothing takes effect. */
    public static Fault droppedConnection() {
        return new Fault("dropped connection", Moment.INSTEAD, Delivery.DROPPED, call -> answer -> Answer.empty(500));
    }

    /** The request takes effect, and the connection ends without an answer. */
    public static Fault lostAnswer() {
        return delivering("lost answer", Delivery.DROPPED);
    }

    /** The request is held, then its connection ends; nothing takes effect. */
    public static Fault heldBeforeEffect(Hold hold) {
        return new Fault("held before its effect", Moment.INSTEAD, Delivery.DROPPED, call -> answer -> {
            hold.pass();
            return Answer.empty(500);
        });
    }

    /** The request takes effect, and its answer is held. */
    public static Fault heldAfterEffect(Hold hold) {
        return new Fault("held after its effect", Moment.AFTER_EFFECT, Delivery.WHOLE, call -> answer -> {
            hold.pass();
            return answer;
        });
    }

    /** Half of the body comes, then the connection ends. */
    public static Fault truncatedBody() {
        return delivering("truncated body", Delivery.TRUNCATED);
    }

    /** The body comes byte by byte. */
    public static Fault slowBody() {
        return delivering("slow body", Delivery.SLOW);
    }

    /** The next link of a list leads to that address. */
    public static Fault nextLinkTo(String address) {
        return changing("next link to another address", (call, body) -> body.put(nextLink(call), address));
    }

    /** The next link of a list leads to the page that was just read. */
    public static Fault samePageAgain() {
        return changing("the same page again", (call, body) -> {
            String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
            return body.put(nextLink(call), call.self() + query);
        });
    }

    /** A page of a list is empty and leads to a further page, each under another address. */
    public static Fault emptyPageAndNext() {
        return changing("an empty page and a next link", (call, body) -> {
            body.putArray("value");
            return body.put(nextLink(call), onward(call));
        });
    }

    /** A page of a list leads to a further page under another address, which is the same page. */
    public static Fault samePageUnderAnotherLink() {
        return changing("the same page under another link", (call, body) -> body.put(nextLink(call), onward(call)));
    }

    /** The poll of an operation says that it runs; as often as it is asked. */
    public static Fault operationWithoutEnd() {
        return pollStatus("Running");
    }

    /** The poll of an operation says that status, e.g. {@code NotStarted} or {@code Running}. */
    public static Fault pollStatus(String status) {
        return changing("poll status " + status, (call, body) -> {
            body.withObject("/properties").put("status", status);
            return body;
        });
    }

    /** The body changed as text, for whatever has no word here. */
    public static Fault body(BinaryOperator<String> pathAndBodyToBody) {
        return new Fault("changed body", Moment.AFTER_EFFECT, Delivery.WHOLE, call -> answer -> {
            String body = pathAndBodyToBody.apply(call.rawPath(), new String(answer.body(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return new Answer(answer.status(), answer.headers(), null, bytes, answer.mediaType());
        });
    }

    Disruption disruption() {
        return disruption;
    }

    private static String nextLink(Call call) {
        return call.service() == Service.DATAVERSE ? "@odata.nextLink" : "nextLink";
    }

    /** An address of the same list that was never given before in this reading of it. */
    private static String onward(Call call) {
        int next = Integer.parseInt(call.query("onward").orElse("0")) + 1;
        String kept = call.rawQuery().replaceAll("(^|&)onward=\\d*", "");
        return call.self() + "?" + kept + (kept.isEmpty() ? "" : "&") + "onward=" + next;
    }

    private interface BodyChange {
        ObjectNode apply(Call call, ObjectNode body);
    }

    private static Fault changing(String words, BodyChange change) {
        return new Fault(words, Moment.AFTER_EFFECT, Delivery.WHOLE, call -> answer -> {
            if (answer.json() instanceof ObjectNode body) {
                ObjectNode changed = change.apply(call, body.deepCopy());
                return new Answer(answer.status(), answer.headers(), changed, answer.bytes(), answer.mediaType());
            }
            return answer;
        });
    }

    private static Fault answering(String words, Moment moment, Answer given) {
        return new Fault(words, moment, Delivery.WHOLE, call -> answer -> given);
    }

    private static Answer given(int status, String mediaType, String body) {
        return Answer.bytes(status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(int status, String mediaType, String body) {
        return Stream.of("answer " + status, mediaType, body)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Answer failure(int status) {
        Answer answer = Answer.error(status, status == 429 ? "TooManyRequests" : "Fault", "Asked for by the test.");
        return status == 401 ? answer.header("WWW-Authenticate", "Bearer error=\"invalid_token\"") : answer;
    }

    @Override
    public String toString() {
        return disruption.words();
    }
}
