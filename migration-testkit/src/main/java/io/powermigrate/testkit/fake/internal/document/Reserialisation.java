package io.powermigrate.testkit.fake.internal.document;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Rewrites a document as the service does on import: other JSON layout, save date, counters, load times, resource and icon
 * addresses; the checksum stamped again or gone; {@code .gitignore} gone; other entry order and time stamps. The meaning stays,
 * down to a key that an object holds twice (wire/canvas-app-import.md, section 6; wire/msapp.md, section 1). Stateless.
 */
public final class Reserialisation {
    private final Instant saved;

    /**
     * A rewriter.
     *
     * @param saved the save date it writes into header and entries
     */
    public Reserialisation(Instant saved) {
        this.saved = saved;
    }

    /** The document rewritten. Bytes that are no zip come back as they are: the service keeps what it cannot read. */
    public byte[] of(byte[] msapp) {
        Archive archive;
        try {
            archive = Archive.read(msapp);
        } catch (IOException notAZip) {
            return msapp.clone();
        }
        boolean stamped = archive.find("Header.json")
                .filter(h -> !new String(h, java.nio.charset.StandardCharsets.UTF_8).contains("2.4.0"))
                .isPresent();
        boolean compiled = archive.entries().stream()
                .anyMatch(e -> e.path().toLowerCase(Locale.ROOT).startsWith("controls/"));
        List<Archive.Entry> rewritten = new ArrayList<>();
        for (Archive.Entry entry : archive.entries()) {
            String path = entry.path().toLowerCase(Locale.ROOT);
            boolean dropped = path.equals(".gitignore") || path.equals("checksum.json") && !stamped;
            if (!dropped) {
                rewritten.add(new Archive.Entry(entry.name(), content(path, entry.bytes(), compiled)));
            }
        }
        rewritten.sort(Comparator.comparing(Archive.Entry::path).reversed());
        return new Archive(rewritten).write(saved);
    }

    private byte[] content(String path, byte[] bytes, boolean compiled) {
        if (path.endsWith(".json") || path.endsWith(".sarif")) {
            return new JsonRewriter(path, saved).rewrite(bytes);
        }
        if (compiled && path.startsWith("src/") && path.endsWith(".yaml")) {
            byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            longer[bytes.length] = '\n';
            return longer;
        }
        return bytes;
    }
}
