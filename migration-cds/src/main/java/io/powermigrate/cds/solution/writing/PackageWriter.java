package io.powermigrate.cds.solution.writing;

import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.cds.solution.input.ZipFiles;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.ArchiveWriter;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/** Writes a zip with edits, in the order of its entries. What no edit touches keeps its compressed bytes. */
public final class PackageWriter {

    private final Refusals refusals;
    private final Archive archive;
    private final PackageEdits edits;

    public PackageWriter(Refusals refusals, ZipFiles zip, PackageEdits edits) {
        this.refusals = refusals;
        this.archive = zip.archive();
        this.edits = edits;
    }

    /** Writes it; the target stays open. */
    public void write(OutputStream target) throws IOException {
        refuseUnknown();
        if (edits.isEmpty()) {
            archive.transfer(target);
            return;
        }
        ArchiveWriter writer = ArchiveWriter.to(target);
        for (ArchiveEntry entry : archive.all()) {
            write(entry, writer);
        }
        writer.finish();
    }

    private void refuseUnknown() {
        Set<String> unknown = new HashSet<>(edits.changed().keySet());
        archive.entries().forEach(entry -> unknown.remove(entry.key().folded()));
        unknown.stream().sorted().findFirst().ifPresent(path -> {
            throw refusals.refused(
                    "it has no file '" + Shown.name(path) + "' to replace", "Give the path of one of its files");
        });
    }

    private void write(ArchiveEntry entry, ArchiveWriter writer) throws IOException {
        String path = entry.key().folded();
        FileEdit edit = edits.changed().get(path);
        if (edits.removed().contains(path)) {
            return;
        }
        if (edit == null) {
            writer.copy(archive, entry);
            return;
        }
        writer.replace(archive, entry, after -> {
            try (EntryStream before = archive.open(entry)) {
                edit.write(before, after);
            }
        });
    }
}
