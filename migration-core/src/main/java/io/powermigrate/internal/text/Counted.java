package io.powermigrate.internal.text;

/** A number with its noun: "1 resource", "2 resources". Pure, thread-safe. */
public final class Counted {

    private Counted() {}

    /** The noun with an s, unless there is just one. */
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** One word for just one, another one for any other number. */
    public static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
