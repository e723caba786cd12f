package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.powermigrate.model.MappingFile;
import io.powermigrate.model.MappingFile.Entry;
import io.powermigrate.model.MappingFile.State;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a plan with open decisions over a file that somebody fills in to a plan without. */
class OpenLinesTest {

    private final World world = new World();

    @TempDir
    private Path folder;

    @Test
    void what_a_plan_lacks_is_filled_in_and_no_longer_lacking() throws IOException {
        Thing link = link("l1", "SQL of Ada");
        world.source.put(
                app("a1", "Expenses").needs(link).slot(link).slot(new SlotType("site"), "dev.example", true), link);
        world.destination.put(link("d1", "SQL of Ada"), link("d2", "SQL of Ada"));
        Plan plan = world.plan();
        Path file = folder.resolve("lines.csv");
        plan.openLines().writeTo(file);

        assertThat(MappingFile.read(file).entries())
                .extracting(Entry::state, Entry::type, Entry::from, Entry::fromName, Entry::to, Entry::toName)
                .containsExactly(
                        tuple(State.OPEN, "link", "l1", "SQL of Ada", "", ""),
                        tuple(State.CANDIDATE, "link", "l1", "SQL of Ada", "d1", "SQL of Ada"),
                        tuple(State.CANDIDATE, "link", "l1", "SQL of Ada", "d2", "SQL of Ada"),
                        tuple(State.OPEN, "site", "dev.example", "Expenses", "", ""));

        String filled = Files.readString(file)
                .replaceFirst("OPEN,,link,l1,SQL of Ada,,", "OPEN,,link,l1,SQL of Ada,d2,")
                .replaceFirst("OPEN,,site,dev.example,Expenses,,", "OPEN,,site,dev.example,Expenses,prod.example,");
        Files.writeString(file, filled);
        Plan second =
                world.plan(builder -> builder.mapping(MappingFile.read(file).mapping()));
        assertThat(second.openLines().entries()).isEmpty();
        assertThat(second.changes()).isEqualTo(1);
    }

    @Test
    void a_line_that_matched_nothing_is_told_with_its_file_and_line() throws IOException {
        world.source.put(app("a1", "Expenses"));
        Path file = folder.resolve("lines.csv");
        Files.writeString(file, "type,from,to\napp,a9,d1\n\nlink,l9,d2\n");
        Plan plan = world.plan(builder -> builder.mapping(MappingFile.read(file).mapping()));
        assertThat(plan.unmatched().toString())
                .contains("mapping app \"a9\" (" + file + ", line 2): no app of")
                .contains("mapping link \"l9\" (" + file + ", line 4): no link of");
    }
}
