package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeGateway;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiveListsTest {

    private static final String PLANTED = "PLANTED";

    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final FakeUser ada = fake.tenant("contoso.example").user("ada@contoso.example", "pw-1");
    private final FakeUser bob = fake.tenant("fabrikam.example").user("bob@fabrikam.example", "pw-2");
    private final FakeEnvironment dev =
            fake.tenant("contoso.example").environment("Dev").maker(ada);
    private final FakeEnvironment prod =
            fake.tenant("fabrikam.example").defaultEnvironment().maker(bob);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        fake.close();
    }

    private FakeConnection filled() {
        FakeConnector orders = dev.customConnector("Orders API").servedBy("api.contoso.example");
        FakeGateway gateway = dev.gateway("Office").administeredBy(ada);
        FakeConnection sql = dev.connection("shared_sql", "Sales")
                .parameter("server", "dev.example.com")
                .parameter("password", PLANTED)
                .through(gateway);
        FakeConnection custom = dev.connection(orders, "Orders");
        dev.flow("Approve")
                .definition(
                        "{\"triggers\":{\"manual\":{\"type\":\"Request\",\"kind\":\"PowerAppV2\"}},\"actions\":{\"Call\":"
                                + "{\"type\":\"Http\",\"inputs\":{\"uri\":\"https://x.example.com/?sig=" + PLANTED
                                + "\",\"authentication\":{\"password\":\"" + PLANTED
                                + "\"}}}},\"metadata\":{\"creator\":{\"id\":\""
                                + PLANTED + "\"}}}")
                .calling(sql)
                .calling(custom);
        return sql;
    }

    @Test
    void one_request_reads_each_list_two_that_of_flows_and_fetching_adds_what_lists_do_not_show() {
        filled();
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, bob)) {
            Migration migration = migration(source, destination, Mapping.none());
            long before = authorized();
            Inventory listed = migration.inventory();
            assertThat(authorized() - before).isEqualTo(6);
            assertThat(names(listed)).contains("Approve", "Sales", "Orders", "Orders API", "Office");
            assertThat(listed.coverage().values())
                    .allMatch(coverage -> coverage.state() == Coverage.State.VISIBLE_ONLY);
            assertThatThrownBy(() -> listed.all(CloudFlow.TYPE).get(0).signature())
                    .hasMessageContaining("only its list was read");
            assertThatThrownBy(() -> listed.all(CustomConnector.TYPE).get(0).definition())
                    .hasMessageContaining("only its list was read");

            Inventory read = migration.read().source();
            CloudFlow flow = read.all(CloudFlow.TYPE).get(0);
            assertThat(flow.isCallable()).isTrue();
            assertThat(flow.connections()).hasSize(2);
            assertThat(flow.artifacts()).hasSize(1);
            CustomConnector connector = read.all(CustomConnector.TYPE).get(0);
            assertThat(connector.backend()).isEqualTo("api.contoso.example");
            assertThat(connector.artifacts()).hasSize(2);
            assertThat(read.all(Gateway.TYPE)).hasSize(1);
        }
        assertThat(fake.service().unmatched()).isEmpty();
    }

    @Test
    void a_source_can_be_read_in_full_without_a_destination() {
        filled();
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, bob);
                Workspace workspace = Workspace.temporary()) {
            Inventory whole = Migration.from(source).inventory(workspace, PowerApps.plugin());

            assertThat(whole.toJson())
                    .isEqualTo(migration(source, destination, Mapping.none())
                            .read()
                            .source()
                            .toJson());
        }
    }

    @Test
    void every_page_is_read() {
        for (int i = 0; i < 7; i++) {
            dev.connection("shared_sql", "Sales " + i);
            dev.customConnector("Orders " + i);
            dev.flow("Approve " + i);
        }
        fake.service().pageSize(2);
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, bob)) {
            Inventory listed = migration(source, destination, Mapping.none()).inventory();
            assertThat(listed.all(Connection.TYPE)).hasSize(7);
            assertThat(listed.all(CustomConnector.TYPE)).hasSize(7);
            assertThat(listed.all(CloudFlow.TYPE)).hasSize(7);
        }
    }

    @Test
    void requests_are_one_to_find_the_environment_six_for_five_lists_and_their_further_pages() {
        filled();
        for (int i = 0; i < 7; i++) {
            dev.connection("shared_sql", "Sales " + i);
            dev.flow("Approve " + i);
        }
        fake.service().pageSize(2);
        long before = authorized();
        try (Endpoint source = fake.connect(dev, ada)) {
            assertThat(authorized() - before).as("to find the environment").isEqualTo(1);
            Inventory destination =
                    Inventory.of("empty", "Empty", Document.empty()).build();
            Inventory listed = Migration.from(source)
                    .to(destination)
                    .install(PowerApps.plugin())
                    .time(fake.time())
                    .build()
                    .inventory();
            long pages = Stream.of(CanvasApp.TYPE, CloudFlow.TYPE, Connection.TYPE, CustomConnector.TYPE)
                    .mapToLong(type -> Math.max(1, (listed.all(type).size() + 1) / 2))
                    .sum();
            assertThat(listed.all(Connection.TYPE)).hasSizeGreaterThan(7);
            assertThat(authorized() - before).isEqualTo(1 + pages + 2); // gateways and shared flows come in one page
        }
    }

    @Test
    void no_planted_secret_reaches_an_inventory_a_plan_or_the_workspace() throws IOException {
        filled();
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, bob)) {
            Migration migration = migration(source, destination, Mapping.none());
            Plan plan = migration.plan();
            assertThat(migration.read().source().toJson() + plan.toLongText() + plan.toJson())
                    .doesNotContain(PLANTED, "sig=");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> kept = files.filter(Files::isRegularFile).toList();
            assertThat(kept).isNotEmpty();
            for (Path file : kept) {
                assertThat(Files.readString(file)).doesNotContain(PLANTED, "sig=");
            }
        }
    }

    @Test
    void what_a_person_makes_closes_its_item_and_a_broken_connection_does_not() {
        FakeConnection wanted = filled();
        FakeGateway office = prod.gateway("Office").administeredBy(bob);
        FakeConnection made = prod.connection("shared_sql", "Made by hand")
                .parameter("server", "prod.example.com")
                .through(office)
                .status("Error");
        Mapping mapping = Mapping.of(Bind.text("dev.example.com", "prod.example.com"));
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint destination = fake.connect(prod, bob)) {
            assertThat(item(migration(source, destination, mapping).plan(), wanted))
                    .isEqualTo(RecreateItem.State.MISSING);
            made.status("Connected");
            assertThat(item(migration(source, destination, mapping).plan(), wanted))
                    .isEqualTo(RecreateItem.State.SATISFIED);
            assertThat(item(migration(source, destination, Mapping.none()).plan(), wanted))
                    .isEqualTo(RecreateItem.State.MISSING);
            prod.connection("shared_sql", "Another")
                    .parameter("server", "prod.example.com")
                    .through(office);
            assertThat(item(migration(source, destination, mapping).plan(), wanted))
                    .isEqualTo(RecreateItem.State.AMBIGUOUS);
        }
    }

    @Test
    void an_application_reads_the_lists_for_administrators() {
        filled();
        FakeApplication robot =
                fake.tenant("contoso.example").application("robot", "pw-3").registeredAsAdmin();
        try (Endpoint source = fake.connect(dev, fake.credential(robot));
                Endpoint destination = fake.connect(prod, bob)) {
            Inventory listed = migration(source, destination, Mapping.none()).inventory();
            assertThat(listed.coverage(CloudFlow.TYPE.name())).contains(Coverage.complete());
            assertThat(listed.coverage(Connection.TYPE.name())).contains(Coverage.complete());
            assertThat(listed.all(Connection.TYPE)).hasSize(2);
            assertThat(listed.coverage(CustomConnector.TYPE.name()).map(Coverage::isReadable))
                    .contains(false);
        }
        assertThat(fake.service().unmatched()).isEmpty();
    }

    private long authorized() {
        return fake.service().requests().stream()
                .filter(SeenRequest::authorized)
                .count();
    }

    private Migration migration(Endpoint source, Endpoint destination, Mapping mapping) {
        return Migration.from(source)
                .to(destination)
                .install(PowerApps.plugin())
                .mapping(mapping)
                .time(fake.time())
                .workspace(Workspace.at(folder))
                .build();
    }

    private static RecreateItem.State item(Plan plan, FakeConnection connection) {
        return plan.recreate().stream()
                .collect(Collectors.toMap(each -> each.key().name(), Function.identity()))
                .entrySet()
                .stream()
                .filter(each -> each.getKey().equals("shared_sql / " + connection.displayName()))
                .map(each -> each.getValue().state())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Inventory inventory) {
        return inventory.all().stream().map(Resource::displayName).toList();
    }
}
