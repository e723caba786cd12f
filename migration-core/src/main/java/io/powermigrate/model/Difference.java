package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;

/**
 * One place where the destination does not hold what is wanted.
 *
 * @param place what differs, in words
 * @param wanted what should stand there
 * @param found what stands there
 */
public record Difference(String place, String wanted, String found) {

    @Override
    public String toString() {
        return Shown.message(place + " is " + Shown.name(found) + " instead of " + Shown.name(wanted));
    }
}
