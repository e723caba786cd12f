package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import java.io.IOException;
import java.util.List;

/**
 * The document as a file (wire/msapp.md, section 1.1).
 *
 * @param sha256 of the .msapp, lower-case hex
 * @param size bytes of the .msapp
 * @param entries names of the entries as stored, in order
 * @param uncompressedBytes inflated bytes of all entries, as counted
 * @param separator between folders
 * @param leadingSeparators entries whose name begins with a separator: keep it when copying
 * @param repeated names that occur more than once, of which the service reads the first entry and ignores the others
 * @param paYaml YAML sources, with slashes, sorted
 */
public record ArchiveFacts(
        String sha256,
        long size,
        List<String> entries,
        long uncompressedBytes,
        Separator separator,
        List<String> leadingSeparators,
        List<String> repeated,
        List<String> paYaml) {

    /** Copies the lists. */
    public ArchiveFacts {
        entries = List.copyOf(entries);
        leadingSeparators = List.copyOf(leadingSeparators);
        repeated = List.copyOf(repeated);
        paYaml = List.copyOf(paYaml);
    }

    static ArchiveFacts of(Archive archive) throws IOException {
        List<String> names = archive.entries().stream().map(ArchiveEntry::name).toList();
        return new ArchiveFacts(
                archive.sha256(),
                archive.size(),
                names,
                archive.inflated(),
                separator(names),
                names.stream()
                        .filter(name -> name.startsWith("\\") || name.startsWith("/"))
                        .toList(),
                archive.repeated(),
                archive.entries().stream()
                        .map(entry -> entry.key().path())
                        .filter(path -> path.endsWith(".pa.yaml"))
                        .sorted()
                        .toList());
    }

    private static Separator separator(List<String> names) {
        boolean back = names.stream().anyMatch(name -> name.contains("\\"));
        boolean slash = names.stream().anyMatch(name -> name.contains("/"));
        if (back && slash) {
            return Separator.MIXED;
        }
        return back ? Separator.BACKSLASH : slash ? Separator.SLASH : Separator.NONE;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
