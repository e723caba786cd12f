package io.powermigrate.cds.solution.input;

import io.powermigrate.cds.solution.facts.PackageFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The opened files of a package: those of a zip, or of a folder that one was unpacked to. For one thread; close it. */
public interface PackageFiles extends Closeable {

    /** All files in their order; no folders. */
    List<PackageFile> files();

    /** The bytes of one of {@link #files()}; the caller closes them. */
    InputStream open(PackageFile file) throws IOException;

    /** The file of a path, whatever the case of its letters and with or without a slash in front. */
    Optional<PackageFile> find(String path);

    /** Files by their path without regard to case. */
    static Map<String, PackageFile> byPath(List<PackageFile> files) {
        return files.stream().collect(Collectors.toMap(PackageFile::folded, file -> file, (first, second) -> first));
    }

    /** A path as it is looked up. */
    static String folded(String path) {
        return (path.startsWith("/") ? path.substring(1) : path)
                .replace('\\', '/')
                .toLowerCase(Locale.ROOT);
    }
}
