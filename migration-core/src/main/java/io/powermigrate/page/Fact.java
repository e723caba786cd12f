package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;

/**
 * A fact about the page as a whole, such as the environment that resources come from.
 *
 * @param name such as {@code From}
 * @param value in words; from outside, so every format escapes it
 */
public record Fact(String name, String value) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
