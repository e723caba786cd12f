package io.powermigrate.testkit.contract;

import io.powermigrate.model.Resource;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader promises. Inherit it, say which reader and between which environments, and its tests run: each names the
 * promise, and a failure says how it was broken.
 *
 * @param <R> what it reads
 */
@SuppressWarnings("NullAway.Init") // opened before each test
public abstract class ReaderContract<R extends Resource> {

    @TempDir
    Path folder;

    private TwoEnvironments environments;
    private ResourceReader<R> reader;

    /** For a test class to inherit. */
    protected ReaderContract() {}

    /** What is tested. */
    protected abstract ResourceReader<R> subject();

    /** New environments, for one test. */
    protected abstract TwoEnvironments open();

    @BeforeEach
    void openEnvironments() {
        environments = open();
        reader = subject();
    }

    @AfterEach
    void closeEnvironments() {
        environments.close();
    }

    TwoEnvironments environments() {
        return environments;
    }

    /** The same one for the whole test. */
    ResourceReader<R> reader() {
        return reader;
    }

    Workspace workspace() {
        return Workspace.at(folder);
    }

    Reading<R> reading() {
        return new Reading<>(reader(), environments, workspace());
    }

    @Test
    void every_key_once() {
        Promise.EVERY_KEY_ONCE.holds(reading()::everyKeyOnce);
    }

    @Test
    void what_has_not_changed_reads_the_same() {
        Promise.STABLE_READING.holds(reading()::stable);
    }

    @Test
    void listing_and_fetching_send_nothing_above_read() {
        Promise.PLANNING_READS_ONLY.holds(reading()::readsOnly);
    }

    @Test
    void a_429_is_waited_out_while_reading() {
        Promise.THROTTLING_WAITED_OUT.holds(reading()::throttlingWaitedOut);
    }

    @Test
    void content_holds_no_secret() {
        Promise.NO_SECRET.holds(reading()::noSecret);
    }

    @Test
    void one_line_for_a_shared_name_binds_all_that_have_it() {
        Promise.SHARED_NAME.holds(reading()::sharedNamesBind);
    }

    @Test
    void a_cancelled_stream_closes_its_pages() {
        Promise.CLOSED_PAGES.holds(reading()::closedPages);
    }
}
