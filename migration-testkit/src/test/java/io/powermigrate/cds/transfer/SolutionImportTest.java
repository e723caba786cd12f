package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.spi.Operation.Intent;
import io.powermigrate.spi.OperationFailedException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import is started once, found again, and judged by more than its end. */
class SolutionImportTest extends ScriptedDataverse {

    private static final String STARTED =
            "{\"ImportJobKey\":\"" + JOB + "\",\"AsyncOperationId\":\"" + OPERATION + "\"}";
    private static final String PASSED =
            "{\"SolutionOperationResult\":{\"Status\":\"Passed\",\"WarningMessages\":[],\"ErrorMessages\":[]}}";
    private static final String LOCK =
            "Cannot start another [Import] because there is a previous [Import] running at this"
                    + " moment. Use Solution History for more details.";

    @Test
    void a_staged_package_is_imported_by_its_upload_with_a_job_id_of_our_own() {
        server.then(200, STARTED);

        String reference = anImport().start();

        assertThat(reference).isEqualTo(JOB + " " + OPERATION);
        Document body = sent(0);
        assertThat(body.text("SolutionParameters", "StageSolutionUploadId"))
                .contains("b3963d4b-dc6c-ee11-9ae7-000d3aaae21d");
        assertThat(body.text("ImportJobId")).isPresent();
        assertThat(body.at("CustomizationFile").isMissing()).isTrue();
    }

    @Test
    void a_service_that_does_not_know_the_own_id_is_asked_without_it() { // A1
        thenError(400, "0x80040203", "Unrecognized request parameter: ImportJobId");
        server.then(200, STARTED);

        anImport().start();

        assertThat(sent(0).at("ImportJobId").isMissing()).isFalse();
        assertThat(sent(1).at("ImportJobId").isMissing()).isTrue();
    }

    @Test
    void another_refusal_is_not_tried_again() {
        thenError(403, "0x80040220", "SecLib::CheckPrivilege failed. PrivilegeName: prvWriteRole");

        assertThatThrownBy(() -> anImport().start())
                .isInstanceOf(DataverseException.class)
                .hasMessageContaining("holds prvWriteRole");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void a_start_that_was_answered_without_a_job_may_have_happened() {
        server.then(200, "{}");

        MigrationException unclear =
                catchThrowableOfType(MigrationException.class, () -> anImport().start());

        assertThat(unclear.mayHaveHappened()).isTrue();
    }

    @Test
    void it_waits_for_what_others_do_and_names_it() { // S61
        thenBatch(
                "{\"value\":[{\"msdyn_name\":\"Core\",\"msdyn_operation\":0,\"msdyn_status\":0,"
                        + "\"msdyn_starttime\":\"2026-03-04T05:00:00Z\"}]}",
                IDLE);
        server.then(200, IDLE);
        thenBatch(
                IDLE, "{\"value\":[{\"messagename\":\"PublishAllXmlAsync\",\"createdon\":\"2026-03-04T05:06:00Z\"}]}");
        thenBatch(IDLE, "{\"value\":[{\"messagename\":\"BulkDelete\",\"createdon\":\"2026-03-04T05:06:00Z\"}]}");
        server.then(200, IDLE);

        anImport().prepare();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).contains("the import of Core, which began at 2026-03-04T05:00:00Z");
        assertThat(heard.get(1)).contains("PublishAllXmlAsync, which waits since");
    }

    @Test
    void what_an_import_of_somebody_else_has_brought_meanwhile_is_not_imported_again() {
        thenBatch(
                "{\"value\":[{\"msdyn_name\":\"Sales\",\"msdyn_operation\":0,\"msdyn_status\":0,"
                        + "\"msdyn_starttime\":\"2026-03-04T05:00:00Z\"}]}",
                IDLE);
        server.then(200, IDLE);
        thenBatch(IDLE, IDLE);
        server.then(200, "{\"value\":[{\"solutionid\":\"" + JOB + "\",\"version\":\"1.0.0.0\"}]}");

        assertThatThrownBy(anImport()::prepare)
                .hasMessageContaining("Sales was not imported because somebody imported it")
                .hasMessageContaining("Plan again");
    }

    @Test
    void what_has_been_listed_as_running_since_yesterday_is_not_waited_for() {
        thenBatch(
                "{\"value\":[{\"msdyn_name\":\"Core\",\"msdyn_operation\":0,\"msdyn_status\":0,"
                        + "\"msdyn_starttime\":\"2026-03-02T05:00:00Z\"}]}",
                IDLE);

        anImport().prepare();

        assertThat(heard).isEmpty();
    }

    @Test
    void a_history_that_may_not_be_read_is_told_and_does_not_stop_it() {
        thenBatch("{\"error\":{\"code\":\"0x80040220\",\"message\":\"no\"}}", IDLE);

        anImport().prepare();

        assertThat(heard).singleElement().asString().contains("is not known from the solution history", "0x80040220");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void a_start_that_is_refused_by_a_lock_is_sent_again_later(int status) { // S61
        thenError(status, "0x80040216", LOCK);
        server.then(200, STARTED);

        assertThat(anImport().start()).isEqualTo(JOB + " " + OPERATION);
        assertThat(heard).singleElement().asString().contains("Cannot start another [Import]");
    }

    @Test
    void an_answer_that_is_lost_is_looked_for_by_the_own_id() {
        server.thenDrop();
        SolutionImport operation = anImport();
        assertThatThrownBy(operation::start).isInstanceOf(MigrationException.class);
        server.then(200, "{\"importjobid\":\"x\"}");

        String own = sent(0).text("ImportJobId").orElseThrow();

        assertThat(operation.find(intent())).contains(own + " ");
        assertThat(asked().get(1)).isEqualTo("GET importjobs(" + own + ")");
    }

    @Test
    void another_run_finds_the_job_by_solution_and_time_and_passes_over_those_that_ended_before() {
        server.then(200, """
                {"value":[{"importjobid":"a","createdon":"2026-03-04T05:03:00Z","completedon":"2026-03-04T05:05:00Z"},
                 {"importjobid":"seen","createdon":"2026-03-04T05:07:00Z"},
                 {"importjobid":"mine","createdon":"2026-03-04T05:07:00Z"}]}""");

        assertThat(anImport().find(new Intent(clock.instant(), Set.of(), Set.of("seen op"))))
                .contains("mine ");
    }

    @Test
    void of_two_jobs_nobody_can_tell_which_is_ours() {
        server.then(200, "{\"value\":[{\"importjobid\":\"a\"},{\"importjobid\":\"b\"}]}");

        assertThatThrownBy(() -> anImport().find(intent())).hasMessageContaining("the jobs a, b");
    }

    @Test
    void a_job_that_only_was_found_is_followed_by_itself() {
        server.then(200, "{\"progress\":50}");
        server.then(200, "{\"completedon\":\"2026-03-04T05:09:00Z\"}");
        server.then(200, PASSED);

        ImportVerdict verdict = anImport().await(JOB + " ");

        assertThat(verdict.warnings()).isEmpty();
        assertThat(heard).containsExactly("imports Sales, 50 %");
    }

    @Test
    void the_end_of_the_operation_alone_is_no_success() { // S04
        attached(30);
        server.then(
                200, "{\"SolutionOperationResult\":{\"Status\":\"Failed\",\"ErrorMessages\":[\"A role is wrong\"]}}");
        server.then(200, "{\"importjobid\":\"x\"}");

        assertThatThrownBy(() -> anImport().await(JOB + " " + OPERATION))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("A role is wrong");
    }

    @Test
    void a_server_without_the_result_function_is_judged_by_the_document_of_the_job() {
        attached(30);
        thenError(404, "0x80060888", "Resource not found for the segment 'RetrieveSolutionImportResult'.");
        server.then(200, "{\"data\":\"<importexportxml succeeded='true'/>\"}");

        assertThat(anImport().await(JOB + " " + OPERATION).warnings()).isEmpty();
    }

    @Test
    void a_failed_upgrade_says_whether_the_holding_solution_stayed() { // S10, S19
        attached(31);
        server.then(200, "{\"SolutionOperationResult\":{\"Status\":\"Failed\"}}");
        server.then(200, "{\"importjobid\":\"x\"}");
        server.then(200, "{\"value\":[{\"solutionid\":\"x\"}]}");
        SolutionImport upgrade = new SolutionImport(dataverse, wish(true), time, heard::add);

        assertThatThrownBy(() -> upgrade.await(JOB + " " + OPERATION))
                .hasMessageContaining("An item with the same key")
                .hasMessageContaining("Sales_Upgrade stayed in the destination");
    }

    @Test
    void S13_whose_layers_keep_an_upgrade_from_taking_a_base_away_is_told() {
        server.then(200, "{\"asyncoperationid\":\"x\"}");
        server.then(
                200,
                "{\"statecode\":3,\"statuscode\":31,\"message\":\"The uninstall operation will delete the base layer for the"
                        + " component 'AppModuleRoles' with id '" + JOB
                        + "'. The operation cannot continue because there are"
                        + " other managed layers over the base layer.\"}");
        server.then(200, "{\"SolutionOperationResult\":{\"Status\":\"Failed\"}}");
        server.then(200, "{\"importjobid\":\"x\"}");
        server.then(200, IDLE);
        server.then(200, "{\"value\":[{\"msdyn_solutionname\":\"Core\"},{\"msdyn_solutionname\":\"Sales roles\"}]}");
        SolutionImport upgrade = new SolutionImport(dataverse, wish(true), time, heard::add);

        assertThatThrownBy(() -> upgrade.await(JOB + " " + OPERATION))
                .hasMessageContaining("layers of that AppModuleRoles: of the solutions Core, Sales roles")
                .hasMessageContaining("Take the role off the app");
    }

    @Test
    void an_own_id_that_runs_already_leads_to_the_job_that_runs() { // S64
        server.then(200, "{\"asyncoperationid\":\"x\"}");
        server.then(
                200,
                "{\"statecode\":3,\"statuscode\":31,\"message\":\"A duplicate import job id already exists : " + JOB
                        + "\"}");
        server.then(200, "{\"completedon\":\"2026-03-04T05:09:00Z\"}");
        server.then(200, PASSED);

        assertThat(anImport().await("another " + OPERATION).importJob()).isEqualTo(JOB);
    }

    @Test
    void the_row_of_an_operation_that_was_cleared_away_is_not_needed() {
        thenError(404, "0x80040217", "asyncoperation Does Not Exist");
        server.then(200, "{\"completedon\":\"2026-03-04T05:09:00Z\"}");
        server.then(200, PASSED);

        assertThat(anImport().await(JOB + " " + OPERATION).importJob()).isEqualTo(JOB);
    }

    @Test
    void publishing_waits_for_a_lock_that_no_history_shows() { // S62
        thenError(
                400,
                "0x80040216",
                "Cannot start the requested operation [PublishAll] because there is another [EntityCustomization] running"
                        + " at this moment.");
        thenDone();

        new Publishing(dataverse, time).all(heard::add);

        assertThat(asked()).containsExactly("POST PublishAllXml", "POST PublishAllXml");
    }

    private void attached(int status) {
        server.then(200, "{\"asyncoperationid\":\"x\"}");
        server.then(
                200,
                "{\"statecode\":3,\"statuscode\":" + status
                        + ",\"message\":\"An item with the same key has already been added.\"}");
    }

    private Intent intent() {
        return new Intent(clock.instant().minus(Duration.ofSeconds(1)), Set.of(), Set.of());
    }

    private Document sent(int number) {
        return Document.parse(server.asked().stream()
                .filter(each ->
                        each.target().startsWith("/orgs") && each.method().equals("POST"))
                .toList()
                .get(number)
                .body());
    }
}
