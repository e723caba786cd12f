package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.cds.webapi.DataverseException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An organisation does one thing at a time with solutions; what comes meanwhile is refused, whatever the status, and nothing of
 * it is started (wire/dataverse-situations.md, S61 and S62). Pure.
 */
final class Locks {

    private static final Set<String> CODES = Set.of(
            "0x80071151",
            "0x8004F061",
            "0x8004F062",
            "0x8004F063",
            "0x8004F064",
            "0x8004F065",
            "0x8004F066",
            "0x8004F067");

    private static final Pattern WORDS = Pattern.compile(
            "Cannot start (?:another|the requested operation) \\[[^\\]]{1,80}\\] because there is (?:a previous|another)"
                    + " \\[[^\\]]{1,80}\\] running");

    private Locks() {}

    static boolean isLock(DataverseError error) {
        return CODES.contains(error.code()) || WORDS.matcher(error.words()).find();
    }

    static boolean isLock(DataverseException refused) {
        return isLock(refused.error());
    }
}
