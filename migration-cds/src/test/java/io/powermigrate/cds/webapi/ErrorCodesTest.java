package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One code has many spellings on the wire, and every code of the facts has a reason and a remedy. */
class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource({
        "0x80040217,0x80040217",
        "0x80048d01f,''",
        "80040217,0x80040217",
        "-2147220969,0x80040217",
        "2147746327,0x80040217",
        "-2147188707,0x8004801D",
        "-2147188672,0x80048040",
        "-2147015902,0x80072322",
        "0x8004801d,0x8004801D",
        "8004801E,0x8004801E",
        "0x0,''",
        "0,''",
        "'',''",
        "invalid,''",
        "99999999999,''"
    })
    void every_spelling_of_a_code_becomes_one(String told, String code) {
        assertThat(ErrorCode.of(told)).isEqualTo(code);
    }

    @Test
    void every_code_of_the_facts_has_a_reason_and_a_remedy() throws Exception {
        String facts = Files.readString(Path.of("../docs/wire/dataverse.md"));
        String section = facts.substring(facts.indexOf("### 1.4"), facts.indexOf("### 1.5"));
        TreeSet<String> unknown = new TreeSet<>();
        Matcher each = Pattern.compile("0x8[0-9A-Fa-f]{7}").matcher(section);
        while (each.find()) {
            DataverseError error = DataverseError.of(each.group(), "");
            if (error.reason().isEmpty() || error.remedy().isEmpty()) {
                unknown.add(each.group());
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void reasons_are_clauses_and_remedies_are_sentences_without_a_full_stop() {
        for (ErrorTable.Row row : List.copyOf(ErrorTable.all().values())) {
            assertThat(row.reason()).doesNotEndWith(".").isNotBlank();
            assertThat(row.remedy()).doesNotEndWith(".").isNotBlank();
            String first = row.remedy().substring(0, 1);
            assertThat(first).isEqualTo(first.toUpperCase(Locale.ROOT));
        }
    }
}
