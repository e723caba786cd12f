package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.GeneratedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run of a package is killed in another process and run again in a third one: no second import, the same end. A sample of
 * the page is compared each time, all of it on request.
 */
@Tag("table")
class PackageKillsTest {

    private static final int AT_ONCE = Integer.getInteger("powermigrate.kills.threads", 2);
    private static final String KINDS = System.getProperty("powermigrate.kills.kinds", "");

    private static final Logger LOG = LoggerFactory.getLogger(PackageKillsTest.class);

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "powermigrate.kills", matches = "packages")
    void the_part_of_the_page_is_made_of_what_happened() throws Exception {
        for (PackageWorld.Kind kind : PackageWorld.Kind.ALL) {
            if (kind.toString().matches(KINDS.isEmpty() ? ".*" : KINDS)) {
                PackagePage page = new PackagePage();
                page.add(kind, results(kind, PackageMoments.of(kind, temporary())));
                assertThat(wrong).isEmpty();
                GeneratedPage.is(KillPage.NAME, page.text());
            }
        }
    }

    /** Where an import could come twice. */
    @Test
    void a_sample_of_the_page_is_what_happens() throws Exception {
        compare(new PackageWorld.Kind(false, false), "after `POST PublishAllXml.*");
        compare(new PackageWorld.Kind(false, true), "after `POST ImportSolutionAsync.*");
    }

    private void compare(PackageWorld.Kind kind, String sample) throws Exception {
        List<Moment> moments = PackageMoments.of(kind, temporary()).stream()
                .filter(moment -> Pattern.matches(sample, moment.toString()))
                .toList();
        assertThat(moments).hasSize(1);
        Map<Moment, String> results = results(kind, moments);
        assertThat(wrong).isEmpty();
        results.forEach((moment, result) -> assertThat(PackagePage.published(kind, moment))
                .as(kind + ", " + moment)
                .isEqualTo(result));
    }

    private Map<Moment, String> results(PackageWorld.Kind kind, List<Moment> moments) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        Queue<OtherRun> others = new ConcurrentLinkedQueue<>();
        try {
            for (int i = 0; i < Math.min(AT_ONCE, moments.size()); i++) {
                others.add(OtherRun.ready());
            }
            Map<Moment, Future<String>> running = new LinkedHashMap<>();
            moments.forEach(
                    moment -> running.put(moment, threads.submit(() -> result(new PackageCell(kind, moment), others))));
            Map<Moment, String> results = new LinkedHashMap<>();
            for (Map.Entry<Moment, Future<String>> each : running.entrySet()) {
                results.put(each.getKey(), each.getValue().get());
            }
            return results;
        } finally {
            threads.shutdownNow();
            others.forEach(OtherRun::close);
        }
    }

    private String result(PackageCell cell, Queue<OtherRun> others) throws Exception {
        OtherRun next = others.remove();
        try {
            String result = cell.result(temporary(), next);
            LOG.info("{}: {}", cell, result);
            return result;
        } catch (AssertionError | RuntimeException failed) {
            wrong.add(cell + ": " + failed);
            LOG.error("{}: {}", cell, failed.toString());
            return "wrong";
        } finally {
            others.add(next);
        }
    }

    private Path temporary() throws Exception {
        return Files.createTempDirectory(folder, "world");
    }
}
