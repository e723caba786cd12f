package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;

/**
 * One answer to a decision. Choices stand in natural order; none is recommended.
 *
 * @param name what people call what is chosen
 * @param id its id in the destination; empty where the choice is to make something new
 * @param line the line that makes the choice
 */
public record Choice(String name, String id, Line line) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
