package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document of an import job: wire/dataverse.md, section 2.8; wire/dataverse-facts.md, A2. */
class JobDataTest {

    private static final String MISSING =
            "&lt;MissingDependencies&gt;&lt;MissingDependency&gt;&lt;Required type=&quot;1&quot;"
                    + " schemaName=&quot;cat_request&quot; solution=&quot;Active&quot; /&gt;&lt;Dependent type=&quot;1&quot;"
                    + " schemaName=&quot;cat_customers&quot; /&gt;&lt;/MissingDependency&gt;&lt;/MissingDependencies&gt; ,"
                    + " ProductUpdatesOnly : False";

    @ParameterizedTest
    @CsvSource({"true,true", "success,true", "Warning,true", "false,false", "FAILURE,false"})
    void the_root_of_a_new_server_says_how_it_ended_in_either_spelling(String word, boolean succeeded) {
        JobData data = JobData.of("<importexportxml succeeded=\"" + word + "\"/>");

        assertThat(data.succeeded()).contains(succeeded);
    }

    @Test
    void a_component_that_failed_below_a_root_that_succeeded_is_a_remark() { // S68
        JobData data = JobData.of("""
                <importexportxml succeeded="true"><entities><entity id="sample_Example" LocalizedName="Example">
                <entityRibbon><result result="success"/></entityRibbon>
                <result result="failure" errorcode="0x80048033" errortext="The ribbon item depends on another"/>
                </entity></entities></importexportxml>""");

        assertThat(data.succeeded()).contains(true);
        assertThat(data.told()).isEmpty();
        assertThat(data.components()).singleElement().satisfies(component -> {
            assertThat(component.failed()).isTrue();
            assertThat(component.kind()).isEqualTo("entity");
            assertThat(component.name()).isEqualTo("Example");
            assertThat(component.error().code()).isEqualTo("0x80048033");
        });
    }

    @Test
    void the_manifest_of_an_old_server_says_how_it_ended_and_what_is_missing() {
        JobData data = JobData.of("""
                <importexportxml start="1"><solutionManifests><solutionManifest languagecode="1033">
                <UniqueName>X</UniqueName>
                <result result="failure" errorcode="0x8004801D" errortext="The following are missing: %s">
                <parameters><parameter>X</parameter></parameters></result>
                </solutionManifest></solutionManifests></importexportxml>""".formatted(MISSING));

        assertThat(data.root()).isEmpty();
        assertThat(data.succeeded()).contains(false);
        assertThat(data.told()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("0x8004801D");
            assertThat(error.words()).isEqualTo("The following are missing:");
            assertThat(error.missing()).singleElement().satisfies(missing -> assertThat(missing.active())
                    .isTrue());
        });
    }

    @Test
    void the_status_of_a_failed_root_is_what_it_tells() {
        JobData data = JobData.of("<importexportxml succeeded=\"failure\" status=\"An item with the same key\"/>");

        assertThat(data.told()).singleElement().satisfies(error -> assertThat(error.words())
                .isEqualTo("An item with the same key"));
    }

    @Test
    void what_stands_before_the_place_where_it_is_cut_counts_and_the_cut_is_known() {
        JobData data = JobData.of("""
                <importexportxml succeeded="false"><workflows><workflow name="Sync">
                <result result="failure" errorcode="80040216" errortext="One or more errors occurred."/></work""");

        assertThat(data.whole()).isFalse();
        assertThat(data.succeeded()).contains(false);
        assertThat(data.components())
                .singleElement()
                .satisfies(each -> assertThat(each.error().code()).isEqualTo("0x80040216"));
    }

    @ParameterizedTest
    @CsvSource({"<!DOCTYPE a [<!ENTITY x 'y'>]><a succeeded=\"true\">&x;</a>", "no XML at all", "<importexportxml/>"})
    void a_document_without_a_verdict_says_nothing(String xml) {
        assertThat(JobData.of(xml).succeeded()).isEmpty();
    }

    @Test
    void hundred_thousand_failures_are_read_and_the_first_thousand_are_told() {
        String many = "<e id=\"a\"><result result=\"failure\" errortext=\"no\"/></e>".repeat(100_000);

        JobData data = JobData.of("<importexportxml succeeded=\"false\">" + many + "</importexportxml>");

        assertThat(data.whole()).isTrue();
        assertThat(data.components()).hasSize(1000);
    }
}
