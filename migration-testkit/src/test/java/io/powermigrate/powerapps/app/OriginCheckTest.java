package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.requirements.Literal;
import io.powermigrate.canvas.requirements.Origin;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.msapp.AppDocument;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and pictures that belong to the source. */
class OriginCheckTest {

    private static final String LIST = "5D0A7C1E-3f7b-4a55-9d6e-2b8f4c6a1e90";
    private static final String PAGE = "https://contoso.sharepoint.com/sites/HR/Pages/help.aspx";

    private static final Origin CONTOSO = new Origin(
            Set.of(LIST), Set.of("Contoso.sharepoint.com"), Set.of("/sites/HR"), Set.of("contoso.com"), Set.of());

    private static Checked saying(String formula) {
        return Checked.of(AppDocument.named("Literals")
                .screen("Home", home -> home.control("Text", "label", c -> c.formula("Text", formula))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"5d0a7c1e-3f7b-4a55-9d6e-2b8f4c6a1e90\"",
                "Launch(\"https://contoso.sharepoint.com/sites/HR/Pages/help.aspx?x=1\")",
                "\"Ask ada@contoso.com.\"",
                "\"contoso.sharepoint.com\"",
                "Launch(\"//contoso.sharepoint.com/sites/HR\")",
                "\"go?to=https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2FHR&x=1\"",
                "\"https%253a%252f%252fcontoso.sharepoint.com%252fsites\"",
                "\"/sites/HR/Lists/Orders\"",
                "\"/SITES/hr\"",
                "\"{5D0A7C1E-3f7b-4a55-9d6e-2b8f4c6a1e90}\"",
                "\"list=%7b5D0A7C1E-3f7b-4a55-9d6e-2b8f4c6a1e90%7d\"",
                "\"5d0a7c1e3f7b4a559d6e2b8f4c6a1e90\"",
                "$\"See https://CONTOSO.sharepoint.com. {1 + 1}\""
            })
    void an_id_an_address_and_a_mail_address_of_the_origin_warn(String formula) {
        assertThat(saying(formula).whole(CONTOSO)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("APP-112");
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(Checked.places(List.of(finding))).containsExactly("Home / Text / Text");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"5d0a7c1e-3f7b-4a55-9d6e-2b8f4c6a1e91\"",
                "Launch(\"https://fabrikam.sharepoint.com/sites/HR\")",
                "\"ada@fabrikam.com\"",
                "1 // https://contoso.sharepoint.com",
                "\"/sites/hr2/Lists/a\"",
                "\"othercontoso.sharepoint.com\"",
                "\"https%3A%2F%2Ffabrikam.sharepoint.com%2Fsites%2FHR\""
            })
    void what_is_not_the_origins_and_what_stands_in_comments_does_not(String formula) {
        assertThat(saying(formula).whole(CONTOSO)).isEmpty();
        assertThat(saying(formula).whole(Origin.unknown())).isEmpty();
    }

    @Test
    void a_line_of_the_mapping_settles_it_in_every_spelling_of_the_address() {
        Checked app = saying("Launch(\"" + PAGE + "\")");
        assertThat(app.whole(mapping("https://contoso.sharepoint.com/sites/HR")))
                .isEmpty();
        assertThat(app.whole(mapping("https://Contoso.SharePoint.com/sites/hr/")))
                .isEmpty();
        assertThat(app.whole(mapping("https://contoso.sharepoint.com/sites/%48R")))
                .isEmpty();
        assertThat(app.whole(mapping("https://contoso.sharepoint.com/sites/H"))).hasSize(1);
        assertThat(app.whole(mapping("https://contoso.sharepoint.com/sites/legal")))
                .hasSize(1);
    }

    private static Origin mapping(String text) {
        return new Origin(CONTOSO.ids(), CONTOSO.hosts(), CONTOSO.paths(), CONTOSO.mailDomains(), Set.of(text));
    }

    @Test
    void of_other_addresses_only_the_host_is_kept_for_a_path_may_be_a_secret() {
        Checked app = saying("\"https://contoso.webhook.office.com/webhookb2/s3cr3t and " + PAGE + "\"");
        assertThat(app.facts().literals())
                .extracting(Literal::value)
                .containsExactly(
                        "https://contoso.webhook.office.com",
                        "https://contoso.sharepoint.com/sites/hr/pages/help.aspx");
        assertThat(app.facts().toString()).doesNotContain("s3cr3t");
    }

    @Test
    void a_signed_address_warns_whatever_it_is_of_and_the_finding_does_not_show_it() {
        Checked app = saying("Launch(\"https://prod-1.logic.azure.com:443/workflows/x?sp=1&sig=s3cr3t\")");
        assertThat(app.whole()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("APP-114");
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.toString())
                    .contains("https://prod-1.logic.azure.com", "Home / Text / Text")
                    .doesNotContain("s3cr3t");
        });
        assertThat(saying("Launch(\"https://prod-1.logic.azure.com/workflows/x\")")
                        .whole())
                .isEmpty();
    }

    @Test
    void a_picture_of_the_origin_warns_by_its_host_alone() {
        Checked app = Checked.of(AppDocument.named("Media")
                .screen("Home", home -> home.control("Logo1", "image", c -> c.formula("Image", "Logo")))
                .extras(extras -> extras.media("Logo", "https://ada:s3cr3t@contoso.sharepoint.com/logo.png?sig=s3cr3t")
                        .media("Other", "https://example.org/logo.png")));
        List<Finding> findings = app.whole(CONTOSO);
        assertThat(Checked.places(findings)).containsExactly("media Logo");
        assertThat(findings.get(0).rule()).isEqualTo("APP-113");
        assertThat(app.facts().toString()).contains("example.org").doesNotContain("s3cr3t");
        assertThat(app.whole()).isEmpty();
    }
}
