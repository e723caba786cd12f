package io.powermigrate.cds.solution.input;

import io.powermigrate.cds.solution.facts.PackageFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder that a package was unpacked to, sorted. Links are not followed. */
public final class FolderFiles implements PackageFiles {

    private final Path folder;
    private final List<PackageFile> files;
    private final Map<String, PackageFile> byPath;

    private FolderFiles(Path folder, List<PackageFile> files) {
        this.folder = folder;
        this.files = files;
        this.byPath = PackageFiles.byPath(files);
    }

    /** Lists a folder, with the folders in it. */
    public static FolderFiles open(Refusals refusals, Path folder) throws IOException {
        List<PackageFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> {
                        files.add(file(folder, path));
                        if (files.size() > refusals.limits().of(Limit.ENTRIES)) {
                            throw refusals.beyond("its folder", "holds more files than that", Limit.ENTRIES);
                        }
                    });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        files.sort(Comparator.comparing(PackageFile::path));
        return new FolderFiles(folder, List.copyOf(files));
    }

    private static PackageFile file(Path folder, Path path) {
        try {
            String relative = folder.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            return new PackageFile(relative, Files.size(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<PackageFile> files() {
        return files;
    }

    @Override
    public Optional<PackageFile> find(String path) {
        return Optional.ofNullable(byPath.get(PackageFiles.folded(path)));
    }

    @Override
    public InputStream open(PackageFile file) throws IOException {
        return Files.newInputStream(folder.resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // nothing stays open
    }
}
