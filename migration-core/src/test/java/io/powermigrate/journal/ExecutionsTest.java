package io.powermigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.model.ResourceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approval is used once its execution came to an end; one that was cut off goes on. */
class ExecutionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Path folder;
    private int plans;

    ExecutionsTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("journal");
    }

    private static StepLog steps(Journal journal, String originId) {
        Subject crossing = new Subject("dev", "prod", new ResourceKey("app", "Expenses"), originId, "fingerprint");
        return journal.steps(crossing, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Execution execution(String destination) {
        return new Execution("plan " + ++plans, destination, "Contoso Prod", "ada@contoso.com", NOW);
    }

    @Test
    void an_approval_is_used_once_also_by_another_process() {
        Execution execution = execution("prod");
        try (Journal journal = Journal.in(folder)) {
            try (Journal.Claim claim = journal.claim(execution)) {
                claim.begin();
                claim.end(NOW);
            }
        }
        try (Journal journal = Journal.in(folder)) {
            assertThatThrownBy(() -> journal.claim(execution))
                    .hasMessageContaining("was used before, at 2026-11-24T08:00:00Z")
                    .hasMessageContaining("Plan again");
            journal.claim(execution("prod")).close();
        }
    }

    @Test
    void an_execution_that_was_cut_off_can_be_claimed_again_and_tells_what_was_written_since_it_began() {
        try (Journal journal = Journal.in(folder);
                Journal.Claim before = journal.claim(execution("prod"))) {
            before.begin();
            steps(journal, "a1").write("import", Entry.State.INTENT, "");
        }
        Execution execution = execution("prod");
        try (Journal journal = Journal.in(folder);
                Journal.Claim claim = journal.claim(execution)) {
            assertThat(claim.earlier()).isEmpty();
            claim.begin();
            steps(journal, "a2").write("import", Entry.State.INTENT, "");
        }
        try (Journal journal = Journal.in(folder);
                Journal.Claim claim = journal.claim(execution)) {
            claim.begin();
            steps(journal, "a2").write("import", Entry.State.NOT_STARTED, "");
        }
        try (Journal journal = Journal.in(folder)) {
            try (Journal.Claim claim = journal.claim(execution)) {
                assertThat(claim.earlier())
                        .extracting(Entry::state)
                        .containsExactly(Entry.State.INTENT, Entry.State.NOT_STARTED);
            }
        }
    }

    @Test
    void an_approval_that_a_journal_without_ends_shows_is_used() throws IOException {
        Execution execution = execution("prod");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("journal.jsonl"), """
                {"journal":"1"}
                {"line":"execution","at":"2026-11-24T08:00:00Z","plan":"plan 1","destination":"prod","name":"Contoso Prod","by":"ada@contoso.com"}
                """);
        try (Journal journal = Journal.in(folder)) {
            assertThatThrownBy(() -> journal.claim(execution)).hasMessageContaining("was used before");
        }
    }

    @Test
    void what_was_written_about_another_destination_is_not_told() {
        Execution execution = execution("test");
        try (Journal journal = Journal.in(folder)) {
            try (Journal.Claim claim = journal.claim(execution)) {
                claim.begin();
            }
            try (Journal.Claim other = journal.claim(execution("prod"))) {
                other.begin();
                steps(journal, "a1").write("import", Entry.State.INTENT, "");
            }
            try (Journal.Claim claim = journal.claim(execution)) {
                assertThat(claim.earlier()).isEmpty();
            }
        }
    }

    @Test
    void an_execution_that_was_cut_off_is_over_once_another_one_began_there() {
        Execution execution = execution("prod");
        try (Journal journal = Journal.in(folder)) {
            try (Journal.Claim claim = journal.claim(execution)) {
                claim.begin();
            }
            try (Journal.Claim claim = journal.claim(execution("prod"))) {
                claim.begin();
            }
            assertThatThrownBy(() -> journal.claim(execution)).hasMessageContaining("was used before");
        }
    }

    @Test
    void an_approval_of_which_nothing_began_can_be_used() {
        Execution execution = execution("prod");
        try (Journal journal = Journal.in(folder)) {
            journal.claim(execution).close();
            journal.claim(execution).close();
        }
    }
}
