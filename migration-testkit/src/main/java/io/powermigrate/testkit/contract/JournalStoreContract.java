package io.powermigrate.testkit.contract;

import static io.powermigrate.testkit.contract.Promise.require;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.powermigrate.journal.JournalHeldException;
import io.powermigrate.journal.JournalStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a place for journals promises. Inherit it, say how the same place is opened twice, and its tests run. What no test in
 * one process can show, the store promises anyway: a line survives a loss of power, and a hold ends with its process.
 */
public abstract class JournalStoreContract {

    /** For a test class to inherit. */
    protected JournalStoreContract() {}

    /**
     * A store on the place of this test, as another process would open it; empty at the first call of a test. Called several
     * times in a test, each time for the same place.
     */
    protected abstract JournalStore open();

    private static List<String> lines(JournalStore store) {
        List<String> lines = new ArrayList<>();
        store.read(0, lines::add);
        return lines;
    }

    @Test
    void lines_come_back_in_order_and_as_they_were() {
        Promise.LINES_KEPT.holds(() -> {
            List<String> written =
                    List.of("{\"first\":\"\"}", "{\"second\":\"B\u00fcro \u4eba\u4e8b '\\\"\u202e\"}", "{}");
            JournalStore store = open();
            try (JournalStore.Hold hold = store.hold("a contract")) {
                require(hold != null, "hold gave nothing");
                written.forEach(store::append);
            }
            assertEquals(written, lines(open()), "the lines that another process reads");
        });
    }

    @Test
    void a_reading_goes_on_where_the_last_one_ended() {
        Promise.READ_ONCE.holds(() -> {
            JournalStore store = open();
            JournalStore reading = open();
            long position = reading.read(0, line -> {});
            try (JournalStore.Hold hold = store.hold("a contract")) {
                require(hold != null, "hold gave nothing");
                for (int i = 0; i < 5; i++) {
                    String line = "{\"line\":\"" + i + "\"}";
                    long after = store.append(line);
                    List<String> read = new ArrayList<>();
                    position = reading.read(position, read::add);
                    assertEquals(List.of(line), read, "what is new");
                    assertEquals(position, after, "where append and read say that a reading goes on");
                }
            }
        });
    }

    @Test
    void one_writer_at_a_time_and_the_other_one_is_told_who_it_is() {
        Promise.ONE_WRITER.holds(() -> {
            JournalStore first = open();
            JournalStore second = open();
            try (JournalStore.Hold hold = first.hold("Ada, since eight o'clock")) {
                require(hold != null, "hold gave nothing");
                require(
                        refusal(second).contains("Ada, since eight o'clock"),
                        "a second hold was not refused with the words of the first. Throw JournalHeldException");
                first.append("{}");
            }
            second.hold("Grace").close();
        });
    }

    @Test
    void who_comes_next_goes_on_after_the_last_line() {
        Promise.LINES_KEPT.holds(() -> {
            for (int i = 0; i < 3; i++) {
                JournalStore store = open();
                try (JournalStore.Hold hold = store.hold("a contract")) {
                    require(hold != null, "hold gave nothing");
                    store.append("{\"line\":\"" + i + "\"}");
                }
            }
            assertEquals(3, lines(open()).size(), "the lines of three processes");
        });
    }

    private static String refusal(JournalStore store) {
        try {
            store.hold("Grace").close();
            return "";
        } catch (JournalHeldException held) {
            return held.holder();
        }
    }
}
