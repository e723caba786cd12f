package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.RealPackages;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of an import: wire/dataverse.md, section 2.7. */
class FormattedResultsTest {

    private static final String BOOK = """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:s" xmlns:ss="urn:ss"><Worksheet ss:Name="Components"><Table>
            <Row><Cell><Data>%s</Data></Cell><Cell><Data>Localized Name</Data></Cell><Cell><Data>Status</Data></Cell>
            <Cell><Data>ErrorCode</Data></Cell><Cell><Data>ErrorText</Data></Cell></Row>
            %s</Table></Worksheet></Workbook>""";

    @ParameterizedTest
    @ValueSource(strings = {"Item Type", "ItemType"})
    void heads_count_with_and_without_spaces(String head) {
        FormattedResults results = FormattedResults.of(BOOK.formatted(head, """
                <Row><Cell><Data>Role</Data></Cell><Cell><Data>Clerk</Data></Cell><Cell><Data>Failure</Data></Cell>
                <Cell><Data>0x80048017</Data></Cell><Cell><Data>Name in use</Data></Cell></Row>"""));

        assertThat(results.components()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo("Role");
            assertThat(each.name()).isEqualTo("Clerk");
            assertThat(each.failed()).isTrue();
            assertThat(each.error().reason()).isPresent();
        });
    }

    @Test
    void cells_without_data_and_cells_that_tell_their_place_shift_nothing() {
        FormattedResults results = FormattedResults.of(BOOK.formatted("Item Type", """
                <Row><Cell/><Cell><Data>Clerk</Data></Cell><Cell ss:Index="4"><Data>0x80048017</Data></Cell>
                <Cell><Data>Name in use</Data></Cell></Row>"""));

        assertThat(results.components()).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("Clerk");
            assertThat(each.failed()).isFalse();
            assertThat(each.error().code()).isEqualTo("0x80048017");
            assertThat(each.error().words()).isEqualTo("Name in use");
        });
    }

    @Test
    void a_row_that_was_processed_is_no_remark_and_a_failure_without_words_is_one() {
        FormattedResults results = FormattedResults.of(BOOK.formatted("Item Type", """
                <Row><Cell><Data>Role</Data></Cell><Cell><Data>A</Data></Cell><Cell><Data>Processed</Data></Cell>
                <Cell><Data>0</Data></Cell><Cell><Data></Data></Cell></Row>
                <Row><Cell><Data>Role</Data></Cell><Cell><Data>B</Data></Cell><Cell><Data>Failure</Data></Cell></Row>"""));

        assertThat(results.components()).extracting(ComponentResult::name).containsExactly("B");
    }

    @Test
    void a_workbook_that_is_cut_is_known_to_be_cut() {
        assertThat(FormattedResults.of("<Workbook><Worksheet>").whole()).isFalse();
        assertThat(FormattedResults.of("").whole()).isTrue();
    }

    @Test
    void the_recorded_workbook_of_an_import_that_passed_holds_no_failure() throws IOException {
        String book = RealPackages.oracle("recorded/solution/get_solution_import_result.json")
                .text("SolutionOperationResult", "FormattedResults")
                .orElseThrow();

        FormattedResults results = FormattedResults.of(book);

        assertThat(results.whole()).isTrue();
        assertThat(results.components()).noneMatch(ComponentResult::failed);
        assertThat(FormattedResults.of(book.replace(">Processed<", ">Failure<")).components())
                .filteredOn(ComponentResult::failed)
                .extracting(ComponentResult::kind)
                .contains("Transform Package", "Entity");
    }
}
