package io.powermigrate.testkit.msapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The zip facts of wire/msapp.md, section 1.1. */
class ContainerTest {
    private record Stored(String name, int madeBy, int needed, int flags, int method, int extra, int attributes) {}

    @Test
    void every_entry_is_deflated_with_flags_zero_and_a_backslash_name() {
        for (byte[] document : Documents.samples()) {
            assertThat(directory(document)).hasSizeGreaterThan(8).allSatisfy(entry -> {
                assertThat(entry.madeBy()).isEqualTo(20);
                assertThat(entry.needed()).isEqualTo(20);
                assertThat(entry.flags()).isZero();
                assertThat(entry.method()).isEqualTo(8);
                assertThat(entry.extra()).isZero();
                assertThat(entry.attributes()).isZero();
                assertThat(entry.name())
                        .doesNotContain("/")
                        .doesNotStartWith("\\")
                        .doesNotEndWith("\\");
                assertThat(entry.name().chars()).allMatch(c -> c < 128);
            });
            assertThat(directory(document).stream().map(entry -> entry.name().toLowerCase(java.util.Locale.ROOT)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_local_headers_hold_sizes_and_crc_because_nothing_follows_the_data() {
        ByteBuffer zip = ByteBuffer.wrap(SampleDocuments.nothing()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(zip.getInt(0)).isEqualTo(0x04034b50);
        assertThat(zip.getShort(6)).isZero();
        assertThat(zip.getInt(14)).isNotZero();
        assertThat(zip.getInt(18)).isPositive();
        assertThat(zip.getInt(22)).isPositive();
    }

    @Test
    void a_document_opens_with_a_zip_file_too(@TempDir Path folder) throws IOException {
        for (byte[] document : Documents.samples()) {
            Path file = Files.write(folder.resolve("any.msapp"), document);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.size()).isEqualTo(Msapp.of(document).entries().size());
                assertThat(zip.getEntry("Header.json")).isNotNull();
            }
        }
    }

    @Test
    void an_entry_of_any_size_comes_back_as_it_was() {
        byte[] big = "0123456789".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        DeflatedZip zip = new DeflatedZip(java.time.LocalDateTime.of(2025, 1, 1, 0, 0));
        Msapp read = Msapp.of(zip.add("big", big).add("empty", new byte[0]).toBytes());
        assertThat(read.entries()).containsOnlyKeys("big", "empty");
        assertThat(read.entries().get("big")).isEqualTo(big);
        assertThat(read.entries().get("empty")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_entry_begins_with_a_byte_order_mark_and_none_is_a_checksum(Generation generation) {
        for (Msapp document : Documents.all(generation)) {
            assertThat(document.entries()).doesNotContainKey("checksum.json");
            document.entries().keySet().forEach(entry -> assertThat(document.text(entry))
                    .doesNotStartWith("\ufeff"));
        }
    }

    @Test
    void an_older_document_is_compact() {
        for (Msapp document : Documents.all(Generation.V2_0)) {
            assertThat(document.entries().keySet())
                    .allSatisfy(entry -> assertThat(document.text(entry)).doesNotContain("\n"));
        }
    }

    @Test
    void a_newer_document_is_indented_with_crlf_but_for_header_publish_info_and_checker() {
        List<String> compact = List.of("Header.json", "Resources\\PublishInfo.json", "AppCheckerResult.sarif");
        for (Msapp document : Documents.all(Generation.V2_4)) {
            for (String entry : document.entries().keySet()) {
                String text = document.text(entry);
                if (compact.contains(entry)) {
                    assertThat(text).doesNotContain("\n");
                } else {
                    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
                    assertThat(text).contains("\r\n");
                }
            }
            assertThat(document.text("Properties.json")).startsWith("{\r\n  \"Author\": \"\",\r\n  \"Name\": \"");
        }
        assertThat(Msapp.of(SampleDocuments.nothing()).text("References\\Resources.json"))
                .isEqualTo("{\r\n  \"Resources\": []\r\n}");
    }

    @Test
    void the_entries_stand_in_the_order_of_the_service() {
        assertThat(Msapp.of(SampleDocuments.nothingOlder()).entries().keySet())
                .containsExactly(
                        "Header.json",
                        "Properties.json",
                        "Controls\\3.json",
                        "Controls\\1.json",
                        "References\\Themes.json",
                        "References\\DataSources.json",
                        "References\\Resources.json",
                        "References\\Templates.json",
                        "AppCheckerResult.sarif",
                        "Resources\\PublishInfo.json");
        assertThat(Msapp.of(SampleDocuments.nothing()).entries().keySet())
                .startsWith(".gitignore", "Header.json", "Properties.json", "Controls\\4.json")
                .contains("Src\\Converter.pa.yaml", "Src\\App.pa.yaml", "Src\\_EditorState.pa.yaml");
    }

    private static List<Stored> directory(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        assertThat(zip.getInt(end)).isEqualTo(0x06054b50);
        int at = zip.getInt(end + 16);
        List<Stored> entries = new ArrayList<>();
        for (int i = 0; i < zip.getShort(end + 10); i++) {
            assertThat(zip.getInt(at)).isEqualTo(0x02014b50);
            int length = zip.getShort(at + 28);
            String name = new String(bytes, at + 46, length, StandardCharsets.US_ASCII);
            entries.add(new Stored(
                    name,
                    zip.getShort(at + 4),
                    zip.getShort(at + 6),
                    zip.getShort(at + 8),
                    zip.getShort(at + 10),
                    zip.getShort(at + 30),
                    zip.getInt(at + 38)));
            at += 46 + length;
        }
        return entries;
    }
}
