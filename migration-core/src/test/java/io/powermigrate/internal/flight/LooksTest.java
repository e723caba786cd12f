package io.powermigrate.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who look at once share looks, and nobody gets one that began before they asked. */
@Timeout(20)
class LooksTest {

    private final LinkedBlockingQueue<CompletableFuture<String>> begun = new LinkedBlockingQueue<>();
    private final Looks<String> looks = new Looks<>(this::look);
    private final List<Thread> threads = new ArrayList<>();

    /** A list that somebody reads: it ends when the test says what is in it. */
    private String look() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        begun.add(answer);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("interrupted", "run again");
        } catch (java.util.concurrent.ExecutionException e) {
            throw (MigrationException) e.getCause();
        }
    }

    @AfterEach
    void endThreads() {
        threads.forEach(Thread::interrupt);
    }

    /** Asks on a thread of its own; returns when that has either begun a look or waits. */
    private CompletableFuture<String> ask() {
        CompletableFuture<String> got = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                got.complete(looks.now());
            } catch (RuntimeException | Error e) {
                got.completeExceptionally(e);
            }
        });
        threads.add(thread);
        thread.start();
        while ((thread.getState() != Thread.State.WAITING || !isLooking(thread)) && !got.isDone()) {
            Thread.onSpinWait();
        }
        return got;
    }

    /** And does not wait for a class that is loaded on its way there. */
    private static boolean isLooking(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Looks.class.getName()));
    }

    /** Two look, the third waits to begin a look, the fourth shares that one. */
    private List<CompletableFuture<String>> four() {
        return List.of(ask(), ask(), ask(), ask());
    }

    private CompletableFuture<String> begun() throws InterruptedException {
        return begun.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void nobody_gets_what_a_look_found_that_began_before_they_asked() throws InterruptedException {
        CompletableFuture<String> first = ask();
        CompletableFuture<String> second = ask();
        CompletableFuture<String> third = ask();
        begun().complete("before anything was made");
        assertThat(first.join()).isEqualTo("before anything was made");
        begun().complete("still before");
        assertThat(second.join()).isEqualTo("still before");
        begun().complete("one was made");
        assertThat(third.join()).isEqualTo("one was made");
    }

    @Test
    void who_asks_before_the_next_look_begins_shares_it() throws InterruptedException {
        ask();
        ask();
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            waiting.add(ask());
        }
        assertThat(begun).as("not one for each").hasSize(2);
        begun().complete("a");
        begun().complete("b");
        begun().complete("c");
        assertThat(waiting).allSatisfy(each -> assertThat(each.join()).isEqualTo("c"));
        assertThat(begun).isEmpty();
    }

    @Test
    void a_look_that_fails_fails_for_all_who_share_it() throws InterruptedException {
        List<CompletableFuture<String>> four = four();
        CompletableFuture<String> third = four.get(2);
        CompletableFuture<String> fourth = four.get(3);
        begun().complete("a");
        begun().complete("b");
        begun().completeExceptionally(new MigrationException("no list", "look again"));
        for (CompletableFuture<String> each : List.of(third, fourth)) {
            assertThatThrownBy(each::join)
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("no list");
        }
        CompletableFuture<String> fifth = ask();
        begun().complete("d");
        assertThat(fifth.join()).isEqualTo("d");
    }

    @Test
    void who_is_interrupted_takes_nobody_with_it() throws InterruptedException {
        List<CompletableFuture<String>> four = four();
        CompletableFuture<String> third = four.get(2);
        CompletableFuture<String> fourth = four.get(3);
        threads.get(2).interrupt(); // it would have begun the look that the fourth waits for
        assertThatThrownBy(third::join).hasMessageContaining("interrupted");
        begun().complete("a");
        begun().complete("b");
        begun().complete("c");
        assertThat(fourth.join()).isEqualTo("c");
    }

    @Test
    void who_is_interrupted_while_it_looks_takes_nobody_with_it() throws InterruptedException {
        List<CompletableFuture<String>> four = four();
        CompletableFuture<String> third = four.get(2);
        CompletableFuture<String> fourth = four.get(3);
        begun().complete("a");
        begun().complete("b");
        begun();
        threads.get(2).interrupt();
        assertThatThrownBy(third::join).hasMessageContaining("interrupted");
        begun().complete("c");
        assertThat(fourth.join()).isEqualTo("c");
    }

    @Test
    void one_after_the_other_everybody_looks_afresh() {
        AtomicInteger count = new AtomicInteger();
        Looks<Integer> fresh = new Looks<>(count::incrementAndGet);
        assertThat(List.of(fresh.now(), fresh.now(), fresh.now())).containsExactly(1, 2, 3);
    }
}
