package io.powermigrate.model;

import io.powermigrate.internal.files.FileName;
import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * A handle to bytes in the workspace; the bytes themselves are never part of a value.
 *
 * @param name a file name for people
 * @param mediaType such as {@code application/zip}
 * @param sha256 the digest of the bytes, 64 lower-case hex digits; where the workspace finds them
 * @param size in bytes
 */
public record Artifact(String name, String mediaType, String sha256, long size) {

    public Artifact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    Shown.message("\"" + sha256 + "\" is no SHA-256. Give 64 lower-case hex digits."));
        }
    }

    /**
     * What a file with these bytes is called where people look for it: the name, made safe for every file system, with the
     * beginning of the digest. So two artifacts of one name are two files, and the same bytes are the same file.
     */
    public String fileName() {
        return FileName.of(name, sha256.substring(0, 8));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
