package io.powermigrate.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One address, however it is spelled. */
class SiteAddressTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/hr büro";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.sharepoint.com/sites/hr büro",
                "https://contoso.sharepoint.com/sites/HR BÜRO/",
                "HTTPS://Contoso.SharePoint.com:443/sites/HR%20B%C3%BCro//",
                "https://contoso.sharepoint.com/sites/hr%20b%c3%9cro",
                "https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2Fhr%20b%C3%BCro",
                "https%253A%252F%252Fcontoso.sharepoint.com%252Fsites%252Fhr%2520b%25C3%25BCro"
            })
    void case_final_slash_port_and_percent_encoding_make_no_other_address(String spelled) {
        assertThat(SiteAddress.canonical(spelled)).isEqualTo(SITE);
        assertThat(SiteAddress.of(spelled)).isEqualTo(SiteAddress.of(SITE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.sharepoint.com/sites/hr büro2",
                "https://contoso.sharepoint.com/sites/hr+büro",
                "https://contoso.sharepoint.com/sites",
                "http://contoso.sharepoint.com/sites/hr büro",
                "https://contoso-my.sharepoint.com/sites/hr büro"
            })
    void another_path_host_or_scheme_is_another_address(String spelled) {
        assertThat(SiteAddress.canonical(spelled)).isNotEqualTo(SITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "contoso.sharepoint.com", "default.cds", "server,database", "see https://x.y/z", "https://"})
    void what_is_no_address_stays_as_it_is(String text) {
        assertThat(SiteAddress.of(text)).isEmpty();
        assertThat(SiteAddress.canonical(text)).isEqualTo(text);
    }

    @Test
    void an_address_holds_what_lies_below_it_and_not_what_begins_alike() {
        SiteAddress site = SiteAddress.of("https://c.sharepoint.com/sites/HR/").orElseThrow();

        assertThat(site.holds(SiteAddress.of("https://C.sharepoint.com/sites/hr/Lists/x")
                        .orElseThrow()))
                .isTrue();
        assertThat(site.holds(
                        SiteAddress.of("https://c.sharepoint.com/sites/hr2").orElseThrow()))
                .isFalse();
    }

    @Test
    void escapes_that_are_no_text_are_left_alone() {
        assertThat(SiteAddress.canonical("https://c.sharepoint.com/a%ff%zz"))
                .isEqualTo("https://c.sharepoint.com/a%ff%zz");
        assertThat(PercentText.decoded("100%")).isEqualTo("100%");
        assertThat(PercentText.encoded("a ü/+", "/")).isEqualTo("a%20%C3%BC/%2B");
    }
}
