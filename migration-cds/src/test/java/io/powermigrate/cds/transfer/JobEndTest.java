package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an asynchronous operation ended: wire/dataverse.md, section 2.7. */
class JobEndTest {

    private static final String XML =
            "<MissingDependencies><MissingDependency><Required type=\"1\" schemaName=\"a\" solution=\"Core (1.71.7)\" />"
                    + "<Dependent type=\"29\" displayName=\"Flow\" /></MissingDependency></MissingDependencies>";

    @ParameterizedTest
    @ValueSource(strings = {"message", "friendlymessage"})
    void missing_dependencies_are_found_in_either_member_and_the_xml_is_not_shown(String member) { // S67
        String other = member.equals("message") ? "friendlymessage" : "message";

        JobEnd end = JobEnd.of(row(Map.of("statuscode", 31, other, "The import failed.", member, "Missing: " + XML)));

        assertThat(end.succeeded()).isFalse();
        assertThat(end.error().missing()).singleElement().satisfies(each -> {
            assertThat(each.solution()).isEqualTo("Core");
            assertThat(each.version()).isEqualTo("1.71.7");
        });
        assertThat(end.reason()).doesNotContain("<");
    }

    @Test
    void both_members_with_xml_show_none_of_it() {
        JobEnd end = JobEnd.of(row(Map.of("statuscode", 31, "message", "A " + XML, "friendlymessage", "B " + XML)));

        assertThat(end.reason()).doesNotContain("<").doesNotContain("MissingDependency");
    }

    @Test
    void a_code_without_words_is_told_with_what_it_means() {
        JobEnd end = JobEnd.of(row(Map.of("statuscode", 31, "errorcode", -2147187399)));

        assertThat(end.error().code()).isEqualTo("0x80048539");
        assertThat(end.reason()).contains("0x80048539", "is still there");
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 0})
    void nothing_but_30_is_a_success(int status) {
        assertThat(JobEnd.of(row(Map.of("statuscode", status))).succeeded()).isFalse();
        assertThat(JobEnd.of(row(Map.of("statuscode", 30))).succeeded()).isTrue();
    }

    private static Document row(Map<String, Object> members) {
        return Document.of(members);
    }
}
