package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages are rewritten entry for entry, in the form that the service writes; hostile ones are refused. */
class AppPackageTest {

    private static final String FOLDER = "Microsoft.PowerApps/apps/17095642363502456728/";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    @Test
    void only_the_document_changes_and_the_manifest_is_last() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact genuine = zip(workspace, genuine());
        Artifact document = put(workspace, "app.msapp", random(300_000));
        Artifact changed = AppPackage.withDocument(genuine, document, workspace);
        try (ZipFile before = new ZipFile(workspace.file(genuine).toFile());
                ZipFile after = new ZipFile(workspace.file(changed).toFile())) {
            List<String> names = after.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            before.stream().map(ZipEntry::getName).toList());
            assertThat(names.get(names.size() - 1)).isEqualTo("manifest.json");
            for (String name : names) {
                byte[] wanted = name.endsWith(".msapp") ? random(300_000) : content(before, name);
                assertThat(content(after, name)).as(name).isEqualTo(wanted);
            }
        }
        assertThat(flags(Files.readAllBytes(workspace.file(changed)))).containsOnly(0);
    }

    @Test
    void the_same_input_gives_the_same_bytes() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact genuine = zip(workspace, genuine());
        Artifact document = put(workspace, "app.msapp", random(1000));
        assertThat(AppPackage.withDocument(genuine, document, workspace))
                .isEqualTo(AppPackage.withDocument(genuine, document, workspace));
    }

    @Test
    void the_pair_of_a_package_is_read() throws IOException {
        Workspace workspace = Workspace.at(folder);
        assertThat(AppPackage.pair(zip(workspace, genuine()), workspace))
                .isEqualTo(new PackagePair("e9a51ff4-0000-4000-8000-000000000001", "17095642363502456728"));
    }

    @Test
    void a_package_around_a_pair_has_that_pair_and_names_its_document() throws IOException {
        Workspace workspace = Workspace.at(folder);
        PackagePair pair = new PackagePair("e9a51ff4-0000-4000-8000-000000000002", "18446744073709551615");
        CanvasApp app = new CanvasApp(Item.of(CanvasApp.TYPE.key("Émile \"1\""), "a1", "Émile \"1\""));
        Artifact made = AppPackage.around(pair, app, put(workspace, "a1.msapp", random(500)), workspace);
        assertThat(AppPackage.pair(made, workspace)).isEqualTo(pair);
        Artifact again = AppPackage.withDocument(made, put(workspace, "a1.msapp", random(700)), workspace);
        try (ZipFile zip = new ZipFile(workspace.file(again).toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getSize() == 700)).hasSize(1);
            Document manifest = Document.parse(content(zip, "manifest.json"));
            assertThat(manifest.text("details", "displayName")).contains("Émile \"1\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../evil.json, holds the path segment '..'",
        "/root.json, leads out of it",
        "..\\..\\evil.json, holds the path segment '..'",
        "a\\b.json, has a backslash in its name",
        "C:evil, begins with a drive letter",
        "1:evil, leads out of it",
        "x/./y.json, holds the path segment '.'"
    })
    void an_entry_that_leads_out_of_the_package_is_refused(String name, String because) throws IOException {
        Workspace workspace = Workspace.at(folder);
        Map<String, byte[]> entries = genuine();
        entries.put(name, new byte[] {1});
        Artifact hostile = zip(workspace, entries);
        assertThatThrownBy(() -> AppPackage.pair(hostile, workspace))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(because);
    }

    @ParameterizedTest
    @CsvSource({"MANIFEST.json, differ in case only", "manifest.json, two of its entries are called manifest.json"})
    void a_name_that_occurs_twice_is_refused(String name, String because) throws IOException {
        Workspace workspace = Workspace.at(folder);
        Map<String, byte[]> entries = genuine();
        entries.put("m@nifest.json", new byte[] {1});
        String twice = new String(bytes(entries), StandardCharsets.ISO_8859_1).replace("m@nifest.json", name);
        Artifact hostile = put(workspace, "twice.zip", twice.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> AppPackage.pair(hostile, workspace))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(because);
    }

    @Test
    void zeros_behind_the_end_make_no_difference() throws IOException {
        Workspace workspace = Workspace.at(folder);
        byte[] bytes = bytes(genuine());
        Artifact padded = put(workspace, "padded.zip", Arrays.copyOf(bytes, bytes.length + 100));
        assertThat(AppPackage.pair(padded, workspace).folder()).isEqualTo("17095642363502456728");
    }

    @Test
    void an_entry_that_another_header_calls_otherwise_is_refused() throws IOException {
        Workspace workspace = Workspace.at(folder);
        byte[] bytes = bytes(genuine());
        int local = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("manifest.json");
        bytes[local] = 'n';
        Artifact hostile = put(workspace, "two.zip", bytes);
        assertThatThrownBy(() -> AppPackage.pair(hostile, workspace))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'manifest.json' is called 'nanifest.json' in its own header");
    }

    @Test
    void a_manifest_that_would_take_gigabytes_is_refused() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Map<String, byte[]> entries = genuine();
        entries.put("manifest.json", utf8("[" + "{},".repeat(5 << 20) + "{}]"));
        Artifact hostile = zip(workspace, entries);
        assertThatThrownBy(() -> AppPackage.pair(hostile, workspace))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("manifest.json is larger than 4194304 bytes");
    }

    @ParameterizedTest(name = "cut at {0} of 20")
    @ValueSource(ints = {0, 1, 5, 10, 15, 19})
    void a_truncated_package_is_refused(int twentieth) throws IOException {
        Workspace workspace = Workspace.at(folder);
        byte[] whole = bytes(genuine());
        byte[] cut = Arrays.copyOf(whole, whole.length * twentieth / 20);
        Artifact truncated = put(workspace, "cut.zip", cut);
        assertThatThrownBy(() -> AppPackage.pair(truncated, workspace)).isInstanceOf(MigrationException.class);
    }

    static Stream<Integer> seeds() {
        return Stream.iterate(0, seed -> seed + 1).limit(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_package_with_broken_bytes_is_refused_or_read_but_never_crashes(int seed) throws IOException {
        Workspace workspace = Workspace.at(folder);
        byte[] bytes = bytes(genuine());
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Artifact broken = put(workspace, "broken.zip", bytes);
        Artifact document = put(workspace, "app.msapp", random(100));
        try {
            AppPackage.withDocument(broken, document, workspace);
        } catch (MigrationException expected) {
            assertThat(expected.remedy()).isNotBlank();
        }
    }

    @Test
    void real_packages_keep_all_but_their_document() throws IOException {
        Path real = Path.of(System.getProperty("powermigrate.shared", "../shared"), "fixtures", "packages");
        Assumptions.assumeTrue(Files.isDirectory(real), "the real packages are not here");
        Workspace workspace = Workspace.at(folder);
        int read = 0;
        try (Stream<Path> files = Files.list(real)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                if (!isAppPackage(file)) {
                    continue;
                }
                read++;
                Artifact genuine = put(workspace, "p.zip", Files.readAllBytes(file));
                Artifact changed = AppPackage.withDocument(genuine, put(workspace, "a.msapp", random(10)), workspace);
                assertThat(AppPackage.pair(changed, workspace)).isEqualTo(AppPackage.pair(genuine, workspace));
                same_except_the_document(workspace.file(genuine), workspace.file(changed));
            }
        }
        assertThat(read).isGreaterThan(1);
    }

    private static void same_except_the_document(Path genuine, Path changed) throws IOException {
        try (ZipFile before = new ZipFile(genuine.toFile());
                ZipFile after = new ZipFile(changed.toFile())) {
            assertThat(after.size()).isEqualTo(before.size());
            for (ZipEntry entry : java.util.Collections.list(before.entries())) {
                byte[] wanted = entry.getName().endsWith(".msapp") ? random(10) : content(before, entry.getName());
                assertThat(content(after, entry.getName())).as(entry.getName()).isEqualTo(wanted);
            }
        }
    }

    private static boolean isAppPackage(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith("Microsoft.PowerApps/apps/"));
        }
    }

    private static Map<String, byte[]> genuine() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                FOLDER + "17095642363502456728.json",
                utf8("{\"appDefinitionTemplate\":{\"properties\":{\"appUris\":{\"documentUri\":{\"value\":"
                        + "\"/17095642363502456728/N1-document.msapp\"}}}}}"));
        entries.put(FOLDER + "N1-document.msapp", random(2000));
        entries.put(FOLDER + "N1-small.png", random(50));
        entries.put(
                "manifest.json",
                utf8("{\"resources\":{\"k0\":{\"type\":\"Microsoft.PowerApps/apis\"},"
                        + "\"e9a51ff4-0000-4000-8000-000000000001\":{\"type\":\"Microsoft.PowerApps/apps\"}}}"));
        return entries;
    }

    private static Artifact zip(Workspace workspace, Map<String, byte[]> entries) throws IOException {
        return put(workspace, "genuine.zip", bytes(entries));
    }

    private static byte[] bytes(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Artifact put(Workspace workspace, String name, byte[] bytes) {
        return workspace.put(name, "application/zip", new ByteArrayInputStream(bytes));
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream bytes = zip.getInputStream(zip.getEntry(name))) {
            return bytes.readAllBytes();
        }
    }

    /** The flags of every local header. */
    private static List<Integer> flags(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> flags = new ArrayList<>();
        for (int at = 0; bytes.getInt(at) == 0x04034b50; ) {
            flags.add((int) bytes.getShort(at + 6));
            at += 30 + bytes.getShort(at + 26) + bytes.getShort(at + 28) + bytes.getInt(at + 18);
        }
        return flags;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
