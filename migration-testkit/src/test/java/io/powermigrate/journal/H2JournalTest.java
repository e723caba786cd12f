package io.powermigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.testkit.contract.JournalStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of a journal in a database, in one that lives in the memory of this process. */
class H2JournalTest extends JournalStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void startTheDatabase() throws SQLException {
        database.setURL("jdbc:h2:mem:journal;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement create = connection.createStatement()) {
            for (String table : JdbcJournalStore.TABLES) {
                create.execute(table);
            }
        }
    }

    @AfterEach
    void endTheDatabase() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement shutdown = connection.createStatement()) {
            shutdown.execute("shutdown");
        }
    }

    @Override
    protected JournalStore open() {
        return new JdbcJournalStore(database, "Contoso's journal");
    }

    @Test
    void a_journal_lives_in_it() {
        Subject crossing = new Subject("dev", "prod", new ResourceKey("app", "Expenses"), "a1", "wish");
        try (Journal journal = Journal.on(open());
                Journal.Claim claim = journal.claim(new Execution("plan", "prod", "Prod", "ada@contoso.com", NOW))) {
            claim.begin();
            journal.steps(crossing, Clock.fixed(NOW, ZoneOffset.UTC)).write("import", Entry.State.INTENT, "");
        }
        assertThat(Journal.on(open()).open()).singleElement().satisfies(entry -> assertThat(entry.crossing())
                .isEqualTo(crossing));
    }
}
