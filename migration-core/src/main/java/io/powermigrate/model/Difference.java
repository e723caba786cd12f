package io.powermigrate.model;

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
        return place + " is " + found + " instead of " + wanted;
    }
}
