package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;

/**
 * Why a finding holds and what to do about it.
 *
 * @param reason why
 * @param remedy what a person does, in exact steps
 * @param basis what it rests on
 */
public record Explanation(String reason, String remedy, Basis basis) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
