package io.powermigrate.testkit.fake.internal.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The state of one Dataverse: rows, metadata and security keep together. */
class OrganisationTest {
    private final Ids ids = new Ids(1);
    private final Organisation organisation = organisation("contoso");

    private Organisation organisation(String name) {
        return Organisation.of(new Founding(
                name, ids.of("organisation/" + name), name, ids, () -> Instant.parse("2026-01-02T03:04:05Z")));
    }

    private Table orders() {
        Table table = organisation
                .schema()
                .shapes()
                .table(new MetadataShapes.Names("new_Order", "new_orders", "Order", "Orders"), true, "new_Name");
        organisation.schema().define(table);
        return table;
    }

    @Test
    void a_new_table_brings_eight_privileges_in_the_case_of_its_schema_name() {
        orders();

        assertThat(organisation
                        .rows("privileges")
                        .where(row -> row.path("name").asText().endsWith("new_Order")))
                .hasSize(8)
                .allMatch(row -> row.path("canbebasic").asBoolean());
    }

    @Test
    void a_dropped_table_takes_rows_privileges_and_grants_along() {
        orders();
        organisation.rows("new_orders").add(Rows.row().put("new_name", "one"));
        organisation.schema().drop("new_order");

        assertThat(organisation.security().privilege("prvCreatenew_Order")).isEmpty();
        assertThat(organisation.schema().table("new_order")).isEmpty();
        assertThatThrownBy(() -> organisation.rows("new_orders")).hasMessageContaining("no entity set");
    }

    @Test
    void a_change_that_fails_leaves_rows_links_and_metadata_as_they_were() {
        String account = organisation.rows("accounts").add(Rows.row().put("name", "A"));
        int before = organisation.schema().tables().size();

        assertThatThrownBy(() -> organisation.atomically(() -> {
                    orders();
                    organisation.rows("accounts").update(account, Rows.row().put("name", "B"));
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(organisation.schema().tables()).hasSize(before);
        assertThat(organisation
                        .rows("accounts")
                        .find(account)
                        .orElseThrow()
                        .path("name")
                        .asText())
                .isEqualTo("A");
    }

    @Test
    void a_member_that_is_no_column_is_refused_and_named() {
        ObjectNode row = Rows.row().put("nmae", "A");
        assertThatThrownBy(() -> organisation.rows("accounts").add(row)).hasMessageContaining("'nmae'");
    }

    @Test
    void ids_of_templates_are_fixed_and_those_of_roles_and_runtime_types_are_an_organisations_own() {
        Organisation other = organisation("fabrikam");
        ObjectNode here = organisation
                .security()
                .roleOfTemplate(KnownIds.ADMINISTRATOR_TEMPLATE)
                .orElseThrow();
        ObjectNode there =
                other.security().roleOfTemplate(KnownIds.ADMINISTRATOR_TEMPLATE).orElseThrow();

        assertThat(here.path("roleid")).isNotEqualTo(there.path("roleid"));
        assertThat(organisation.componentTypes().number("connectionreference"))
                .isNotEqualTo(other.componentTypes().number("connectionreference"));
        assertThat(organisation.componentTypes().number("entity")).contains(1);
    }
}
