package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.facts.ConnectionReference;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every real document that is at hand, also inside packages and solutions. */
class RealDocumentsTest {

    private static final int MEASURED = 53;

    @Test
    void every_document_opens_and_has_a_normal_form() throws Exception {
        Map<String, byte[]> documents = Fixtures.documents();
        documents.forEach((name, bytes) -> {
            CanvasDocument document = Msapp.open(bytes);
            assertThat(document.header().docVersion()).as(name).startsWith("1.");
            assertThat(document.normalForm()).as(name).hasSize(64);
            assertThat(document.facts().contradictions()).as(name).isEmpty();
            assertThat(document.facts().toString()).as(name).doesNotContainPattern("sig=[^*]");
        });
        System.out.println(documents.size() + " real documents were opened");
        assertThat(documents).hasSizeGreaterThanOrEqualTo(MEASURED);
    }

    @Test
    void flows_tables_and_connectors_are_found_also_where_no_reference_names_them() {
        CanvasDocument weather = CanvasDocument.open(Fixtures.folder("msapp").resolve("Weather.msapp"));

        assertThat(weather.facts().flows()).hasSize(1);
        assertThat(weather.connectionReferences())
                .extracting(ConnectionReference::workflowName)
                .containsOnlyNulls();
        assertThat(weather.connectionReferences())
                .filteredOn(ConnectionReference::customConnector)
                .extracting(ConnectionReference::connector)
                .containsExactly("shared_openweather-20connector-5f0f321de3082a67e9-5fe1fd9d61a58e062d");

        CanvasDocument timesheet =
                CanvasDocument.open(Fixtures.folder("msapp").resolve("new_timesheet_8408d_DocumentUri.msapp"));
        assertThat(timesheet.facts().tables()).containsExactly("new_projects", "new_timesheets");
    }
}
