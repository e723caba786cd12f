package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.RealPackages;
import io.powermigrate.model.Document;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staging answers: wire/dataverse.md, section 2.5. */
class StagingAnswerTest {

    private static final String LISTED = """
            {"StageSolutionUploadId":"u","StageSolutionStatus":"Failed","MissingDependencies":[
             {"RequiredComponent":{"SchemaName":"cat_request","Type":1},"DependentComponent":{"SchemaName":"cat_customers"},
              "RequiredSolutionName":"%s"}],"SolutionValidationResults":[]}""";

    private static final String IN_A_MESSAGE = """
            {"StageSolutionUploadId":"u","StageSolutionStatus":"Passed","MissingDependencies":[],"SolutionValidationResults":[
             {"SolutionValidationResultType":"Error","ErrorCode":-2147188707,"AdditionalInfo":null,
              "Message":"The following solution cannot be imported: X. <MissingDependencies><MissingDependency><Required type=\\\\\\"1\\\\\\" schemaName=\\\\\\"cat_request\\\\\\" solution=\\\\\\"%s\\\\\\"/><Dependent type=\\\\\\"1\\\\\\" schemaName=\\\\\\"cat_customers\\\\\\"/></MissingDependency></MissingDependencies> , ProductUpdatesOnly : False"}]}""";

    @ParameterizedTest
    @ValueSource(strings = {LISTED, IN_A_MESSAGE})
    void a_missing_table_is_found_in_either_shape(String shape) { // S02
        Staged staged = read(shape.formatted("Core (1.2)"));

        assertThat(staged.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.refuses()).isTrue();
            assertThat(issue.code()).isEqualTo("0x8004801D");
            assertThat(issue.reason()).contains("'cat_request' (for 'cat_customers')", "'Core' (1.2 or higher)");
            assertThat(issue.remedy()).startsWith("Install 'Core'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, IN_A_MESSAGE})
    void nobody_is_told_to_install_active(String shape) { // S01
        assertThat(read(shape.formatted("Active")).issues())
                .singleElement()
                .satisfies(issue ->
                        assertThat(issue.remedy()).doesNotContain("Install").contains("solution in the source"));
    }

    @Test
    void an_unmanaged_solution_under_a_managed_package_is_refused_with_what_the_code_means() { // S26
        Staged staged = read("""
                {"StageSolutionUploadId":"","StageSolutionStatus":"Failed","SolutionValidationResults":[
                 {"SolutionValidationResultType":"Error","ErrorCode":-2147188672,"Message":"Already unmanaged"}]}""");

        assertThat(staged.uploadId()).isEmpty();
        assertThat(staged.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("0x80048040");
            assertThat(issue.reason()).contains("Already unmanaged", "holds the solution as an unmanaged one");
        });
    }

    @Test
    void a_warning_refuses_nothing() {
        Staged staged = read("""
                {"StageSolutionUploadId":"u","StageSolutionStatus":"Completed","SolutionValidationResults":[
                 {"SolutionValidationResultType":"Warning","ErrorCode":0,"Message":"Look here","AdditionalInfo":"and there"}]}""");

        assertThat(staged.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.refuses()).isFalse();
            assertThat(issue.reason()).isEqualTo("Look here; and there");
        });
    }

    @Test
    void a_failure_without_a_reason_is_a_refusal_too() {
        assertThat(read("{\"StageSolutionStatus\":\"Failed\"}").issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.refuses()).isTrue());
    }

    @Test
    void the_recorded_answer_finds_nothing() throws IOException {
        Staged staged = StagingAnswer.read(RealPackages.oracle("recorded/solution/post_stage_solution.json")
                .at("StageSolutionResults"));

        assertThat(staged.uploadId()).isEqualTo("b3963d4b-dc6c-ee11-9ae7-000d3aaae21d");
        assertThat(staged.issues()).isEmpty();
    }

    private static Staged read(String json) {
        return StagingAnswer.read(Document.parse(json));
    }
}
