package io.powermigrate.auth;

import io.powermigrate.internal.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of kept sign-ins, which nobody but its owner may enter. Immutable. */
record CacheFolder(Path path) {

    private static final Pattern OURS = Pattern.compile("[0-9a-f]{32}\\.tokens(\\.lock|\\.new)?|owner-\\w+\\.part");

    /**
     * Makes the folder if it is not there. One that others may enter is taken from them where it holds nothing but sign-ins;
     * anything else may be meant for others.
     *
     * @throws IOException when it cannot be used
     */
    void open() throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException("the folder is a symbolic link; give the folder that it leads to");
        }
        OwnerOnly.folder(path);
        if (OwnerOnly.isOpenToOthers(path)) {
            takeFromOthers();
        }
    }

    private void takeFromOthers() throws IOException {
        if (!OwnerOnly.isMine(path)) {
            throw new IOException("the folder belongs to "
                    + Files.getOwner(path).getName() + " and others may enter it; give a folder of your own");
        }
        List<String> foreign;
        try (Stream<Path> all = Files.list(path)) {
            foreign = all.map(each -> each.getFileName().toString())
                    .filter(name -> !OURS.matcher(name).matches())
                    .sorted()
                    .toList();
        }
        if (!foreign.isEmpty()) {
            throw new IOException("others may enter the folder, and it holds more than sign-ins, such as "
                    + foreign.get(0) + "; give a folder of its own, or run chmod 700 " + path);
        }
        OwnerOnly.restrictFolder(path);
    }

    /** Refuses what is no file, or another one's: somebody else has put it there. */
    static void requireOwnFile(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file.getFileName() + " is a link or a folder, not a file; delete it");
        }
        boolean mine = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS)
                .equals(Files.getOwner(file.getParent(), LinkOption.NOFOLLOW_LINKS));
        if (!mine) {
            throw new IOException(file.getFileName() + " belongs to "
                    + Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName() + "; delete it");
        }
    }
}
