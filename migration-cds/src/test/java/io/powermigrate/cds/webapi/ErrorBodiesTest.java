package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import org.junit.jupiter.api.Test;

/** Bodies of refusals, in every shape that was seen (wire/dataverse.md, section 1.3). */
class ErrorBodiesTest {

    @Test
    void the_usual_shape_tells_code_and_words() {
        DataverseError error = in("{'error':{'code':'0x80040217','message':'account With Id = 1 Does Not Exist'}}");

        assertThat(error.code()).isEqualTo("0x80040217");
        assertThat(error.words()).isEqualTo("account With Id = 1 Does Not Exist");
        assertThat(error.reason()).contains("the object does not exist");
    }

    @Test
    void a_parser_error_has_no_code_and_keeps_its_words() {
        DataverseError error = in("{'error':{'code':'','message':'Could not find a property named nme'}}");

        assertThat(error.code()).isEmpty();
        assertThat(error.words()).isEqualTo("Could not find a property named nme");
        assertThat(error.remedy()).isEmpty();
    }

    @Test
    void the_shape_of_the_framework_tells_the_exception_and_not_the_stack() {
        DataverseError error = in("{'Message':'An error has occurred.','ExceptionMessage':'Version stamp expired',"
                + "'ExceptionType':'X','StackTrace':'at A.B()','ErrorCode':'-2147204270'}");

        assertThat(error.words()).isEqualTo("Version stamp expired");
        assertThat(error.code()).isEqualTo("0x80044352");
        assertThat(error.toLine()).doesNotContain("at A.B()");
    }

    @Test
    void words_that_are_no_json_are_told_and_pages_are_not() {
        assertThat(ErrorBody.in(Document.missing(), "The service is busy"))
                .map(DataverseError::words)
                .contains("The service is busy");
        assertThat(ErrorBody.in(Document.missing(), "<html>502</html>")).isEmpty();
        assertThat(ErrorBody.in(Document.missing(), "")).isEmpty();
        assertThat(ErrorBody.in(Document.parse("[1]"), "[1]")).isEmpty();
    }

    private static DataverseError in(String json) {
        return ErrorBody.in(Document.parse(json.replace('\'', '"')), "").orElseThrow();
    }
}
