package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.GeneratedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run is killed in another process and run again in a third one: nothing comes twice, nothing is lost. A sample of the
 * page is compared each time, all of it on request.
 */
@Tag("table")
class KillTableTest {

    private static final int AT_ONCE = Integer.getInteger("powermigrate.kills.threads", 2);
    /** Where an app could come twice, and any other moment. */
    private static final Pattern SAMPLE =
            Pattern.compile("after `POST BAP .*/importPackage`|before line 4 .*|random moment 8|random moment 9");

    private static final Logger LOG = LoggerFactory.getLogger(KillTableTest.class);

    private final KillPage page = new KillPage();
    private final List<String> wrong = new ArrayList<>();

    @TempDir
    Path folder;

    /** {@code mvn test -Dtest=KillTableTest -Dpowermigrate.kills=whole -Dpowermigrate.docs=write} writes the page. */
    @Test
    @EnabledIfSystemProperty(named = "powermigrate.kills", matches = "whole")
    void the_whole_page_is_made_of_what_happened() throws Exception {
        for (KillWorld.Kind kind : KillWorld.Kind.ALL) {
            Moments moments = Moments.of(kind, temporary());
            page.add(kind, moments, results(kind, moments.all()));
        }
        for (TwoAtOnce two : TwoAtOnce.all()) {
            page.add(two, checked(two));
        }
        assertThat(wrong).isEmpty();
        GeneratedPage.is(KillPage.NAME, page.text());
    }

    @Test
    void a_sample_of_the_page_is_what_happens() throws Exception {
        compare(new KillWorld.Kind(false, true));
        compare(new KillWorld.Kind(true, false));
    }

    @Test
    void of_two_processes_with_one_journal_the_second_is_refused_and_told_who_runs_since_when() throws Exception {
        TwoAtOnce two = new TwoAtOnce(TwoAtOnce.Who.TWO_PROCESSES, Duration.ZERO, true);
        assertThat(checked(two).refused()).singleElement().asString().contains("process ", "since 2");
    }

    private void compare(KillWorld.Kind kind) throws Exception {
        List<Moment> moments = Moments.of(kind, temporary()).all().stream()
                .filter(moment -> SAMPLE.matcher(moment.toString()).matches())
                .toList();
        assertThat(moments).hasSize(3);
        Map<Moment, String> results = results(kind, moments);
        assertThat(wrong).isEmpty();
        results.forEach((moment, result) -> {
            if (!(moment instanceof Moment.Chance)) {
                assertThat(KillPage.published(kind, moment))
                        .as(kind + ", " + moment)
                        .isEqualTo(result);
            }
        });
    }

    private TwoAtOnce.Result checked(TwoAtOnce two) throws Exception {
        TwoAtOnce.Result result = two.result(temporary());
        if (two.shared()) {
            assertThat(result.doubled()).as(two + " " + result).isZero();
        }
        assertThat(result.refused()).as(two.toString()).allMatch(why -> why.contains("since 2"));
        return result;
    }

    private Map<Moment, String> results(KillWorld.Kind kind, List<Moment> moments) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        BlockingQueue<OtherRun> others = new LinkedBlockingQueue<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                others.add(OtherRun.ready());
            }
            Map<Moment, Future<String>> running = new LinkedHashMap<>();
            for (Moment moment : moments) {
                running.put(moment, threads.submit(() -> result(new Cell(kind, moment), others)));
            }
            return awaited(running);
        } finally {
            threads.shutdownNow();
            others.forEach(OtherRun::close);
        }
    }

    private String result(Cell cell, BlockingQueue<OtherRun> others) throws Exception {
        OtherRun next = others.take();
        try {
            String result = cell.result(temporary(), next);
            LOG.info("{}: {}", cell, result);
            return result;
        } finally {
            others.add(next);
        }
    }

    private Map<Moment, String> awaited(Map<Moment, Future<String>> running) throws InterruptedException {
        Map<Moment, String> results = new LinkedHashMap<>();
        for (Map.Entry<Moment, Future<String>> each : running.entrySet()) {
            try {
                results.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException failed) {
                wrong.add(each.getKey() + ": " + failed.getCause());
            }
        }
        return results;
    }

    private Path temporary() throws Exception {
        return Files.createTempDirectory(folder, "world");
    }
}
