package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.facts.XmlFileFacts;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.input.XmlLimits;
import java.io.IOException;
import java.io.InputStream;

/** The XML files of a package. */
final class XmlFiles {

    private final PackageFiles files;
    private final Taken taken;

    XmlFiles(PackageFiles files, Taken taken) {
        this.files = files;
        this.taken = taken;
    }

    /** Reads a file from begin to end. */
    XmlCursor read(PackageFile file, XmlCursor.Visit root) throws IOException {
        try (InputStream bytes = files.open(file)) {
            return XmlCursor.read(bytes, new XmlLimits(file.path(), taken), root);
        }
    }

    /** How a file that was read is spelled. */
    static XmlFileFacts facts(PackageFile file, XmlCursor read) {
        return new XmlFileFacts(
                file.path(),
                read.form().bom(),
                read.form().declaration(),
                read.crlf(),
                read.form().charset().name(),
                file.bytes());
    }
}
