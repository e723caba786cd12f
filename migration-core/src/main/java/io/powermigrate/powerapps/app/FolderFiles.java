package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents and packages of a folder and the folders in it.
 *
 * @param files sorted
 * @param unread files and folders that could not be looked at, with the reason; the others are read
 */
record FolderFiles(SortedSet<Path> files, SortedMap<Path, MigrationException> unread) {

    private static final String PACKAGE = ".zip";

    /**
     * Looks through a folder; links to other folders are not followed.
     *
     * @throws MigrationException when the folder itself cannot be read, or holds no such file
     */
    static FolderFiles in(Path folder) {
        FolderFiles found = new FolderFiles(new TreeSet<>(), new TreeMap<>());
        try {
            Files.walkFileTree(folder, found.visitor(folder));
        } catch (IOException e) {
            throw new MigrationException(
                    "The documents in " + folder + " were not read because " + e, "Give a folder that can be read", e);
        }
        if (found.files.isEmpty() && found.unread.isEmpty()) {
            throw new MigrationException(
                    "No documents were read from " + folder + " because it holds no .msapp and no .zip",
                    "Give the folder that the apps were saved to");
        }
        return found;
    }

    private SimpleFileVisitor<Path> visitor(Path top) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file) && (isNamed(file, ".msapp") || isPackage(file))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException why) throws IOException {
                return failed(path, why);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, @Nullable IOException why) throws IOException {
                return why == null ? FileVisitResult.CONTINUE : failed(path, why);
            }

            private FileVisitResult failed(Path path, IOException why) throws IOException {
                if (path.equals(top)) {
                    throw why;
                }
                unread.put(path, unread(why));
                return FileVisitResult.CONTINUE;
            }
        };
    }

    /** What to say of something that was not read for a reason that nobody foresaw. */
    static MigrationException unread(Throwable why) {
        return new MigrationException(
                "It could not be read because of " + why,
                "Check that it is complete and may be read, or take it away",
                why);
    }

    static boolean isPackage(Path file) {
        return isNamed(file, PACKAGE);
    }

    private static boolean isNamed(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
