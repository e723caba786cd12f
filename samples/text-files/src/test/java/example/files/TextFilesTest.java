package example.files;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.contract.MigratorContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a migrator promises, inherited. */
class TextFilesTest extends MigratorContract<TextFile> {

    @TempDir
    File temp;

    @Override
    protected TextFiles subject() {
        return new TextFiles();
    }

    @Override
    protected TwoEnvironments open() {
        return new TwoFolders(folder("here"), folder("there"), FakeClock.startingAt(Instant.EPOCH));
    }

    private File folder(String name) {
        File folder = new File(temp, name);
        folder.mkdir();
        return folder;
    }

    /** What a test puts here is as old as time; whatever is younger was written by the migrator. */
    record TwoFolders(File here, File there, FakeClock clock) implements TwoEnvironments {

        @Override
        public Endpoint source() {
            return Folder.open(here.toPath());
        }

        @Override
        public Endpoint destination() {
            return Folder.open(there.toPath());
        }

        @Override
        public String make() {
            return put("note " + here.list().length + ".txt", "milk");
        }

        @Override
        public void change(String id) {
            put(id, "milk and bread");
        }

        @Override
        public void refuseWrites() {
            there.renameTo(new File(there + " is away"));
        }

        @Override
        public void allowWrites() {
            new File(there + " is away").renameTo(there);
        }

        @Override
        public long requests(Endpoint side, Effect effect) {
            File[] files = side.connection(Folder.class).path().toFile().listFiles();
            return effect == Effect.WRITE
                    ? Arrays.stream(files).filter(file -> file.lastModified() != 0).count()
                    : 0;
        }

        @Override
        public void close() {}

        private String put(String name, String text) {
            File file = new File(here, name);
            try {
                Files.writeString(file.toPath(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file.setLastModified(0);
            return name;
        }
    }
}
