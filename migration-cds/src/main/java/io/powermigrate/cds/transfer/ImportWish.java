package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.FileMember;
import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, and how.
 *
 * @param solution its unique name
 * @param upload the id of its staged package; null where the service took none
 * @param file the package, sent where nothing is staged
 * @param upgrade whether it takes the place of its earlier version
 * @param overwrite whether unmanaged changes are overwritten
 */
public record ImportWish(
        String solution, @Nullable String upload, FileMember file, boolean upgrade, boolean overwrite) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
