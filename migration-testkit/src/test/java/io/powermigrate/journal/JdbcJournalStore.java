package io.powermigrate.journal;

import io.powermigrate.error.MigrationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An example: the lines of a journal in a database. It needs two tables, and three connections at most. The hold is a lock
 * on a row in a transaction of its own, so the database gives it back when the process dies; the number of a line is its
 * primary key, so a writer whose lock was lost cannot write beside the next one.
 */
final class JdbcJournalStore implements JournalStore {

    /** Runs on every database that knows varchar. */
    static final String[] TABLES = {
        "create table if not exists journal_line (journal varchar(200) not null, number bigint not null,"
                + " line varchar(20000) not null, primary key (journal, number))",
        "create table if not exists journal_hold (journal varchar(200) primary key, holder varchar(2000) not null)",
        "create table if not exists journal_lock (journal varchar(200) primary key)"
    };

    private final DataSource database;
    private final String journal;
    private long last;

    JdbcJournalStore(DataSource database, String journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Something to be done with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public long read(long after, Consumer<String> lines) {
        return done("was not read", connection -> read(connection, after, lines));
    }

    private long read(Connection connection, long after, Consumer<String> lines) throws SQLException {
        long position = after;
        try (PreparedStatement select = prepared(
                connection, "select number, line from journal_line where journal = ? and number > ? order by number")) {
            select.setLong(2, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    position = rows.getLong(1);
                    lines.accept(rows.getString(2));
                }
            }
        }
        return position;
    }

    @Override
    public synchronized long append(String line) {
        return done("did not keep a line", connection -> {
            try (PreparedStatement insert =
                    prepared(connection, "insert into journal_line (journal, number, line) values (?, ?, ?)")) {
                insert.setLong(2, last + 1);
                insert.setString(3, line);
                insert.executeUpdate();
            }
            return ++last;
        });
    }

    @Override
    public Hold hold(String holder) {
        Connection locking = opened();
        try {
            if (!isLocked(locking)) {
                close(locking);
                throw new JournalHeldException("The journal " + place(), done("was not read", this::holder));
            }
            done("could not be taken", connection -> named(connection, holder));
            synchronized (this) {
                last = read(0, line -> {});
            }
            return () -> close(locking);
        } catch (SQLException e) {
            close(locking);
            throw broken("could not be taken", e);
        }
    }

    /** The lock lives as long as the transaction. */
    private boolean isLocked(Connection connection) throws SQLException {
        try (PreparedStatement insert = prepared(
                connection,
                "insert into journal_lock (journal) select ? where not exists"
                        + " (select 1 from journal_lock where journal = ?)")) {
            insert.setString(2, journal);
            insert.executeUpdate();
        }
        connection.setAutoCommit(false);
        try (PreparedStatement select =
                prepared(connection, "select journal from journal_lock where journal = ? for update nowait")) {
            return select.executeQuery().next();
        } catch (SQLException another) {
            return false;
        }
    }

    private boolean named(Connection connection, String holder) throws SQLException {
        try (PreparedStatement delete = prepared(connection, "delete from journal_hold where journal = ?")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                prepared(connection, "insert into journal_hold (journal, holder) values (?, ?)")) {
            insert.setString(2, holder);
            return insert.executeUpdate() == 1;
        }
    }

    private String holder(Connection connection) throws SQLException {
        try (PreparedStatement select = prepared(connection, "select holder from journal_hold where journal = ?");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) : "another process";
        }
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, journal);
        return statement;
    }

    private <T> T done(String what, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw broken(what, e);
        }
    }

    private Connection opened() {
        try {
            Connection connection = database.getConnection();
            try (Statement create = connection.createStatement()) {
                for (String table : TABLES) {
                    create.execute(table);
                }
            }
            return connection;
        } catch (SQLException e) {
            throw broken("could not be taken", e);
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // the database gives the lock back by itself
        }
    }

    @Override
    public String place() {
        return "\"" + journal + "\" of the database";
    }

    private MigrationException broken(String what, SQLException e) {
        return new MigrationException(
                "The journal " + place() + " " + what + " because " + e.getMessage(),
                "Check that the database can be reached and written",
                e);
    }
}
