package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.internal.text.Shown;

/**
 * What an import said of one component, where it did not simply pass.
 *
 * @param kind the service's word for its type, such as {@code entity} or {@code Role}
 * @param name its name; its id where no name was told
 * @param failed whether it failed; else it is a warning
 * @param error code and words
 */
public record ComponentResult(String kind, String name, boolean failed, DataverseError error) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
