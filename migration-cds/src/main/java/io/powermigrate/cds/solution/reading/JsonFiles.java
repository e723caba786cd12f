package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.input.Limit;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.io.InputStream;

/** The JSON files of a package. */
final class JsonFiles {

    private final PackageFiles files;
    private final Taken taken;

    JsonFiles(PackageFiles files, Taken taken) {
        this.files = files;
        this.taken = taken;
    }

    /** What stands at a path of a file; without a path all of it. */
    Document read(PackageFile file, String... path) throws IOException {
        if (file.bytes() > taken.refusals().limits().of(Limit.JSON)) {
            throw taken.refusals()
                    .beyond("its file '" + Shown.name(file.path()) + "'", "has more bytes than that", Limit.JSON);
        }
        try (InputStream bytes = files.open(file)) {
            return Document.parse(bytes, path);
        } catch (MigrationException damaged) {
            throw taken.refusals()
                    .refused(
                            "its file '" + Shown.name(file.path()) + "' is no JSON, or beyond its limits ("
                                    + damaged.problem() + ")",
                            "Export the package again",
                            damaged);
        }
    }
}
