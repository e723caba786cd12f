package io.powermigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.MappingFile.Entry;
import io.powermigrate.model.MappingFile.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping in a file: nothing of it is lost, and what is wrong with it is told with its line. */
class MappingFileTest {

    private static final String[] BITS = {
        "a",
        "=",
        "+1",
        "-",
        "@",
        "'",
        "'=",
        "\"",
        ",",
        ";",
        "\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "ä",
        "\uD83D\uDE80",
        "#",
        "null",
        "{}",
        "\\"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({"1,json", "2,json", "3,csv", "4,csv", "5,csv"})
    void what_is_written_is_read_without_loss(long seed, String ending) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("lines." + ending);
        Path again = folder.resolve("again." + ending);
        for (int i = 0; i < 60; i++) {
            List<Entry> entries = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                entries.add(entry(random));
            }
            MappingFile.of(entries).writeTo(file);
            MappingFile read = MappingFile.read(file);
            assertThat(read.entries()).isEqualTo(entries);
            read.writeTo(again);
            assertThat(again).hasSameBinaryContentAs(file);
        }
    }

    private static Entry entry(Random random) {
        State state = State.values()[random.nextInt(State.values().length)];
        String to = text(random);
        return new Entry(
                state, text(random), "t" + text(random), text(random), text(random), to, text(random), text(random));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            text.append(BITS[random.nextInt(BITS.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines.json", "lines.csv"})
    void a_mapping_keeps_its_lines_and_layers(String name) {
        Mapping all = Mapping.of(Binding.of("text", "sql.contoso.com", "sql.fabrikam.com"), Binding.asNew("app", "a1"));
        Mapping mapping = Mapping.of(Binding.of("text", "sql.contoso.com", "sql.customer.com"))
                .over(all, "customer");
        MappingFile.of(mapping).writeTo(folder.resolve(name));
        Mapping read = MappingFile.read(folder.resolve(name)).mapping();
        assertThat(read.lines()).isEqualTo(mapping.lines());
        assertThat(read.find(SlotType.TEXT, "sql.contoso.com")).contains(new Bound("sql.customer.com", "customer"));
    }

    @Test
    void a_table_of_a_spreadsheet_is_read_with_its_own_columns_and_semicolons() throws IOException {
        MappingFile read =
                read("lines.csv", "\ufeffFrom;To;Type;Comment\r\na1;d1;app;\"kept; with care\"\r\n\r\na2;;app;\r\n");
        assertThat(read.entries())
                .containsExactly(
                        new Entry(State.LINE, "", "app", "a1", "", "d1", "", "kept; with care"),
                        new Entry(State.OPEN, "", "app", "a2", "", "", "", ""));
        assertThat(read.mapping().lines()).containsExactly("mapping: app a1 -> d1");
        assertThat(read.open()).hasSize(1);
    }

    @Test
    void a_spreadsheet_takes_no_value_for_a_formula() throws IOException {
        Path file = folder.resolve("lines.csv");
        MappingFile.of(List.of(Entry.of(Binding.of("text", "=HYPERLINK(1)", "@x"))))
                .writeTo(file);
        assertThat(file).content().contains("'=HYPERLINK(1)").contains("'@x");
        assertThat(MappingFile.read(file).mapping().given()).containsExactly(Binding.of("text", "=HYPERLINK(1)", "@x"));
    }

    @Test
    void an_open_line_that_is_filled_in_is_a_line_and_a_candidate_is_none() throws IOException {
        Mapping mapping = read(
                        "lines.csv",
                        "state,type,from,to\nOPEN,app,a1,d1\nOPEN,app,a2,\nCANDIDATE,app,a2,d2\nCOMMENT,,,\n")
                .mapping();
        assertThat(mapping.lines()).containsExactly("mapping: app a1 -> d1");
        assertThat(mapping.place(Binding.of("app", "a1", "d1"))).contains(folder.resolve("lines.csv") + ", line 2");
    }

    @Test
    void a_line_of_json_knows_its_place_too() throws IOException {
        Path file = folder.resolve("lines.json");
        MappingFile.of(List.of(Entry.comment("by Ada"), Entry.of(Binding.of("app", "a1", "d1"))))
                .writeTo(file);
        int line = Files.readAllLines(file).indexOf("      \"from\": \"a1\",");
        assertThat(MappingFile.read(file).mapping().place(Binding.of("app", "a1", "d1")))
                .contains(file + ", line " + line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines.csv|type,from\\n|its first line names no column \"to\"",
                "lines.csv|type,from,to,too\\n|the column \"too\", which is unknown",
                "lines.csv|type,from,to\\n\\napp,a,b,c\\n|line 3 has 4 values, and there are 3 columns",
                "lines.csv|state,type,from,to\\nDONE,app,a,b\\n|line 2 has the state \"DONE\"",
                "lines.csv|type,from,to\\n\"app,a,b\\n|the quote in line 2 is never closed",
                "lines.csv|type,from,to\\napp,a,b\\nApp,x,y\\napp,A,c\\n|line 4 binds the app \"A\" a second time in the layer mapping, after",
                "lines.csv|state,type,from,to\\nLINE,app,,b\\n|line 2 lacks a value",
                "lines.json|{\"version\":2}|a newer version of this library",
                "lines.json|{\"version\":1,\"entries\":[null]}|one of its entries is null",
                "lines.json|{\"version\":1,\"entries\":[{\"form\":\"a\"}]}|it holds \"form\"",
                "lines.txt|type,from,to\\n|Name a file that ends in .json or .csv"
            })
    void what_is_wrong_is_told_with_file_and_line(String name, String content, String told) {
        assertThatThrownBy(() -> read(name, content.replace("\\n", "\n")).mapping())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(name);
    }

    private MappingFile read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return MappingFile.read(file);
    }
}
