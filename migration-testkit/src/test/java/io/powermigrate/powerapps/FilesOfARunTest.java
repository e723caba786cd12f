package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.auth.Credentials;
import io.powermigrate.auth.PersistentCache;
import io.powermigrate.auth.SignInSettings;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.journal.Journal;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.demo.DemoWorld;
import io.powermigrate.testkit.fake.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the library writes on this computer, nobody but the owner can read. */
class FilesOfARunTest {

    @TempDir
    Path folder;

    @Test
    void every_file_of_a_whole_migration_is_for_its_owner_only() throws IOException {
        try (DemoWorld world = DemoWorld.builtIn()) {
            signIn(world);
            migrate(world);
        }
        Map<String, String> written = permissions();
        assertThat(written.keySet())
                .map(FilesOfARunTest::kind)
                .containsOnly(
                        "journal",
                        "journal/journal.jsonl",
                        "journal/journal.lock",
                        "plan.json",
                        "report.json",
                        "report.txt",
                        "snapshot.json",
                        "there.msapp",
                        "tokens",
                        "tokens/<tenant and client>",
                        "tokens/<tenant and client>.lock",
                        "work",
                        "work/<digest>",
                        "work/by-hand",
                        "work/by-hand/<name>.json",
                        "work/names",
                        "work/names/<digest>");
        assertThat(written).allSatisfy((file, permissions) -> assertThat(permissions)
                .isEqualTo(Files.isDirectory(folder.resolve(file)) ? "rwx------" : "rw-------"));
    }

    private void migrate(DemoWorld world) {
        try (Workspace workspace = Workspace.at(folder.resolve("work"));
                Migration migration = world.migration()
                        .workspace(workspace)
                        .journal(Journal.in(folder.resolve("journal")))
                        .build()) {
            Plan plan = migration.plan();
            plan.writeTo(folder.resolve("plan.json"));
            Instant now = world.fake().clock().instant();
            Report report = migration.execute(plan.approve(Approval.by("ada@contoso.com", now)));
            report.writeTo(folder.resolve("report.txt"));
            report.writeTo(folder.resolve("report.json"));
            migration.inventory().writeTo(folder.resolve("snapshot.json"));
            CanvasApp app = migration.read().source().all(CanvasApp.TYPE).get(0);
            CanvasDocument.open(workspace.file(app.document().orElseThrow()))
                    .rebind(Rebinding.builder().build())
                    .writeTo(folder.resolve("there.msapp"));
        }
    }

    private void signIn(DemoWorld world) {
        FakeUser user = world.fake().tenant("contoso.onmicrosoft.com").user("eve@contoso.com", "loom");
        SignInSettings settings = SignInSettings.builder()
                .http(world.fake().settings())
                .cache(PersistentCache.in(folder.resolve("tokens")))
                .build();
        Credentials.deviceCode("a-client", prompt -> user.enters(prompt.userCode()), settings)
                .token(TokenRequest.of(
                        world.fake().cloud().authority(), user.tenant().domain(), "https://a"));
    }

    private Map<String, String> permissions() throws IOException {
        Map<String, String> permissions = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(path -> !path.equals(folder)).toList()) {
                permissions.put(
                        folder.relativize(each).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        return permissions;
    }

    private static String kind(String file) {
        return file.replaceAll("[0-9a-f]{64}", "<digest>")
                .replaceAll("by-hand/.*\\.json$", "by-hand/<name>.json")
                .replaceAll("tokens/.*?(\\.lock)?$", "tokens/<tenant and client>$1");
    }
}
