package io.powermigrate.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that nobody but their owner can read: by permissions where the system has them, else by its access list. */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder that is not there yet, and those above it. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, FOLDER));
            restrictFolder(folder);
        }
    }

    /** Makes a folder with a name of its own in a folder. */
    public static Path newFolder(Path parent, String prefix) throws IOException {
        Path folder = Files.createTempDirectory(parent, prefix, attributes(parent, FOLDER));
        restrictFolder(folder);
        return folder;
    }

    /** Makes an empty file that is not there yet; it is never readable by others, not even for a moment. */
    public static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, FILE));
        restrict(file);
    }

    /** Makes an empty file with a name of its own in a folder, as {@link #create} does. */
    public static Path newFile(Path folder, String prefix, String ending) throws IOException {
        Path file = Files.createTempFile(folder, prefix, ending, attributes(folder, FILE));
        restrict(file);
        return file;
    }

    /** Writes a new file to the disk, as {@link #create} makes it. */
    public static void write(Path file, byte[] bytes) throws IOException {
        create(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** Takes the file from everybody else, whatever was allowed before. */
    public static void restrict(Path file) throws IOException {
        restrict(file, FILE);
    }

    /** Takes the folder from everybody else, whatever was allowed before; what is in it stays as it is. */
    public static void restrictFolder(Path folder) throws IOException {
        restrict(folder, FOLDER, AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }

    /** Whether its permissions let others in; false where the system has none. */
    public static boolean isOpenToOthers(Path path) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return posix != null && !FOLDER.containsAll(posix.readAttributes().permissions());
    }

    /** Whether a folder belongs to the user of this process, as a file does that is made there to find out. */
    public static boolean isMine(Path folder) throws IOException {
        Path probe = newFile(folder, "owner-", ".part");
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions, AclEntryFlag... handedOn)
            throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(permissions);
            return;
        }
        AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (list != null) {
            list.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(list.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(handedOn)
                    .build()));
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
