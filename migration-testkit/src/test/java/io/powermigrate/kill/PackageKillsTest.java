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
 * The run of a package is killed in another process and run again in a third one: no second import, the same end. A sample of
 * the page is compared each time, all of it on request.
 */
@Tag("table")
class PackageKillsTest {

    private static final String KINDS = System.getProperty("powermigrate.kills.kinds", ".*");

    private final KillPage page = new KillPage();

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "powermigrate.kills", matches = "packages")
    void the_part_of_the_page_is_made_of_what_happened() throws Exception {
        for (PackageWorld.Kind kind : PackageWorld.Kind.ALL) {
            if (kind.toString().matches(KINDS)) {
                page.packages.add(column(kind), results(kind, Killings.ROWS));
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
        Map<Moment, String> results = results(kind, sample);
        assertThat(results).hasSize(1);
        results.forEach((moment, result) -> assertThat(page.packages.cell(moment, column(kind)))
                .as(kind + ", " + moment)
                .isEqualTo(result));
    }

    private static int column(PackageWorld.Kind kind) {
        return PackageWorld.Kind.ALL.indexOf(kind);
    }

    private Map<Moment, String> results(PackageWorld.Kind kind, String rows) throws Exception {
        Killings killings = new Killings(folder);
        boolean all = !kind.lost() && !kind.updating(); // otherwise only what does more than read differs
        List<Moment> moments = PackageMoments.of(new PackageWorld(killings.temporary(), kind), all, all).stream()
                .filter(moment -> moment.toString().matches(rows))
                .toList();
        return killings.results(
                moments, moment -> new PackageCell(in -> new PackageWorld(in, kind), kind.lost(), moment));
    }
}
