package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.requirements.CompileFacts.Media;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which pictures, sounds and films lie outside the document ({@code References\Resources.json}); only their hosts are kept. */
final class MediaReader {

    private static final Pattern ADDRESS =
            Pattern.compile("^https?://(?:[^/?#@]*@)?([^/:?#@]+)", Pattern.CASE_INSENSITIVE);

    private MediaReader() {}

    static void read(JsonCursor json, List<Media> media) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Resources")) {
                json.enterArray();
                while (json.nextElement()) {
                    one(json).ifPresent(media::add);
                }
            }
        }
    }

    /** What is no local file is loaded from its path whenever the app runs. */
    private static Optional<Media> one(JsonCursor json) {
        String name = "";
        String kind = "";
        String path = "";
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "Name" -> name = json.textOrEmpty();
                case "ResourceKind" -> kind = json.textOrEmpty();
                case "Path" -> path = json.secretText();
                default -> {}
            }
        }
        Matcher address = ADDRESS.matcher(path);
        return kind.equals("Uri") && address.find() ? Optional.of(new Media(name, address.group(1))) : Optional.empty();
    }
}
