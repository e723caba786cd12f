package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verdict on an import: wire/dataverse-facts.md, A2. */
class EvidenceTest {

    private static final JobData FAILED = JobData.of("<importexportxml succeeded=\"false\" status=\"It broke\"/>");

    @Test
    void the_result_counts_more_than_the_document_of_the_job() {
        assertThat(evidence(Map.of("Status", "Passed"), FAILED).succeeded()).isTrue();
        assertThat(evidence(Map.of("Status", "Failed"), JobData.none()).succeeded())
                .isFalse();
    }

    @Test
    void without_a_result_the_document_of_the_job_counts() {
        assertThat(new Evidence(List.of(), Document.missing(), FAILED).succeeded())
                .isFalse();
    }

    @Test
    void an_error_message_beside_passed_is_a_warning() {
        Evidence evidence =
                evidence(Map.of("Status", "Passed", "ErrorMessages", List.of("A label was left out")), JobData.none());

        assertThat(evidence.succeeded()).isTrue();
        assertThat(evidence.verdict("job").warnings()).containsExactly("A label was left out");
    }

    @Test
    void warnings_of_the_whole_are_told() { // S76
        Evidence evidence = evidence(
                Map.of("Status", "Passed", "WarningMessages", List.of(Map.of("Message", "Languages: 1036"))),
                JobData.none());

        assertThat(evidence.verdict("job").warnings()).containsExactly("Languages: 1036");
    }

    @Test
    void a_success_that_only_the_operation_tells_of_says_so() {
        ImportVerdict verdict = new Evidence(List.of(), Document.missing(), JobData.none()).verdict("job");

        assertThat(verdict.warnings()).singleElement().asString().contains("the end of its operation only");
    }

    @Test
    void of_several_texts_the_one_that_names_what_is_missing_is_told() {
        DataverseError vague = DataverseError.of("0x80048033", "The import failed.");
        Evidence evidence = new Evidence(
                List.of(vague),
                Document.missing(),
                JobData.of("<importexportxml><solutionManifests><solutionManifest><result result=\"failure\""
                        + " errorcode=\"0x8004801D\" errortext=\"&lt;MissingDependencies&gt;&lt;MissingDependency&gt;"
                        + "&lt;Required schemaName=&quot;a&quot; solution=&quot;Active&quot;/&gt;&lt;Dependent"
                        + " schemaName=&quot;b&quot;/&gt;&lt;/MissingDependency&gt;&lt;/MissingDependencies&gt;\"/>"
                        + "</solutionManifest></solutionManifests></importexportxml>"));

        assertThat(evidence.error().missing()).hasSize(1);
    }

    private static Evidence evidence(Map<String, Object> result, JobData data) {
        return new Evidence(List.of(), Document.of(result), data);
    }
}
