package example.files;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes files; the engine does the rest. */
public final class TextFiles implements Migrator<TextFile> {

    @Override
    public ResourceType<TextFile> type() {
        return TextFile.TYPE;
    }

    @Override
    public Stream<TextFile> list(Endpoint endpoint) {
        try {
            return Files.list(folder(endpoint)).map(file -> {
                String name = file.getFileName().toString();
                return new TextFile(Item.of(TextFile.TYPE.key(name), name, name));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TextFile fetch(TextFile listed, Endpoint endpoint, Workspace workspace) {
        try (InputStream bytes = Files.newInputStream(file(endpoint, listed.id()))) {
            Artifact text = workspace.put(listed.id(), "text/plain", bytes);
            return new TextFile(listed.item()
                    .withArtifacts(List.of(text))
                    .withContent(Document.empty().with("sha256", text.sha256())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String create(TextFile desired, WriteContext context) {
        return write(desired, desired.id(), context);
    }

    @Override
    public String update(TextFile desired, TextFile actual, WriteContext context) {
        return write(desired, actual.id(), context);
    }

    private static String write(TextFile desired, String name, WriteContext context) {
        context.destination().require(Effect.WRITE, "write " + name);
        try (InputStream bytes = context.workspace().open(desired.artifacts().get(0))) {
            Files.copy(bytes, file(context.destination(), name), StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Endpoint endpoint, String name) {
        return folder(endpoint).resolve(name);
    }

    private static Path folder(Endpoint endpoint) {
        return endpoint.connection(Folder.class).path();
    }
}
