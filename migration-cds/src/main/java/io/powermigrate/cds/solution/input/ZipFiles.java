package io.powermigrate.cds.solution.input;

import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveBytes;
import io.powermigrate.internal.zip.ArchiveEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of a zip. */
public final class ZipFiles implements PackageFiles {

    private final Archive archive;
    private final List<PackageFile> files;
    private final Map<String, PackageFile> byPath;
    private final Map<String, ArchiveEntry> entries;

    private ZipFiles(Archive archive) {
        this.archive = archive;
        this.entries = archive.entries().stream()
                .filter(entry -> !entry.folder())
                .collect(
                        Collectors.toMap(entry -> entry.key().path(), entry -> entry, (a, b) -> a, LinkedHashMap::new));
        this.files = entries.values().stream()
                .map(entry -> new PackageFile(entry.key().path(), entry.size()))
                .toList();
        this.byPath = PackageFiles.byPath(files);
    }

    /**
     * Opens a zip.
     *
     * @throws io.powermigrate.error.MigrationException when it is damaged, beyond a limit, or one that two readers could read in two ways
     */
    public static ZipFiles open(Refusals refusals, ArchiveBytes.Source source) throws IOException {
        Archive archive = Archive.open(refusals.subject(), refusals.zip(), source);
        try {
            if (!archive.repeated().isEmpty()) {
                String names = archive.repeated().stream().map(Shown::name).collect(Collectors.joining("', '"));
                throw refusals.refused(
                        "it holds '" + names + "' more than once, so it is unclear which one counts",
                        "Export the solution again, or keep one of them and zip the folder again");
            }
            return new ZipFiles(archive);
        } catch (RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    @Override
    public List<PackageFile> files() {
        return files;
    }

    @Override
    public InputStream open(PackageFile file) throws IOException {
        return archive.open(entry(file));
    }

    @Override
    public Optional<PackageFile> find(String path) {
        return Optional.ofNullable(byPath.get(PackageFiles.folded(path)));
    }

    /** The zip itself. */
    public Archive archive() {
        return archive;
    }

    private ArchiveEntry entry(PackageFile file) {
        return Optional.ofNullable(entries.get(file.path())).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
