package io.powermigrate.canvas.normalform;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.json.MalformedJson;
import io.powermigrate.canvas.reading.EntryKind;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The digest of a document by what matters in it; see {@link NormalFormRules} for what does not. Order and spelling of entries do not. */
public final class NormalForm {

    /** Raise it when the form changes, so that old and new digests are never taken for different documents silently. */
    private static final String VERSION = "canvas-normal-form/1";

    private final Reading reading;
    private final Archive archive;

    public NormalForm(Reading reading, Archive archive) {
        this.reading = reading.keepingNothing();
        this.archive = archive;
    }

    public String digest() throws IOException {
        boolean controls = archive.entries().stream().anyMatch(entry -> EntryKind.isControl(entry.key()));
        Map<String, byte[]> digests = new TreeMap<>();
        for (ArchiveEntry entry : archive.entries()) {
            if (!entry.folder() && !NormalFormRules.leavesOut(entry.key(), controls)) {
                digests.put(entry.key().path(), digest(entry));
            }
        }
        MessageDigest all = Digests.sha256();
        all.update(VERSION.getBytes(StandardCharsets.UTF_8));
        digests.forEach((path, digest) -> {
            all.update((byte) 0);
            all.update(path.getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(digest);
        });
        return HexFormat.of().formatHex(all.digest());
    }

    /** Names that stand twice in one object of the entry, with different values. */
    public static List<String> contradictions(Reading reading, Archive archive, ArchiveEntry entry) throws IOException {
        CanonicalJson canonical = new CanonicalJson(reading, entry.key());
        try (EntryStream bytes = archive.again(entry);
                JsonCursor json =
                        JsonCursor.over(reading.keepingNothing(), entry.key().path(), bytes)) {
            canonical.digest(json);
        }
        return canonical.contradictions();
    }

    private byte[] digest(ArchiveEntry entry) throws IOException {
        try (EntryStream bytes = archive.open(entry)) {
            return EntryKind.isJson(entry.key()) ? json(entry, bytes) : raw(entry, bytes);
        }
    }

    private byte[] json(ArchiveEntry entry, EntryStream bytes) throws IOException {
        try (JsonCursor json = JsonCursor.over(reading, entry.key().path(), bytes)) {
            return new CanonicalJson(reading, entry.key()).digest(json);
        } catch (MalformedJson otherContent) {
            try (EntryStream again = archive.again(entry)) {
                return raw(entry, again);
            }
        }
    }

    private static byte[] raw(ArchiveEntry entry, EntryStream bytes) {
        boolean lines = entry.key().folded().endsWith(".yaml");
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[1 << 15];
        for (int count = bytes.read(chunk, 0, chunk.length); count >= 0; count = bytes.read(chunk, 0, chunk.length)) {
            digest.update(chunk, 0, lines ? withoutReturns(chunk, count) : count);
        }
        return digest.digest();
    }

    private static int withoutReturns(byte[] chunk, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (chunk[i] != '\r') {
                chunk[kept++] = chunk[i];
            }
        }
        return kept;
    }
}
