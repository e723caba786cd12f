package io.powermigrate.testkit.fake.internal.http;

import java.util.function.Function;

/**
 * What goes wrong with one request.
 *
 * @param words what it is, for people
 * @param moment where the trouble begins
 * @param delivery how the answer leaves the fake
 * @param change makes the answer that is given of the request and its own answer
 */
public record Disruption(
        String words, Moment moment, Delivery delivery, Function<Call, Function<Answer, Answer>> change) {

    /** Where the trouble begins. */
    public enum Moment {
        INSTEAD,
        AFTER_EFFECT
    }

    /** How the answer leaves the fake. */
    public enum Delivery {
        WHOLE,
        SLOW,
        TRUNCATED,
        DROPPED,
        DRIPPING,
        ENDLESS_HEAD,
        HUGE,
        BOMB
    }

    /** The answer as it is, delivered in another way. */
    public static Disruption delivering(String words, Delivery delivery) {
        return new Disruption(words, Moment.AFTER_EFFECT, delivery, call -> answer -> answer);
    }

    public Answer apply(Call call, Answer answer) {
        return change.apply(call).apply(answer);
    }
}
