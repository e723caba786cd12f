package example.files;

import io.powermigrate.endpoint.Endpoint;
import java.nio.file.Path;

/** A folder as an environment. */
public record Folder(Path path) implements AutoCloseable {

    /** Opens it; the caller closes the endpoint. */
    public static Endpoint open(Path path) {
        return Endpoint.of(path.toUri().toString(), path.getFileName().toString(), new Folder(path));
    }

    @Override
    public void close() {}
}
