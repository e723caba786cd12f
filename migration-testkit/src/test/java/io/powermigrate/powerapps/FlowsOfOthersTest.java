package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.AppDocument;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A maker's list of flows holds only what the maker created; what is shared with the maker comes in another. */
class FlowsOfOthersTest {
    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final FakeUser ada = fake.tenant("contoso.example").user("ada@contoso.example", "pw-1");
    private final FakeUser cleo = fake.tenant("fabrikam.example").user("cleo@fabrikam.example", "pw-3");
    private final FakeUser bob = fake.tenant("fabrikam.example").user("bob@fabrikam.example", "pw-2");
    private final FakeEnvironment dev = fake.tenant("contoso.example").environment("Dev");
    private final FakeEnvironment prod = fake.tenant("fabrikam.example").environment("Prod");

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void a_flow_that_somebody_else_created_in_the_destination_is_found_and_nobody_is_told_to_make_it() {
        FakeFlow wanted = dev.flow("Approve");
        dev.app("Expenses").running(wanted);
        prod.flow("Approve").owner(cleo).coOwner(bob);

        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, bob)) {
            List<RecreateItem> flows = migration(source, destination).plan().recreate().stream()
                    .filter(item -> item.key().type().equals(CloudFlow.TYPE.name()))
                    .toList();
            assertThat(flows).extracting(RecreateItem::state).containsOnly(RecreateItem.State.SATISFIED);
        }
    }

    @Test
    void the_connections_of_a_flow_that_no_list_shows_are_told_by_the_package_of_its_app() {
        FakeUser other = ada.tenant().user("bob@contoso.example", "pw-4");
        FakeConnection sql = dev.connection("shared_sql", "Of Bob").owner(other);
        FakeFlow hidden = dev.flow("Approve").owner(other).calling(sql);
        dev.app(running(hidden));

        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, cleo)) {
            Plan plan = migration(source, destination).plan();
            RecreateItem connection = of(Connection.TYPE, plan);
            assertThat(connection.remedy()).contains("Choose the connector \"shared_sql\".");
            assertThat(connection.lines()).extracting(Binding::from).contains(sql.name());
            assertThat(connection.waiting())
                    .extracting(ResourceKey::type)
                    .contains(CanvasApp.TYPE.name(), CloudFlow.TYPE.name());
            assertThat(of(CloudFlow.TYPE, plan).remedy()).contains("Pick connections of \"shared_sql\".");
        }
    }

    @Test
    void an_app_waits_for_the_connection_that_its_package_needs_also_where_the_flow_is_there() {
        FakeConnection sql = dev.connection("shared_sql", "Of Ada");
        FakeFlow flow = dev.flow("Approve").calling(sql);
        dev.app(running(flow));
        prod.flow("Approve");
        prod.connection("shared_sql", "One");
        prod.connection("shared_sql", "Two");

        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, cleo)) {
            Plan plan = migration(source, destination).plan();
            assertThat(of(CloudFlow.TYPE, plan).isSatisfied()).isTrue();
            assertThat(of(Connection.TYPE, plan).state()).isEqualTo(RecreateItem.State.AMBIGUOUS);
            assertThat(plan.steps())
                    .filteredOn(step -> step.key().type().equals(CanvasApp.TYPE.name()))
                    .extracting(Step::action)
                    .containsExactly(Action.HELD);
        }
    }

    private static byte[] running(FakeFlow flow) {
        return AppDocument.named("Leave request")
                .screen("Home")
                .flow("Approve", flow.id(), words -> {})
                .toBytes();
    }

    private static RecreateItem of(ResourceType<?> type, Plan plan) {
        return plan.recreate().stream()
                .filter(item -> item.key().type().equals(type.name()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 250})
    void flows_created_shared_or_both_come_once_over_several_pages(int pageSize) {
        prod.flow("Own").owner(bob);
        prod.flow("Own and shared").owner(bob).coOwner(cleo);
        prod.flow("Given").owner(cleo).coOwner(bob);
        prod.flow("Given, of a solution").owner(cleo).coOwner(bob).inSolution("11111111-0000-0000-0000-000000000001");
        prod.flow("Of somebody else").owner(cleo);
        fake.service().pageSize(pageSize);

        try (Endpoint source = fake.connect(prod, bob);
                Endpoint destination = fake.connect(dev, ada)) {
            Inventory listed = migration(source, destination).inventory();
            assertThat(listed.all(CloudFlow.TYPE))
                    .extracting(CloudFlow::displayName)
                    .containsExactlyInAnyOrder("Own", "Own and shared", "Given", "Given, of a solution");
            assertThat(listed.coverage(CloudFlow.TYPE.name()))
                    .map(Coverage::state)
                    .contains(Coverage.State.VISIBLE_ONLY);
        }
    }

    private Migration migration(Endpoint source, Endpoint destination) {
        return Migration.from(source)
                .to(destination)
                .install(PowerApps.plugin())
                .time(fake.time())
                .build();
    }
}
