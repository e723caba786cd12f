package io.powermigrate.cds.carrier;

import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.ResourceKey;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Unique names of scratch solutions: a prefix, a digest of the environment that they are made in, and a digest of what they carry. The
 * same selection has the same name in every run, so a destination knows the solution again; and what was made in another environment
 * and came here by an import is no leftover of this one.
 */
final class ScratchName {

    private static final String PREFIX = "powermigrate_";
    private static final int OF_ENVIRONMENT = 8;
    private static final int OF_CONTENTS = 16;

    private ScratchName() {}

    static String of(String environmentId, Collection<ResourceKey> contents) {
        String keys =
                contents.stream().map(ResourceKey::toString).sorted().distinct().collect(Collectors.joining("\n"));
        return prefix(environmentId) + digest(keys, OF_CONTENTS);
    }

    /** What the names of all scratch solutions that are made in an environment begin with. */
    static String prefix(String environmentId) {
        return PREFIX + digest(environmentId.toLowerCase(Locale.ROOT), OF_ENVIRONMENT) + "_";
    }

    static boolean isMadeIn(String environmentId, String uniqueName) {
        return uniqueName.toLowerCase(Locale.ROOT).startsWith(prefix(environmentId));
    }

    private static String digest(String text, int digits) {
        return Fingerprint.of(Document.of(text)).value().substring(0, digits);
    }
}
