package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.GeneratedPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is killed in another process and run again in a third one: nothing comes twice, nothing is lost. A sample of the
 * page is compared each time, all of it on request.
 */
@Tag("table")
class KillTableTest {

    /** Where an app could come twice, and any other moment. */
    private static final Pattern SAMPLE =
            Pattern.compile("after `POST BAP .*/importPackage`|before line 4 .*|random moment 8|random moment 9");

    private final KillPage page = new KillPage();

    @TempDir
    Path folder;

    /**
     * {@code mvn test -Dtest=KillTableTest -Dpowermigrate.kills=whole -Dpowermigrate.docs=write} writes the page, with {@code
     * -Dpowermigrate.kills.rows=<pattern>} some of its rows.
     */
    @Test
    @EnabledIfSystemProperty(named = "powermigrate.kills", matches = "whole")
    void the_whole_page_is_made_of_what_happened() throws Exception {
        for (KillWorld.Kind kind : KillWorld.Kind.ALL) {
            page.add(kind, results(kind, Pattern.compile(Killings.ROWS)));
        }
        for (TwoAtOnce two : TwoAtOnce.all()) {
            if (two.toString().matches(Killings.ROWS)) {
                page.add(two, checked(two));
            }
        }
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
        Map<Moment, String> results = results(kind, SAMPLE);
        assertThat(results).hasSize(3);
        results.forEach((moment, result) -> {
            if (!(moment instanceof Moment.Chance)) {
                assertThat(page.cell(kind, moment)).as(kind + ", " + moment).isEqualTo(result);
            }
        });
    }

    private Map<Moment, String> results(KillWorld.Kind kind, Pattern rows) throws Exception {
        Killings killings = new Killings(folder);
        List<Moment> moments = Moments.of(kind, killings.temporary()).all().stream()
                .filter(moment -> rows.matcher(moment.toString()).matches())
                .toList();
        return killings.results(moments, moment -> new Cell(kind, moment));
    }

    private TwoAtOnce.Result checked(TwoAtOnce two) throws Exception {
        TwoAtOnce.Result result = two.result(new Killings(folder).temporary());
        if (two.shared()) {
            assertThat(result.doubled()).as(two + " " + result).isZero();
        }
        assertThat(result.refused()).as(two.toString()).allMatch(why -> why.contains("since 2"));
        return result;
    }
}
