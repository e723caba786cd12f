package io.powermigrate.powerapps.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.internal.plan.Matches;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A custom connector may be called otherwise than its name says: its connections follow it, however it was found. */
class ConnectorTitleTest {

    private static final String HERE = "shared_hub-2dconnector-5f9c1e2c6248d86aef--e85db4d132c38bfc";
    private static final String THERE = "shared_productivity-20hub-5f0027f520b23e81c1-5f9888a90360086012";

    private final Connection connection = connection("s1", HERE);
    private final Connection counterpart = connection("d1", THERE);

    @Test
    void by_the_title_that_both_connectors_have() {
        assertThat(match(connector(HERE, "Productivity Hub"), connector(THERE, "productivity hub"), Mapping.none())
                        .found()
                        .map(Connection::id))
                .contains(counterpart.id());
    }

    @Test
    void by_the_title_that_a_document_tells_where_no_list_shows_the_connector() {
        CustomConnector mentioned = CustomConnector.TYPE.of(
                CustomConnector.mentioned(ConnectorName.of(HERE), "Productivity Hub", "the app Expenses"));
        assertThat(match(mentioned, connector(THERE, "Productivity Hub"), Mapping.none())
                        .found()
                        .map(Connection::id))
                .contains(counterpart.id());
    }

    @Test
    void by_a_line_about_the_connector() {
        assertThat(match(connector(HERE, "One"), connector(THERE, "Two"), Mapping.of(Bind.connector(HERE, THERE)))
                        .found()
                        .map(Connection::id))
                .contains(counterpart.id());
    }

    @Test
    void a_line_about_the_connection_is_told_as_met_beside_what_its_connector_was_matched_with() {
        Set<Binding> met = new HashSet<>();
        Binding line = Bind.connection("s1", "d1");
        match(
                connector(HERE, "Productivity Hub"),
                connector(THERE, "Productivity Hub"),
                Mapping.of(line).watchedBy(met::add));
        assertThat(met).contains(line);
    }

    @Test
    void another_title_is_another_connector() {
        assertThat(match(connector(HERE, "One"), connector(THERE, "Two"), Mapping.none())
                        .kind())
                .isEqualTo(Match.Kind.ABSENT);
    }

    private Match<Connection> match(CustomConnector here, CustomConnector there, Mapping mapping) {
        Match<?> match = new Matches(
                        new Plugins(List.of(PowerApps.plugin())),
                        inventory("dev", here, connection),
                        inventory("prod", there, counterpart),
                        mapping)
                .of(connection.key());
        return match.found().isPresent()
                ? Match.one((Connection) match.found().get(), match.how())
                : Match.absent(match.how());
    }

    private static Inventory inventory(String id, CustomConnector connector, Connection connection) {
        return Inventory.of(id, id, Document.empty())
                .add(CustomConnector.TYPE, List.of(connector))
                .add(Connection.TYPE, List.of(connection))
                .build();
    }

    private static CustomConnector connector(String name, String title) {
        ConnectorName wire = ConnectorName.of(name);
        return CustomConnector.TYPE.of(Item.of(CustomConnector.key(wire), wire.wire(), title));
    }

    private static Connection connection(String id, String connector) {
        return ConnectionItems.listed(
                Document.parse("{\"name\":\"" + id + "\",\"properties\":{\"displayName\":\"Mine\","
                        + "\"apiId\":\"/providers/Microsoft.PowerApps/apis/" + connector
                        + "\",\"statuses\":[{\"status\":\"Connected\"}]}}"));
    }
}
