package io.powermigrate.internal.files;

import io.powermigrate.internal.text.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders among the temporary files, which do not stay: each is deleted when it is given back, all of them when the JVM
 * ends, and those of a process that was killed when the next one makes its first. All folders of a process are in one.
 * Thread-safe.
 */
public final class TemporaryFolders {

    private static final Log LOG = Log.of(TemporaryFolders.class);

    private final Path place;
    private final Set<Path> given = new HashSet<>();
    private @Nullable Home home;
    private boolean isSwept;

    TemporaryFolders(Path place) {
        this.place = place;
    }

    /** Those of this process, which end with it. */
    public static TemporaryFolders ofThisProcess() {
        return OfThisProcess.FOLDERS;
    }

    /** Made when it is first asked for: one hook for all folders. */
    private static final class OfThisProcess {

        static final TemporaryFolders FOLDERS = new TemporaryFolders(Path.of(System.getProperty("java.io.tmpdir")));

        static {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(FOLDERS::end, "temporary-folders"));
            } catch (IllegalStateException e) {
                LOG.debug("The JVM is ending; what is made now is deleted by the next process");
            }
        }
    }

    /** A new folder for the owner only; give it back when it is no longer used. */
    public synchronized Path make() throws IOException {
        if (home == null) {
            home = Home.in(place);
            sweep(home);
        }
        Path folder = OwnerOnly.newFolder(home.folder(), "folder-");
        given.add(folder);
        return folder;
    }

    /** Deletes a folder with everything in it; one that was not made here, or was given back before, stays as it is. */
    public synchronized void giveBack(Path folder) throws IOException {
        if (given.contains(folder)) {
            Tree.delete(folder);
            given.remove(folder);
        }
        if (given.isEmpty() && home != null) {
            Home last = home;
            home = null;
            last.end();
        }
    }

    /** Deletes all folders. */
    synchronized void end() {
        try {
            if (home != null) {
                home.end();
            }
        } catch (IOException e) {
            LOG.warn("Temporary files stayed in {} because of {}; the next run deletes them", place, e.toString());
        } finally {
            home = null;
            given.clear();
        }
    }

    private void sweep(Home mine) {
        if (isSwept) {
            return;
        }
        isSwept = true;
        try {
            UserPrincipal me = Files.getOwner(mine.folder());
            for (Path folder : others(mine)) {
                sweep(folder, me);
            }
        } catch (IOException e) {
            LOG.debug("Nobody looked for temporary files of earlier runs in {} because of {}", place, e.toString());
        }
    }

    private List<Path> others(Home mine) throws IOException {
        try (Stream<Path> all = Home.candidates(place)) {
            return all.filter(folder -> !folder.equals(mine.folder())).toList();
        }
    }

    private static void sweep(Path folder, UserPrincipal me) {
        try {
            if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me)) {
                Optional<Home> left = Home.abandoned(folder);
                if (left.isPresent()) {
                    left.get().end();
                    LOG.info("Deleted the temporary files {} of a run that ended without closing them", folder);
                }
            }
        } catch (IOException e) {
            LOG.debug("The temporary files {} were left as they are because of {}", folder, e.toString());
        }
    }
}
