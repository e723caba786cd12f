package io.powermigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a folder is there for the next process, has one writer, and never loses a line that was acknowledged. */
class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ResourceKey KEY = new ResourceKey("app", "Expenses");

    private final Path folder;
    private int plans;

    JournalTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("journal");
    }

    private static Subject crossing(String originId) {
        return new Subject("dev", "prod", KEY, originId, "fingerprint");
    }

    private static StepLog steps(Journal journal, String originId) {
        return journal.steps(crossing(originId), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Execution execution(String destination) {
        return new Execution("plan " + ++plans, destination, "Contoso Prod", "ada@contoso.com", NOW);
    }

    private Path lines() {
        return folder.resolve("journal.jsonl");
    }

    /** Two lines, written by a process that has ended. */
    private void written() {
        try (Journal journal = Journal.in(folder);
                Journal.Claim claim = journal.claim(execution("prod"))) {
            claim.begin();
            steps(journal, "a1").write("import", Entry.State.INTENT, "");
            steps(journal, "a1").write("import", Entry.State.STARTED, "job 1\n\u202e\"");
        }
    }

    @Test
    void lines_are_there_for_the_next_process() {
        written();
        try (Journal journal = Journal.in(folder)) {
            assertThat(journal.isKept()).isTrue();
            assertThat(journal.entries())
                    .extracting(Entry::state)
                    .containsExactly(Entry.State.INTENT, Entry.State.STARTED);
            assertThat(journal.open()).extracting(Entry::reference).containsExactly("job 1\n\u202e\"");
        }
    }

    @Test
    void a_line_that_was_being_written_when_the_process_died_counts_as_never_written() throws IOException {
        written();
        String torn = "{\"line\":\"step\",\"at\":\"2026-";
        Files.writeString(lines(), torn, StandardOpenOption.APPEND);
        try (Journal journal = Journal.in(folder)) {
            assertThat(journal.entries()).hasSize(2);
            try (Journal.Claim claim = journal.claim(execution("prod"))) {
                claim.begin();
                steps(journal, "a1").write("import", Entry.State.DONE, "job 1");
            }
        }
        assertThat(Files.readString(lines())).doesNotContain(torn + "{").endsWith("}\n");
        assertThat(Journal.in(folder).entries()).hasSize(3);
    }

    @Test
    void damage_is_told_with_its_line() throws IOException {
        written();
        List<String> all = Files.readAllLines(lines());
        all.set(2, all.get(2).replace("INTENT", "WISH"));
        Files.write(lines(), all);
        assertThatThrownBy(() -> Journal.in(folder))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("its line 3 is damaged")
                .hasMessageContaining("Restore the journal from a backup");
    }

    @Test
    void a_journal_of_another_version_is_refused() throws IOException {
        written();
        Files.writeString(lines(), Files.readString(lines()).replaceFirst("\"1\"", "\"2\""));
        assertThatThrownBy(() -> Journal.in(folder)).hasMessageContaining("its version is \"2\", not \"1\"");
    }

    @Test
    void a_second_writer_is_refused_and_told_who_writes_since_when() {
        try (Journal first = Journal.in(folder);
                Journal second = Journal.in(folder);
                Journal.Claim claim = first.claim(execution("prod"))) {
            claim.begin();
            assertThatThrownBy(() -> second.claim(execution("elsewhere")))
                    .isInstanceOfSatisfying(JournalHeldException.class, held -> assertThat(held.holder())
                            .contains("process " + ProcessHandle.current().pid())
                            .contains("approved by ada@contoso.com")
                            .contains("since 2026-11-24T08:00:00Z"));
        }
    }

    @Test
    void the_next_process_may_write_and_knows_what_was_written_meanwhile() {
        try (Journal first = Journal.in(folder);
                Journal second = Journal.in(folder)) {
            written();
            try (Journal.Claim claim = second.claim(execution("prod"))) {
                claim.begin();
                steps(second, "a1").write("import", Entry.State.DONE, "job 1");
            }
            assertThat(first.entries()).hasSize(3);
            first.claim(execution("prod")).close();
        }
    }

    @Test
    void one_execution_at_a_time_changes_a_destination_whatever_journals_are_used() {
        try (Journal.Claim claim = Journal.inMemory().claim(execution("prod"))) {
            claim.begin();
            assertThatThrownBy(() -> Journal.inMemory().claim(execution("prod")))
                    .isInstanceOf(JournalHeldException.class)
                    .hasMessageContaining("Contoso Prod was not taken because it is held by process");
            Journal.inMemory().claim(execution("elsewhere")).close();
        }
        Journal.inMemory().claim(execution("prod")).close();
    }

    @Test
    void two_destinations_share_a_journal() {
        try (Journal journal = Journal.in(folder)) {
            Journal.Claim one = journal.claim(execution("prod"));
            Journal.Claim two = journal.claim(execution("elsewhere"));
            one.begin();
            one.close();
            two.begin();
            steps(journal, "a1").write("import", Entry.State.INTENT, "");
            two.close();
        }
        assertThat(Journal.in(folder).open()).hasSize(1);
    }

    @Test
    void somebody_can_say_that_an_operation_was_not_started() {
        written();
        try (Journal journal = Journal.in(folder)) {
            journal.notStarted(KEY, "Ada looked in the list of apps", NOW);
            assertThat(journal.open()).isEmpty();
            assertThatThrownBy(() -> journal.notStarted(KEY, "Ada looked again", NOW))
                    .hasMessageContaining("Nothing was recorded of app \"Expenses\"")
                    .hasMessageContaining("Journal.open()");
        }
        assertThat(Journal.in(folder).open()).isEmpty();
    }

    @Test
    void an_interrupt_breaks_no_line() {
        try (Journal journal = Journal.in(folder);
                Journal.Claim claim = journal.claim(execution("prod"))) {
            claim.begin();
            Thread.currentThread().interrupt();
            steps(journal, "a1").write("import", Entry.State.INTENT, "");
            steps(journal, "a1").write("import", Entry.State.STARTED, "job 1");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Journal.in(folder).entries()).hasSize(2);
    }

    @Test
    void what_was_made_stays_made_when_it_is_updated_and_another_pair_of_environments_is_another_thing() {
        Journal journal = Journal.inMemory();
        steps(journal, "a1").write("arrival", Entry.State.ARRIVED, "x1");
        steps(journal, "A1").write("arrival", Entry.State.UPDATED, "x1");
        assertThat(journal.arrivals("dev", "prod", entry -> true).all(new SlotType("app")))
                .containsExactly(Binding.of("app", "a1", "x1"));
        assertThat(journal.arrivals("dev", "prod", entry -> false).all(new SlotType("app")))
                .isEmpty();
        assertThat(journal.arrivals("dev", "elsewhere", entry -> true).all(new SlotType("app")))
                .isEmpty();
        assertThat(steps(journal, "b").hasArrived("X1")).isTrue();
    }

    @Test
    void nobody_but_its_owner_reads_it() throws IOException {
        written();
        Assumptions.assumeTrue(
                Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null,
                "not tested: the file system has no permissions");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String name : List.of("journal.jsonl", "journal.lock")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_folder_that_others_may_write_into_is_refused() throws IOException {
        written();
        Assumptions.assumeTrue(
                Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null,
                "not tested: the file system has no permissions");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> Journal.in(folder)).hasMessageContaining("others may write into the folder");
    }

    @Test
    void a_link_in_place_of_a_file_is_refused() throws IOException {
        written();
        Path elsewhere = folder.resolveSibling("elsewhere");
        Files.move(lines(), elsewhere);
        Files.createSymbolicLink(lines(), elsewhere);
        assertThatThrownBy(() -> Journal.in(folder)).hasMessageContaining("it is a link or no file");
    }

    @Test
    void a_reading_goes_on_where_the_last_one_ended() {
        try (Journal writing = Journal.in(folder);
                Journal.Claim claim = writing.claim(execution("prod"))) {
            claim.begin();
            CountingStore store = new CountingStore(FileStore.in(folder));
            Journal reading = Journal.on(store);
            for (int i = 0; i < 10; i++) {
                steps(writing, "a" + i).write("import", Entry.State.INTENT, "");
                assertThat(reading.entries()).hasSize(i + 1);
            }
            assertThat(store.handedOut).as("each line is read once").isEqualTo(12);
        }
    }
}
