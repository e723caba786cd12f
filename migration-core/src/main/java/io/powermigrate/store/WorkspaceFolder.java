package io.powermigrate.store;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a workspace: whether it can be used, and what a crash left in it. */
final class WorkspaceFolder {

    private static final String PART = ".part";
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{64}|[a-z]+-\\w+\\.part|" + ByHandFolder.NAME + "|" + NamesFolder.NAME);

    /** Nobody who still writes waits this long between two writes. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Pattern FULL = Pattern.compile("no space|not enough space|disk full|quota");

    private WorkspaceFolder() {}

    static Path opened(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                throw refused(folder, "it is a symbolic link", "Give the folder that it leads to");
            }
            OwnerOnly.folder(folder);
            if (OwnerOnly.isOpenToOthers(folder)) {
                takeFromOthers(folder);
            }
            clear(folder);
            return folder;
        } catch (IOException e) {
            throw new MigrationException(
                    "The workspace " + folder + " could not be opened because " + e,
                    "Give a folder that can be written",
                    e);
        }
    }

    /** What to tell when writing failed: a full disk is told as that. */
    static MigrationException notWritten(String what, Path folder, IOException e) {
        boolean isFull = FULL.matcher(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
                .find();
        return new MigrationException(
                what + " in the workspace " + folder + " (" + free(folder) + " bytes free without it) because "
                        + (isFull ? "the disk is full: " : "") + e,
                isFull
                        ? "Make room there or give a workspace on another disk, then run again"
                        : "Check that the folder is there and can be written, then run again",
                e);
    }

    private static String free(Path folder) {
        try {
            return Long.toString(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** A folder with anything else in it may be meant for others, and a foreign one is not ours to close. */
    private static void takeFromOthers(Path folder) throws IOException {
        String open =
                "others can read it (" + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)) + ")";
        if (!OwnerOnly.isMine(folder)) {
            throw refused(
                    folder,
                    open + " and it belongs to " + Files.getOwner(folder).getName(),
                    "Give a folder of your own, or have its owner run chmod 700 " + folder);
        }
        List<Path> all = listed(folder);
        for (Path each : all) {
            if (!OURS.matcher(each.getFileName().toString()).matches()) {
                throw refused(
                        folder,
                        open + " and it holds more than a workspace, such as " + each.getFileName(),
                        "Give a folder of its own, or run chmod 700 " + folder);
            }
        }
        OwnerOnly.restrictFolder(folder);
        ByHandFolder.takeFromOthers(ByHandFolder.of(folder));
        ByHandFolder.takeFromOthers(folder.resolve(NamesFolder.NAME));
        for (Path each : all) {
            if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                OwnerOnly.restrict(each);
            }
        }
    }

    /** The present time is that of the file system, which may have a clock of its own. */
    private static void clear(Path folder) throws IOException {
        List<Path> parts = listed(folder).stream()
                .filter(each -> OURS.matcher(each.getFileName().toString()).matches())
                .filter(each -> each.toString().endsWith(PART))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        Path probe = OwnerOnly.newFile(folder, "now-", PART);
        try {
            FileTime now = Files.getLastModifiedTime(probe);
            for (Path part : parts) {
                clear(part, now);
            }
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static void clear(Path part, FileTime now) throws IOException {
        if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            FileTime last = Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS);
            if (Duration.between(last.toInstant(), now.toInstant()).compareTo(ABANDONED) > 0) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static MigrationException refused(Path folder, String because, String remedy) {
        return new MigrationException("The workspace " + folder + " was not opened because " + because, remedy);
    }
}
