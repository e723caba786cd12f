package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.environment.Organization;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Scope;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Dataverse lists, and how few requests it takes. */
class DataverseReadersTest {

    private final TwoOrganizations world = new TwoOrganizations();

    @AfterEach
    void close() {
        world.close();
    }

    private Inventory inventory(Scope scope) {
        return Migration.from(world.source).inventory(scope, world.workspace, Cds.plugin());
    }

    @Test
    void a_table_tells_its_own_columns_and_those_of_the_service() {
        world.from().table("new_Order", "Order").column("new_order", "new_Amount", "Money");
        Inventory all = inventory(Scope.of(DataverseTable.TYPE).named("new_order"));
        assertThat(all.coverage()).allSatisfy((type, coverage) -> assertThat(coverage)
                .as(type)
                .extracting(Coverage::state)
                .isEqualTo(Coverage.State.COMPLETE));
        DataverseTable order =
                (DataverseTable) all.find(DataverseTable.TYPE.key("new_order")).orElseThrow();
        assertThat(order.isFetched()).isTrue();
        assertThat(order.ownColumns()).contains("new_name", "new_amount").doesNotContain("createdon");
        assertThat(order.travels()).isTrue();
    }

    @Test
    void a_role_tells_its_privileges_with_their_depths() {
        world.from().table("new_Order", "Order").role("Order reader", Map.of("prvReadnew_Order", "Local"));
        Inventory all = inventory(Scope.of(SecurityRole.TYPE).named("Order*"));
        SecurityRole role =
                (SecurityRole) all.find(SecurityRole.TYPE.key("Order reader")).orElseThrow();
        assertThat(role.definition().privileges()).containsEntry("prvReadnew_Order", PrivilegeDepth.LOCAL);
    }

    @Test
    void the_organisation_tells_what_decides_an_import() {
        world.from().lockUnmanaged().maxUpload(1234).languages(1033, 1031).version("9.2.25063.198");
        Organization organization =
                inventory(Scope.everything()).all(Organization.TYPE).get(0);
        assertThat(organization.version()).contains("9.2.25063.198");
        assertThat(organization.languages()).containsExactly("1031", "1033");
        assertThat(organization.gates().unmanagedLocked()).isTrue();
        assertThat(organization.gates().mostBytes()).isEqualTo(1234);
        assertThat(organization.depths()).containsKey("prvReadAccount");
        assertThat(organization.ownPrivileges()).contains("prvReadAccount");
    }

    @Test
    void choices_of_the_service_are_no_cargo() {
        assertThat(inventory(Scope.everything()).all(GlobalChoice.TYPE)).allMatch(GlobalChoice::isManaged);
    }

    @Test
    void a_plan_asks_for_all_lists_with_one_batch_and_for_details_with_one_request_a_type() {
        for (int i = 1; i <= 5; i++) {
            world.from().table("new_Part" + i, "Part " + i).role("Role " + i, Map.of("prvReadnew_Part" + i, "Basic"));
        }
        long few = requests(Scope.of(DataverseTable.TYPE, SecurityRole.TYPE).named("*1"));
        long many = requests(Scope.of(DataverseTable.TYPE, SecurityRole.TYPE).named("*"));
        assertThat(many - few).isLessThanOrEqualTo(2);
    }

    private long requests(Scope scope) {
        long before = world.dev.requests(FakeEffect.READ);
        inventory(scope);
        return world.dev.requests(FakeEffect.READ) - before;
    }
}
