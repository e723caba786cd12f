package io.powermigrate.powerapps.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.powerapps.Recordings;
import io.powermigrate.powerapps.gateway.Gateway;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionMatchTest {

    private static final String CUSTOM = "shared_orders-5f0027f520b23e81c1-5f9888a90360086012";
    private static final String CUSTOM_THERE = "shared_orders-5f1111111111111111-5f2222222222222222";

    private final ConnectionReader reader = new ConnectionReader();
    private final Connection source = connection("s1", "Sales", "shared_sql", "Connected", "\"server\":\"dev\"");

    @Test
    void the_only_one_with_equal_parameters_that_works_stands_for_it() {
        Match<Connection> match = match(
                Mapping.none(),
                connection("d1", "Other", "shared_sql", "Connected", "\"server\":\"DEV\""),
                connection("d2", "Broken", "shared_sql", "Error", "\"server\":\"dev\""),
                connection("d3", "Mail", "shared_office365", "Connected", ""));
        assertThat(match.found().map(Connection::id)).contains("d1");
        assertThat(match.how()).contains("the only connection of shared_sql");
    }

    @Test
    void of_several_the_one_of_the_same_name_is_it_and_else_all_are_candidates() {
        Connection one = connection("d1", "Sales", "shared_sql", "Connected", "\"server\":\"dev\"");
        Connection two = connection("d2", "Two", "shared_sql", "Connected", "\"server\":\"dev\"");
        Connection three = connection("d3", "Three", "shared_sql", "Connected", "\"server\":\"dev\"");
        assertThat(match(Mapping.none(), one, two).found()).contains(one);
        Match<Connection> match = match(Mapping.none(), two, three);
        assertThat(match.kind()).isEqualTo(Match.Kind.AMBIGUOUS);
        assertThat(match.candidates()).containsExactlyInAnyOrder(two, three);
    }

    @Test
    void different_parameters_are_absent_and_named_until_they_are_mapped() {
        Connection other = connection("d1", "Sales", "shared_sql", "Connected", "\"server\":\"prod\"");
        Match<Connection> match = match(Mapping.none(), other);
        assertThat(match.kind()).isEqualTo(Match.Kind.ABSENT);
        assertThat(match.how()).contains("its server is prod instead of dev");
        assertThat(match(Mapping.of(Bind.text("dev", "prod")), other).found()).contains(other);
    }

    @Test
    void a_line_for_one_connection_wins_over_one_for_its_connector_in_any_order() {
        Connection all = connection("d1", "All", "shared_sql", "Connected", "\"server\":\"dev\"");
        Connection one = connection("d2", "One", "shared_sql", "Connected", "\"server\":\"dev\"");
        Connection another = connection("s2", "Costs", "shared_sql", "Connected", "\"server\":\"dev\"");
        Binding broad = Bind.connection("shared_sql", "d1");
        for (String from : List.of("s1", "shared_sql / Sales")) {
            Binding narrow = Bind.connection(from, "d2");
            for (Mapping mapping : List.of(Mapping.of(broad, narrow), Mapping.of(narrow, broad))) {
                assertThat(match(mapping, all, one).found()).as(from).contains(one);
                assertThat(reader.match(another, inventory(all, one), mapping).found())
                        .as("of another one than %s", from)
                        .contains(all);
            }
        }
    }

    @Test
    void a_line_names_it_by_id_by_key_or_by_connector() {
        Connection other = connection("d1", "Sales", "shared_sql", "Connected", "\"server\":\"prod\"");
        for (String from : List.of("s1", "shared_sql / Sales", "shared_sql", "SHARED_SQL")) {
            assertThat(match(Mapping.of(Bind.connection(from, "d1")), other).found())
                    .as(from)
                    .contains(other);
        }
    }

    @Test
    void a_line_to_another_connector_binds_nothing() {
        Connection mail = connection("d1", "Mail", "shared_office365", "Connected", "");
        Match<Connection> match = match(Mapping.of(Bind.connection("s1", "d1")), mail);
        assertThat(match.kind()).isEqualTo(Match.Kind.NOT_FOUND);
        assertThat(match.how()).contains("shared_office365", "shared_sql");
    }

    @Test
    void one_that_does_not_work_is_found_with_its_status_as_the_difference() {
        Connection broken = connection("d1", "Sales", "shared_sql", "Error", "\"server\":\"dev\"");
        assertThat(match(Mapping.none(), broken).found()).contains(broken);
        assertThat(reader.differences(source, broken)).hasToString("[its status is Error instead of Connected]");
        assertThat(reader.differences(source, source)).isEmpty();
    }

    @Test
    void one_that_the_caller_may_not_use_is_none() {
        Connection foreign =
                Connection.TYPE.of(connection("d1", "Sales", "shared_sql", "Connected", "\"server\":\"dev\"")
                        .item()
                        .withContent(source.content().with("usableBy", List.of("somebody"))));
        Document about = Document.empty().with("callerId", "me");
        Inventory there = Inventory.of("p", "Prod", about)
                .add(Connection.TYPE, List.of(foreign))
                .build();
        assertThat(reader.match(source, there, Mapping.none()).kind()).isEqualTo(Match.Kind.ABSENT);
    }

    @Test
    void a_custom_connector_is_the_same_whatever_its_hashes() {
        Connection here = connection("s2", "Orders", CUSTOM, "Connected", "");
        Connection there = connection("d2", "Other", CUSTOM_THERE, "Connected", "");
        assertThat(reader.match(here, inventory(there), Mapping.none()).found()).contains(there);
        assertThat(here.key().name()).isEqualTo("orders / Orders");
        assertThat(here.references()).hasSize(1);
        assertThat(reader.mentions(here)).extracting(Item::id).containsExactly(CUSTOM);
    }

    @Test
    void a_gateway_is_mapped_or_the_only_one() {
        Connection here = connection("s3", "Erp", "shared_sql", "Connected", "\"gateway\":{\"id\":\"g1\"}");
        Connection there = connection("d3", "Erp", "shared_sql", "Connected", "\"gateway\":\"/gateways/g2\"");
        assertThat(here.references()).hasToString("[NEEDS gateway with the id g1]");
        assertThat(reader.match(here, inventory(there), Mapping.none()).how()).contains("its gateway is g2");
        Mapping mapping = Mapping.of(Bind.gateway("g1", "g2"));
        assertThat(reader.match(here, inventory(there), mapping).found()).contains(there);
        Inventory withGateway = Inventory.of("p", "Prod", Document.empty())
                .add(Connection.TYPE, List.of(there))
                .add(Gateway.TYPE, List.of(Gateway.TYPE.of(Item.of(Gateway.TYPE.key("Office"), "g2", "Office"))))
                .build();
        assertThat(reader.match(here, withGateway, Mapping.none()).found().map(Connection::id))
                .contains("d3");
    }

    @Test
    void a_connection_that_is_only_mentioned_is_matched_by_its_connector() {
        Connection mentioned = Connection.TYPE.of(Connection.mentioned(source.connector(), "s9", "the app Expenses"));
        Connection there = connection("d1", "Sales", "shared_sql", "Connected", "\"server\":\"prod\"");
        assertThat(reader.match(mentioned, inventory(there), Mapping.none()).found())
                .contains(there);
        assertThat(reader.match(mentioned, inventory(there), Mapping.of(Binding.asNew(Connection.TYPE, "s9")))
                        .kind())
                .isEqualTo(Match.Kind.ABSENT);
    }

    @Test
    void only_parameters_of_the_list_are_kept_and_no_secret_among_them() {
        Connection connection = connection(
                "s1",
                "Sales",
                "shared_sql",
                "Connected",
                "\"server\":\"dev\",\"password\":\"PLANTED\",\"sqlConnectionString\":\"Password=PLANTED\","
                        + "\"apiKeyOfTheVendor\":\"PLANTED\",\"database\":\"x;Password=PLANTED\","
                        + "\"siteUrl\":\"https://a.example.com/s?sig=PLANTED\"");
        assertThat(connection.parameters()).containsOnlyKeys("server");
        assertThat(connection.content().toJson()).doesNotContain("PLANTED");
    }

    @Test
    void the_recorded_connections_are_connected_and_have_an_account() {
        List<Connection> connections = Recordings.list("connections.list.env-host").stream()
                .map(ConnectionItems::listed)
                .toList();
        assertThat(connections)
                .allMatch(Connection::isConnected)
                .allMatch(connection -> connection.account().equals("admin@contoso.com"));
        assertThat(connections)
                .extracting(connection -> connection.key().name())
                .startsWith("shared_commondataserviceforapps / My CDS Connection");
        assertThat(connections.get(0).isUsableBy("f99f844b-ce3b-49ae-86f3-e374ecae789c"))
                .isTrue();
    }

    private Match<Connection> match(Mapping mapping, Connection... there) {
        return reader.match(source, inventory(there), mapping);
    }

    private static Inventory inventory(Connection... there) {
        return Inventory.of("p", "Prod", Document.empty())
                .add(Connection.TYPE, Arrays.asList(there))
                .build();
    }

    private static Connection connection(String id, String name, String connector, String status, String parameters) {
        return ConnectionItems.listed(Document.parse("{\"name\":\"" + id + "\",\"properties\":{\"displayName\":\""
                + name
                + "\",\"apiId\":\"/providers/Microsoft.PowerApps/apis/" + connector + "\",\"statuses\":[{\"status\":\""
                + status + "\"}],\"connectionParameters\":{" + parameters + "}}}"));
    }
}
