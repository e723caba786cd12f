package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.facts.Separator;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are broken, or made to harm. */
class HostileArchiveTest {

    private static final byte[] GOOD = Msapp.small().toBytes();

    @Test
    void an_empty_file_is_no_complete_zip() {
        refused(new byte[0], "not a complete zip", "it is empty");
    }

    @Test
    void another_format_is_told_by_its_first_bytes() {
        byte[] page = "<!DOCTYPE html><html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8);
        refused(page, "not a zip", "3c21444f", "error page");
    }

    @Test
    void a_zip_without_header_is_no_document() {
        refused(
                new Msapp().json("manifest.json", "{}").toBytes(),
                "no Header.json",
                "a package or solution holds it inside");
    }

    @Test
    void a_truncated_document_is_refused_wherever_it_was_cut_seed_7() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int length = random.nextInt(GOOD.length);
            refused(Arrays.copyOf(GOOD, length), "not a complete zip");
        }
    }

    @Test
    void a_document_whose_end_became_nuls_is_refused() {
        byte[] padded = Arrays.copyOf(Arrays.copyOf(GOOD, GOOD.length * 2 / 3), GOOD.length + 4096);
        refused(padded, "not a complete zip", "central directory at its end is missing");
        byte[] followed = Arrays.copyOf(GOOD, GOOD.length + 1);
        followed[GOOD.length] = 7;
        refused(followed, "not a complete zip", "bytes that are not zero follow its end record");
    }

    @Test
    void any_changed_byte_is_read_or_refused_but_never_anything_else_seed_11() {
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            byte[] changed = GOOD.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                Msapp.open(changed).normalForm();
            } catch (MigrationException refusal) {
                assertThat(refusal.problem()).startsWith("The canvas document 'small.msapp' was not read because ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Header.json",
                "Controls\\..\\..\\x.json",
                "C:\\x.json",
                "a//b.json",
                "./x.json",
                "bad\nname.json",
                "nul\0.json"
            })
    void a_name_that_leads_elsewhere_is_refused(String name) {
        assertThatThrownBy(() -> Msapp.small().json(name, "{}").open())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the name of its entry")
                .hasMessageNotContaining("\n");
    }

    @Test
    void leading_separators_and_slashes_are_accepted() {
        CanvasDocument document = Msapp.small()
                .bytes("\\Resources\\Controls\\x.js", new byte[3])
                .json("/a/b.json", "{}")
                .open();

        assertThat(document.facts().archive().leadingSeparators())
                .containsExactly("\\Resources\\Controls\\x.js", "/a/b.json");
        assertThat(document.facts().archive().separator()).isEqualTo(Separator.MIXED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"controls\\1.JSON", "CONTROLS/1.json"})
    void two_entries_whose_names_differ_in_case_only_are_refused(String twin) {
        refused(Msapp.small().json(twin, "{}").toBytes(), "differ in case only");
    }

    @Test
    void encrypted_entries_and_unknown_compression_are_refused() {
        byte[] encrypted = GOOD.clone();
        encrypted[directory(encrypted) + 8] |= 1;
        refused(encrypted, "'Header.json' is encrypted");
        byte[] lzma = GOOD.clone();
        lzma[directory(lzma) + 10] = 14;
        refused(lzma, "compressed by method 14");
    }

    @Test
    void sizes_are_counted_and_not_believed() {
        byte[] bomb =
                Msapp.small().bytes("Assets\\zeros.json", new byte[8 << 20]).toBytes();
        refused(bomb, "'Assets\\zeros.json'", "inflates from", "the limit 'ratio' is 200");

        byte[] lying = bomb.clone();
        int line = directoryLine(lying, "Assets\\zeros.json");
        Arrays.fill(lying, line + 24, line + 28, (byte) 1);
        refused(lying, "the limit 'ratio' is 200");
    }

    @Test
    void every_limit_says_its_name_and_value() {
        byte[] large = Msapp.small().bytes("Assets\\noise.bin", noise(300_000)).toBytes();
        Limits limits = Limits.defaults();

        refused(large, limits.withEntry(200_000), "the limit 'entry' is 200000", "withEntry");
        refused(large, limits.withTotal(200_000), "the limit 'total' is 200000", "withTotal");
        refused(large, limits.withArchive(200_000), "the limit 'archive' is 200000", "withArchive");
        refused(large, limits.withEntries(3), "has 4 entries", "the limit 'entries' is 3", "withEntries");
    }

    @Test
    void deep_json_is_refused() {
        String deep = "{'a':" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        refused(Msapp.small().json("References\\DataSources.json", deep).toBytes(), "the limit 'jsonDepth' is 200");
        refused(Msapp.small().json("Assets\\own.json", deep).toBytes(), "the limit 'jsonDepth' is 200");
    }

    @Test
    void a_huge_string_is_refused_where_it_is_read_and_passed_over_elsewhere() {
        String huge = "x".repeat(2_000_000);
        Limits limits = Limits.defaults().withText(1_000_000).withRatio(2000);
        byte[] read =
                Msapp.small().json("Properties.json", "{'Name':'" + huge + "'}").toBytes();
        refused(read, limits, "'Properties.json' holds a JSON value that is too long", "withText");

        byte[] passed =
                Msapp.small().json("Themes.json", "{'Name':'" + huge + "'}").toBytes();
        assertThat(Msapp.open(passed, limits).header().docVersion()).isEqualTo("1.326");
    }

    @Test
    void broken_json_is_refused_without_quoting_it() {
        byte[] broken =
                Msapp.small().json("Properties.json", "{'Name': sig=SECRET }").toBytes();
        assertThatThrownBy(() -> Msapp.open(broken))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'Properties.json' is not well-formed JSON at byte")
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @Test
    void json_that_nobody_reads_may_be_broken() {
        CanvasDocument document =
                Msapp.small().json("Resources\\Controls\\x.json", "not json").open();
        assertThat(document.normalForm()).hasSize(64);
    }

    @Test
    void a_stream_that_fails_and_a_file_that_is_absent_are_told(@TempDir Path folder) throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> CanvasDocument.read(failing)).hasMessageContaining("could not be read (IOException)");
        assertThatThrownBy(() -> CanvasDocument.open(folder.resolve("absent.msapp")))
                .hasMessageContaining("'absent.msapp'")
                .hasMessageContaining("NoSuchFileException");

        Path file = Files.write(folder.resolve("a.msapp"), GOOD);
        CanvasDocument document = CanvasDocument.open(file);
        assertThat(document.normalForm()).isEqualTo(Msapp.open(GOOD).normalForm());
        Files.write(file, Msapp.small().json("Themes.json", "{}").toBytes());
        assertThatThrownBy(document::normalForm).hasMessageContaining("changed after it was opened");
    }

    @Test
    void a_stream_is_not_closed() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream bytes = new ByteArrayInputStream(GOOD) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        CanvasDocument.read(bytes);
        assertThat(closed).containsExactly(false);
    }

    private static void refused(byte[] bytes, String... parts) {
        refused(bytes, Limits.defaults(), parts);
    }

    private static void refused(byte[] bytes, Limits limits, String... parts) {
        assertThatThrownBy(() -> Msapp.open(bytes, limits))
                .isInstanceOf(MigrationException.class)
                .message()
                .startsWith("The canvas document 'small.msapp' was not read because ")
                .contains(parts);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    /** Where the central directory begins: the end record has no comment here. */
    private static int directory(byte[] zip) {
        int end = zip.length - 22 + 16;
        return zip[end] & 0xff | (zip[end + 1] & 0xff) << 8 | (zip[end + 2] & 0xff) << 16;
    }

    private static int directoryLine(byte[] zip, String name) {
        return new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(name) - 46;
    }
}
