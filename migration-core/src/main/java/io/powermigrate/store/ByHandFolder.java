package io.powermigrate.store;

import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.model.Artifact;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a workspace in which files have names for people. They are copies: anyone who edits one damages nothing. */
final class ByHandFolder {

    static final String NAME = "by-hand";

    private final Workspace workspace;
    private final boolean lasts;

    /** @param lasts whether the files have to outlive a crash of the machine */
    ByHandFolder(Workspace workspace, boolean lasts) {
        this.workspace = workspace;
        this.lasts = lasts;
    }

    static Path of(Path workspace) {
        return workspace.toAbsolutePath().resolve(NAME);
    }

    Path put(Artifact artifact) throws IOException {
        Path folder = opened();
        Path place = folder.resolve(artifact.fileName());
        if (!holds(place, artifact)) {
            Path part = OwnerOnly.newFile(workspace.folder(), "byhand-", ".part");
            try {
                copy(artifact, part);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE); // a link there is replaced, never followed
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return place;
    }

    private Path opened() throws IOException {
        Path folder = of(workspace.folder());
        if (Files.isSymbolicLink(folder)) {
            throw new FileSystemException(folder.toString(), null, "it is a symbolic link");
        }
        OwnerOnly.folder(folder);
        if (OwnerOnly.isOpenToOthers(folder)) {
            OwnerOnly.restrictFolder(folder);
        }
        return folder;
    }

    private void copy(Artifact artifact, Path part) throws IOException {
        try (InputStream bytes = workspace.open(artifact);
                FileOutputStream out = new FileOutputStream(part.toFile())) {
            bytes.transferTo(out);
            if (lasts) {
                out.getFD().sync();
            }
        }
    }

    private static boolean holds(Path file, Artifact artifact) throws IOException {
        if (!Incoming.isWhole(file, artifact.size())) {
            return false;
        }
        MessageDigest digest = VerifiedStream.sha256();
        try (OutputStream nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, nowhere);
        }
        boolean same = HexFormat.of().formatHex(digest.digest()).equals(artifact.sha256());
        if (same && OwnerOnly.isOpenToOthers(file)) {
            OwnerOnly.restrict(file);
        }
        return same;
    }

    /** What was made while others could read the workspace. */
    static void takeFromOthers(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            OwnerOnly.restrictFolder(folder);
            for (Path each : files(folder)) {
                OwnerOnly.restrict(each);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
