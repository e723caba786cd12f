package io.powermigrate.cds.webapi;

import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.transfer.ImportVerdict;
import io.powermigrate.cds.transfer.ImportWish;
import io.powermigrate.cds.transfer.SolutionExport;
import io.powermigrate.cds.transfer.SolutionImport;
import io.powermigrate.cds.transfer.SolutionStaging;
import io.powermigrate.cds.transfer.Staged;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.model.Artifact;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakeAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A program with little memory that takes a package out of one environment and into another. */
final class SmallMover {

    static final String TENANT = "contoso.onmicrosoft.com";
    static final String USER = "ada@contoso.com";
    static final String PASSWORD = "correct horse";
    static final String SOLUTION = "Large";

    private final Workspace workspace;

    private SmallMover(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What it said to its end, line by line. */
    static List<String> running(String memory, Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                SmallMover.class.getName()));
        command.addAll(List.of(arguments));
        command.add(folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = said.lines().toList();
            process.waitFor();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** {@code address source destination folder}. */
    public static void main(String... arguments) {
        FakeAddress fake = FakeAddress.of(URI.create(arguments[0]));
        try (Workspace workspace = Workspace.at(Path.of(arguments[3], "workspace"));
                Endpoint source = connect(fake, arguments[1]);
                Endpoint destination = connect(fake, arguments[2])) {
            SmallMover mover = new SmallMover(workspace);
            Artifact zip = mover.exported(source.client(Dataverse.KEY));
            mover.imported(destination.client(Dataverse.KEY), zip);
        }
    }

    private static Endpoint connect(FakeAddress fake, String environment) {
        return PowerPlatform.connect(
                Environment.of(fake.cloud(), TENANT, environment),
                fake.user(USER, PASSWORD, Clock.systemUTC()),
                HttpSettings.standard());
    }

    private Artifact exported(Dataverse source) {
        Artifact zip = new SolutionExport(source, workspace).export(SOLUTION, false, progress -> {});
        String name =
                SolutionPackage.open(workspace.file(zip)).facts().manifest().uniqueName();
        System.out.println("exported " + name + " " + zip.size());
        return zip;
    }

    private void imported(Dataverse destination, Artifact zip) {
        FileMember file = FileMember.of("CustomizationFile", workspace, zip);
        Staged staged = new SolutionStaging(destination).stage(file);
        System.out.println("staged " + staged.issues());
        ImportVerdict verdict = run(destination, new ImportWish(SOLUTION, staged.uploadId(), file, false, false));
        System.out.println("imported " + verdict.components());
        run(destination, new ImportWish(SOLUTION, null, file, false, false));
        System.out.println("imported by file");
    }

    static ImportVerdict run(Dataverse destination, ImportWish wish) {
        SolutionImport operation = new SolutionImport(destination, wish, destination.time(), progress -> {});
        operation.prepare();
        return operation.await(operation.start());
    }
}
