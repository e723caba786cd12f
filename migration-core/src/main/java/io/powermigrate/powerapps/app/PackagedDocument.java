package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.model.Artifact;
import io.powermigrate.spi.Workspace;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The document inside a package, taken out into the workspace. */
final class PackagedDocument {

    private PackagedDocument() {}

    /**
     * Takes it out; the package was opened before, so its names are known to be unambiguous.
     *
     * @param name what the document is called in the workspace
     */
    static Artifact takenOut(Path zip, ZipEntryLine line, String name, Workspace workspace, Limits limits)
            throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream bytes = file.getInputStream(file.getEntry(line.name()))) {
            return DocumentFacts.kept(name, new Promised(bytes, line.size()), workspace, limits);
        }
    }

    /** Sizes of a zip are claims: no more is read than it says. */
    private static final class Promised extends FilterInputStream {

        private long left;

        Promised(InputStream bytes, long size) {
            super(bytes);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            left -= Math.max(count, 0);
            if (left < 0 || count < 0 && left > 0) {
                throw PackageZip.refused("its document has another size than its directory says");
            }
            return count;
        }
    }
}
