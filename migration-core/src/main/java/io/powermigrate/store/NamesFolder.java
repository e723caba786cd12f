package io.powermigrate.store;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.internal.json.Stored;
import io.powermigrate.model.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of a workspace in which names that programs give lead to artifacts; a file a name. */
final class NamesFolder {

    static final String NAME = "names";

    private static final int VERSION = 1;
    private static final Stored<Named> FORM = new Stored<>(new Stored.Form<>(
            "name of an artifact",
            Named.class,
            VERSION,
            "Delete the file, then read the source again",
            Named::version));

    private final Path folder;

    /** What a file of the folder holds. */
    private record Named(@Nullable Integer version, String name, Artifact artifact) {}

    NamesFolder(Path workspace) {
        this.folder = workspace.resolve(NAME);
    }

    void put(String name, Artifact artifact) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new FileSystemException(folder.toString(), null, "it is a symbolic link");
        }
        OwnerOnly.folder(folder);
        FORM.write(new Named(VERSION, name, artifact), file(name));
    }

    /** What is damaged, or was written by another version, leads to nothing: it is only found again, never lost. */
    Optional<Artifact> find(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Named named = FORM.read(file);
            return name.equals(named.name()) ? Optional.ofNullable(named.artifact()) : Optional.empty();
        } catch (MigrationException damaged) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return folder.resolve(
                HexFormat.of().formatHex(VerifiedStream.sha256().digest(name.getBytes(StandardCharsets.UTF_8))));
    }
}
