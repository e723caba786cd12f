package example.files;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.MappingFile;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** {@code Main FROM TO KEPT}: moves the files of a folder; plan, mapping, journal and workspace are kept in the third one. */
public final class Main {

    private Main() {}

    public static void main(String... folders) throws IOException {
        Path kept = Files.createDirectories(Path.of(folders[2]));
        try (Endpoint source = Folder.open(Path.of(folders[0]));
                Endpoint destination = Folder.open(Path.of(folders[1]));
                Workspace workspace = Workspace.at(kept.resolve("workspace"));
                Journal journal = Journal.in(kept.resolve("journal"));
                Migration migration = Migration.from(source)
                        .to(destination)
                        .install(new FilesPlugin())
                        .mapping(mapping(kept.resolve("mapping.csv")))
                        .workspace(workspace)
                        .journal(journal)
                        .build()) {
            migration.plan().writeTo(kept.resolve("plan.json"));
            Plan plan = Plan.read(kept.resolve("plan.json")); // somebody may have reviewed it meanwhile
            plan.openLines().writeTo(kept.resolve("open.csv"));
            plan.writeTo(kept.resolve("plan.html"));
            System.out.println(plan.toText());
            if (plan.changes() == 0) {
                System.out.println("nothing to be done");
                return;
            }
            Report report = migration.execute(plan.approve(Approval.by("ada@contoso.com", Instant.now())));
            System.out.println(report.toText());
            report.orThrow();
        }
    }

    /** The lines that somebody has filled in; what is open in the plan stands in {@code open.csv}. */
    private static Mapping mapping(Path file) {
        return Files.exists(file) ? MappingFile.read(file).mapping() : Mapping.none();
    }
}
