package io.powermigrate.testkit.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Dataverse points of wire/clients.md: requests as dynamics-web-api and Olingo write them. */
class DataverseClientsTest {
    private static final String CHANGE_SET = """
                --b
                Content-Type: multipart/mixed; boundary=changeset_1

                --changeset_1
                Content-Type: application/http
                Content-Transfer-Encoding: binary
                Content-ID: 1

                POST %1$scontacts HTTP/1.1
                Content-Type: application/json
                Content-Type: application/json

                {`lastname`:`Doe`,`fullname`:`Doe`}
                --changeset_1
                Content-Type: application/http
                Content-Transfer-Encoding: binary
                Content-ID:100002

                POST %1$saccounts HTTP/1.1
                Content-Type: application/json


                {`name`:`A`,`primarycontactid@odata.bind`:`$1`%2$s}
                --changeset_1--

                --b--
                """;

    private final WebApiClient client = new WebApiClient();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void point_1_a_next_link_begins_with_the_base_that_the_client_called() {
        client.orders.rows("accounts", 5);
        var first = client.get("accounts?$select=name&$count=true", "Prefer", "odata.maxpagesize=2");
        String next = first.at("/@odata.nextLink");
        var second = client.get(next, "Prefer", "odata.maxpagesize=2");
        var third = client.get(second.at("/@odata.nextLink"), "Prefer", "odata.maxpagesize=2");

        assertThat(next).startsWith(client.base + "accounts?").contains("$skiptoken=%3Ccookie%20pagenumber");
        assertThat(first.json().path("@odata.count").asInt()).isEqualTo(5);
        assertThat(second.at("/value/0/name")).isEqualTo("Row 3");
        assertThat(third.json().path("value")).hasSize(1);
        assertThat(third.json().has("@odata.nextLink")).isFalse();
    }

    @Test
    void points_2_and_3_a_create_tells_the_address_of_the_row_and_its_body_only_where_it_is_preferred() {
        var created = client.post("accounts", "{`name`:`A`}");
        var shown = client.post("accounts?$select=name", "{`name`:`B`}", "Prefer", "return=representation");
        var changed = client.patch(
                "accounts(" + shown.id() + ")?$select=name",
                "{`name`:`C`}",
                "Prefer",
                "return=representation",
                "If-Match",
                "*");

        assertThat(created.status()).isEqualTo(204);
        assertThat(created.header("OData-EntityId")).isEqualTo(client.base + "accounts(" + created.id() + ")");
        assertThat(shown.status()).isEqualTo(201);
        assertThat(shown.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(shown.at("/@odata.context")).endsWith("$metadata#accounts(name,accountid)/$entity");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/name")).isEqualTo("C");
    }

    @Test
    void point_4_an_update_never_creates_and_an_upsert_does() {
        String unknown = "accounts(00000000-0000-0000-0000-0000000000aa)";
        var update = client.patch(unknown, "{`name`:`A`}", "If-Match", "*");
        var upsert = client.patch(unknown, "{`name`:`A`}");
        var again = client.patch(unknown, "{`name`:`A`}", "If-None-Match", "*");
        String old = client.get(unknown).header("ETag");
        client.patch(unknown, "{`name`:`B`}");

        assertThat(update.status()).isEqualTo(404);
        assertThat(update.code()).isEqualTo("0x80040217");
        assertThat(upsert.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(412);
        assertThat(again.code()).isEqualTo("0x80040237");
        assertThat(client.patch(unknown, "{`name`:`C`}", "If-Match", old).code())
                .isEqualTo("0x80060882");
        assertThat(client.get(unknown, "If-None-Match", client.get(unknown).header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void point_5_functions_come_with_and_without_parentheses_and_with_aliases() {
        assertThat(client.get("WhoAmI").json().path("UserId"))
                .isEqualTo(client.get("WhoAmI()").json().path("UserId"));
        assertThat(client.get("RetrieveVersion()").at("/Version")).startsWith("9.2.");
        String role =
                client.get("roles?$filter=name eq 'Basic User'&$select=roleid").at("/value/0/roleid");

        assertThat(client.get("RetrieveRolePrivilegesRole(RoleId=@p1)?@p1=" + role)
                        .json()
                        .path("RolePrivileges"))
                .isNotEmpty();
        assertThat(client.get("RetrieveRolePrivilegesRole(RoleId=" + role + ")")
                        .json()
                        .path("RolePrivileges"))
                .isNotEmpty();
        var current = client.get(
                "RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM.EndpointAccessType'Default'");
        assertThat(current.json().at("/Detail/OrganizationId"))
                .isEqualTo(client.get("WhoAmI").json().path("OrganizationId"));
    }

    @Test
    void point_6_a_count_is_plain_digits() {
        client.orders.rows("accounts", 3);
        var count = client.get("accounts/$count");

        assertThat(count.header("Content-Type")).startsWith("text/plain");
        assertThat(count.text()).isEqualTo("3");
    }

    @Test
    void point_7_fetch_xml_goes_on_by_the_cookie_that_is_encoded_twice() {
        client.orders.rows("accounts", 3);
        String fetch = "<fetch page=\"%d\" count=\"2\"><entity name=\"account\"><attribute name=\"name\"/>"
                + "<order attribute=\"name\" descending=\"true\"/><filter><condition attribute=\"name\" operator=\"like\""
                + " value=\"Row%%25\"/></filter></entity></fetch>";
        var first = client.get("accounts?fetchXml=" + String.format(fetch, 1));
        var second = client.get("accounts?fetchXml=" + String.format(fetch, 2));
        String cookie = first.at("/@Microsoft.Dynamics.CRM.fetchxmlpagingcookie");

        assertThat(first.at("/value/0/name")).isEqualTo("Row 3");
        assertThat(cookie)
                .startsWith("<cookie pagenumber=\"2\" pagingcookie=\"%253Ccookie%2520page")
                .endsWith(" istracking=\"False\" />");
        assertThat(second.json().path("value")).hasSize(1);
        assertThat(second.json().has("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"))
                .isFalse();
    }

    @Test
    void point_8_a_batch_of_one_get_with_an_absolute_address_is_answered() {
        client.orders.rows("accounts", 1);
        var batch = client.batch("dwa_batch_1", """
                --dwa_batch_1
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                GET %saccounts?$select=name HTTP/1.1
                Accept: application/json

                --dwa_batch_1--
                """.formatted(client.base));

        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.text())
                .startsWith("--batchresponse_")
                .contains("HTTP/1.1 200 OK\r\n")
                .contains("\"Row 1\"");
        assertThat(client.dev.requests(FakeEffect.WRITE)).isZero();
    }

    @Test
    void point_9_a_change_set_takes_doubled_headers_and_content_ids_and_stops_at_its_failure_as_a_whole() {
        var made = client.batch("b", CHANGE_SET.formatted(client.base, ""));
        var failed = client.batch("b", CHANGE_SET.formatted(client.base, ",`nmae`:1"));

        assertThat(made.text())
                .contains("--changesetresponse_")
                .contains("HTTP/1.1 204 No Content\r\n")
                .contains("Content-ID: 100002");
        assertThat(client.orders.rows("accounts").get(0).value("_primarycontactid_value"))
                .isPresent();
        assertThat(failed.text()).contains("HTTP/1.1 400 Bad Request").doesNotContain("changesetresponse_");
        assertThat(client.orders.rows("contacts")).hasSize(1);
        assertThat(client.dev.requests(FakeEffect.WRITE)).isEqualTo(2);
    }

    @Test
    void point_9_a_batch_stops_at_the_first_failure_unless_told_to_go_on() {
        String part = """
                --b
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                GET /api/data/v9.2/%s HTTP/1.1

                """;
        String body = part.formatted("nothings") + part.formatted("WhoAmI") + "--b--\n";

        assertThat(client.batch("b", body).text()).contains("404 Not Found").doesNotContain("200 OK");
        assertThat(client.batch("b", body, "Prefer", "odata.continue-on-error").text())
                .contains("404 Not Found", "200 OK");
        try (WebApiClient other =
                new WebApiClient(Dialects.standard().with(Dialect.BATCH_STATUS, "that of the failure"))) {
            assertThat(other.batch("b", body).status()).isEqualTo(404);
        }
    }

    @Test
    void point_10_errors_have_a_code_and_a_message() {
        var missing = client.get("accounts(00000000-0000-0000-0000-000000000001)");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.code()).isEqualTo("0x80040217");
        assertThat(client.get("accounts?$filter=nmae eq 'A'").at("/error/message"))
                .contains("Could not find a property named 'nmae'");
        assertThat(client.get("accounts?$skip=1").status()).isEqualTo(400);
        assertThat(client.post("accounts", "{`name`:`\\u00e4`}").status()).isEqualTo(204);
        assertThat(client.orders.rows("accounts").get(0).value("name")).contains("ä");
    }

    @Test
    void point_12_olingo_encodes_query_options_sends_no_length_and_puts_content_types_on_gets() {
        var created = client.chunked("accounts", "{`name`:`A`}");
        var found = client.get(
                "accounts?%24select=name&%24filter=startswith%28name%2C%27A%27%29",
                "Content-Type", "application/json", "Accept", "application/json;odata.metadata=minimal");

        assertThat(created.status()).isEqualTo(204);
        assertThat(found.json().path("value")).hasSize(1);
    }

    @Test
    void m365_asks_with_line_breaks_stray_options_complex_paths_and_quoted_ids() {
        String publisher = client.get("publishers?$filter=uniquename eq 'MicrosoftCorporation'")
                .at("/value/0/publisherid");
        var solutions = client.get("solutions?$filter=isvisible eq true and%0A publisherid/publisherid ne '" + publisher
                + "'&$expand=publisherid($select=uniquename,customizationprefix)&api-version=9.1");
        var tables = client.get(
                "EntityDefinitions?$select=LogicalName&$filter=IsCustomizable/Value eq true and LogicalName eq 'account'&api-version=9.1");

        assertThat(solutions.status()).as(solutions.text()).isEqualTo(200);
        assertThat(solutions.at("/value/0/publisherid/uniquename")).startsWith("DefaultPublisher");
        assertThat(tables.json().path("value")).hasSize(1);
        assertThat(client.post(
                                "PublishXml",
                                "{`ParameterXml`:`<importexportxml><entities><entity>account</entity></entities></importexportxml>`}")
                        .status())
                .isEqualTo(204);
        assertThat(client.post(
                                "publishers",
                                "{`uniquename`:`p1`,`friendlyname`:`P`,`customizationprefix`:`pp`,`customizationoptionvalueprefix`:20000}")
                        .status())
                .isEqualTo(204);
    }
}
