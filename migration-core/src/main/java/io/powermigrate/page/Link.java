package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;

/**
 * A page where a person does what is asked for.
 *
 * @param words where it leads
 * @param address an https address of a host that the plugin allows
 */
public record Link(String words, String address) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
