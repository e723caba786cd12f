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
 * A rollout is killed in another process and run again in a third one: nothing comes twice at any customer, and those that were done
 * are left alone. A sample of the page is compared each time, all of it on request.
 */
@Tag("table")
class RolloutKillsTest {

    private static final String SAMPLE = "(before|after) `POST BAP .*/importPackage`, `Bolt`|before .* `Crane`";

    private final KillPage page = new KillPage();

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "powermigrate.kills", matches = "rollouts")
    void the_part_of_the_page_is_made_of_what_happened() throws Exception {
        for (boolean lost : List.of(false, true)) {
            page.rollouts.add(column(lost), results(lost, Killings.ROWS));
        }
        GeneratedPage.is(KillPage.NAME, page.text());
    }

    /** Where an app could come twice, and between two customers. */
    @Test
    void a_sample_of_the_page_is_what_happens() throws Exception {
        for (boolean lost : List.of(false, true)) {
            Map<Moment, String> results = results(lost, SAMPLE);
            assertThat(results).hasSize(3);
            results.forEach((moment, result) -> assertThat(page.rollouts.cell(moment, column(lost)))
                    .as("%s, lost %s", moment, lost)
                    .isEqualTo(result));
        }
    }

    private static int column(boolean lost) {
        return lost ? 1 : 0;
    }

    private Map<Moment, String> results(boolean lost, String rows) throws Exception {
        Killings killings = new Killings(folder);
        List<Moment> moments = RolloutMoments.of(killings.temporary()).stream()
                .filter(moment -> moment.toString().matches(rows))
                .toList();
        return killings.results(moments, moment -> new RolloutCell(lost, (Moment.Request) moment));
    }
}
