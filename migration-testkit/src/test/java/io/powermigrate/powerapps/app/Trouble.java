package io.powermigrate.powerapps.app;

import io.powermigrate.http.AnswerLimits;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.ListLimits;
import io.powermigrate.testkit.fake.EndlessFault;
import io.powermigrate.testkit.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of fault, as a column of the matrix.
 *
 * @param words what happens
 * @param times how often
 * @param fault what is asked of the fake, at a moment of its clock
 * @param fits to which operations it can happen
 * @param isEndless whether it needs limits in real time and of memory
 */
public record Trouble(
        String words, int times, Function<Instant, Fault> fault, Predicate<Operation> fits, boolean isEndless) {

    public static final int ALWAYS = 5000;

    public static final List<Trouble> ALL = List.of(
            any("429, seconds", 1, Fault.throttledForSeconds(7)),
            new Trouble("429, date", 1, now -> Fault.throttledUntil(now.plusSeconds(90)), each -> true, false),
            any("429, no hint", 1, Fault.throttledWithoutHint()),
            any("503", 1, Fault.status(503)),
            any("503 always", ALWAYS, Fault.status(503)),
            any("500 after it was done", 1, Fault.statusAfterEffect(500)),
            any("403 always", ALWAYS, Fault.error(403, "Forbidden")),
            any("token expired", 1, Fault.expiredToken()),
            any("dropped", 1, Fault.droppedConnection()),
            any("dropped always", ALWAYS, Fault.droppedConnection()),
            any("answer lost", 1, Fault.lostAnswer()),
            any("body slow", 1, Fault.slowBody()),
            any("body cut", 1, Fault.truncatedBody()),
            some("NotStarted", 2, Fault.pollStatus("NotStarted"), Operation::isPoll),
            some("never ends", ALWAYS, Fault.operationWithoutEnd(), Operation::isPoll),
            some("page twice", 1, Fault.samePageAgain(), Operation::isList),
            some("foreign next link", 1, Fault.nextLinkTo("https://elsewhere.example/"), Operation::isList),
            some("empty pages", ALWAYS, Fault.emptyPageAndNext(), Operation::isList),
            some("one old item a page", ALWAYS, Fault.samePageUnderAnotherLink(), Operation::isList),
            any("HTML 200 always", ALWAYS, Fault.answer(200, "text/html", "<html><title>Sign in</title></html>")),
            any("empty 200", 1, Fault.answer(200, "", "")),
            any("204 always", ALWAYS, Fault.answer(204, "", "")),
            any("`{}` always", ALWAYS, json("{}")),
            any("`null`", 1, json("null")),
            any("`{\"error\"}` always", ALWAYS, json("{\"error\":{\"code\":\"Busy\",\"message\":\"later\"}}")),
            any("`{\"value\":null}` always", ALWAYS, json("{\"value\":null}")),
            endless("drip", 1, EndlessFault.drippingBody()),
            endless("head without end", 1, EndlessFault.headWithoutEnd()),
            endless("2 GB always", ALWAYS, EndlessFault.body2Gb()),
            endless("gzip bomb always", ALWAYS, EndlessFault.gzipBomb()));

    public static final Trouble NONE = any("nothing", 1, Fault.slowBody());

    /** Short patience for what never ends; a document may be larger than what is read whole. */
    public HttpSettings settings(HttpSettings standard) {
        HttpSettings.Builder settings =
                standard.toBuilder().lists(new ListLimits(ListLimits.STANDARD.time(), ListLimits.STANDARD.pages(), 20));
        if (isEndless) {
            settings.answerTimeout(Duration.ofSeconds(5))
                    .answers(AnswerLimits.standard().withWhole(4 << 20).withStreamed(8 << 20));
        }
        return settings.build();
    }

    private static Trouble endless(String words, int times, Fault fault) {
        return new Trouble(words, times, now -> fault, each -> true, true);
    }

    /** It was done, but the answer does not say so. */
    private static Fault json(String body) {
        return Fault.answerAfterEffect(200, "application/json", body);
    }

    private static Trouble any(String words, int times, Fault fault) {
        return some(words, times, fault, each -> true);
    }

    private static Trouble some(String words, int times, Fault fault, Predicate<Operation> fits) {
        return new Trouble(words, times, now -> fault, fits, false);
    }

    @Override
    public String toString() {
        return words;
    }
}
