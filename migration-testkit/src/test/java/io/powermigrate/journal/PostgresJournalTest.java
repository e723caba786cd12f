package io.powermigrate.journal;

import io.powermigrate.testkit.contract.JournalStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The example of a journal in a database, against a PostgreSQL server. Its address comes from the environment variable
 * {@code POWERMIGRATE_POSTGRES}, such as {@code jdbc:postgresql://localhost:5432/journal?user=ada}; without it the tests
 * are skipped.
 */
class PostgresJournalTest extends JournalStoreContract {

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void emptyTheTables() throws SQLException {
        String address = System.getenv("POWERMIGRATE_POSTGRES");
        Assumptions.assumeTrue(address != null, "not tested: POWERMIGRATE_POSTGRES names no server");
        database.setURL(address);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : JdbcJournalStore.TABLES) {
                statement.execute(table);
            }
            statement.execute("delete from journal_line");
        }
    }

    @Override
    protected JournalStore open() {
        return new JdbcJournalStore(database, "Contoso's journal");
    }
}
