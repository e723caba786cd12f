package io.powermigrate.cds.transfer;

import io.powermigrate.internal.text.Shown;

/**
 * What the service says of a staged package.
 *
 * @param refuses whether an import would be refused
 * @param code such as 0x8004801D; empty if none was told
 * @param reason why, no final full stop
 * @param remedy one imperative sentence, no final full stop
 */
public record StagingIssue(boolean refuses, String code, String reason, String remedy) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
