package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.GeneratedPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run through a scratch solution is killed in another process and run again in a third one: no second import, and nothing stays in the
 * source. A sample of the page is compared each time, all of it on request.
 */
@Tag("table")
class ScratchKillsTest {

    private static final String SAMPLE = "after `POST solutions.*|after `POST ImportSolutionAsync.*";

    private final KillPage page = new KillPage();

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "powermigrate.kills", matches = "scratch")
    void the_part_of_the_page_is_made_of_what_happened() throws Exception {
        for (boolean lost : List.of(false, true)) {
            page.scratch.add(column(lost), results(lost, Killings.ROWS));
        }
        GeneratedPage.is(KillPage.NAME, page.text());
    }

    /** Where the source holds a scratch solution, and where an import could come twice. */
    @Test
    void a_sample_of_the_page_is_what_happens() throws Exception {
        Map<Moment, String> results = results(false, SAMPLE);
        assertThat(results).hasSize(2);
        results.forEach((moment, result) -> assertThat(page.scratch.cell(moment, column(false)))
                .as("%s", moment)
                .isEqualTo(result));
    }

    private static int column(boolean lost) {
        return lost ? 1 : 0;
    }

    private Map<Moment, String> results(boolean lost, String rows) throws Exception {
        Killings killings = new Killings(folder);
        List<Moment> moments = PackageMoments.of(new ScratchWorld(killings.temporary()), false, !lost).stream()
                .filter(moment -> moment.toString().matches(rows))
                .toList();
        return killings.results(moments, moment -> new PackageCell(ScratchWorld::new, lost, moment));
    }
}
