package io.powermigrate.powerapps;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.powermigrate.model.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recorded answers beside the project; a test that needs them is skipped where they are absent. */
public final class Recordings {

    private Recordings() {}

    /** One recorded answer. */
    public static Document answer(String name) {
        Path file = Path.of(
                System.getProperty("powermigrate.shared", "absent"), "fixtures", "power-platform", name + ".json");
        assumeTrue(Files.isRegularFile(file), "the recordings are absent");
        try {
            return Document.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements of a recorded list. */
    public static List<Document> list(String name) {
        return answer(name).at("value").items();
    }
}
