package io.powermigrate.powerapps.app;

import io.powermigrate.internal.text.Shown;

/**
 * What ties the manifest of an app package to its folder: both were minted together by an export of the service, and an
 * import takes no other pair. It may be used for any app, as often as wanted (wire/canvas-app-import.md, section 2).
 *
 * @param key the key of the app's entry under {@code resources} in {@code manifest.json}, a GUID
 * @param folder the number of the app's folder, unsigned 64 bit, as text
 */
public record PackagePair(String key, String folder) {

    /** Refuses what cannot be the two halves of a pair. */
    public PackagePair {
        if (!key.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException(Shown.message(
                    "\"" + key + "\" is no resource key. Give the key of the app's entry in manifest.json."));
        }
        if (!folder.matches("[0-9]{1,20}")) {
            throw new IllegalArgumentException(
                    Shown.message("\"" + folder + "\" is no folder. Give the number below Microsoft.PowerApps/apps."));
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
