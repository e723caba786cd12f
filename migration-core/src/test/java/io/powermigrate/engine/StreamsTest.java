package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Report;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots, plans and reports are written and read as streams, by their owner only, whole or not at all. */
@Tag("long")
class StreamsTest {

    @TempDir
    private Path folder;

    private final World world = new World();

    private Plan filled() {
        Thing link = Thing.link("l1", "SQL");
        world.source.put(Thing.app("a1", "Kosten \u20ac \uD83D\uDE80").needs(link), link, Thing.app("a2", "Costs"));
        world.destination.put(Thing.app("y", "Costs").text("other"));
        return world.plan();
    }

    private Inventory source() {
        filled();
        return world.migration().read().source();
    }

    @Test
    void sixty_thousand_resources_are_saved_and_read_in_256_megabytes() throws IOException {
        SmallHeap.filled("source", 60_000).writeTo(folder.resolve("first.json"));
        assertThat(SmallHeap.run("256m", "snapshot", folder.toString())).startsWith("equal");
    }

    @Test
    void a_plan_of_a_hundred_thousand_steps_is_saved_and_read_in_256_megabytes() throws IOException {
        SmallHeap.plan(100_000).writeTo(folder.resolve("first.json"));
        assertThat(SmallHeap.run("256m", "plan", folder.toString())).startsWith("equal");
    }

    @Test
    void a_file_holds_the_bytes_of_the_text_and_gives_the_same_again() throws IOException {
        Path file = folder.resolve("stored.json");
        Plan plan = filled();
        plan.writeTo(file);
        assertThat(Files.readString(file)).isEqualTo(plan.toJson());
        assertThat(Plan.read(file).toJson()).isEqualTo(plan.toJson());
        Inventory inventory = world.migration().read().source();
        inventory.writeTo(file);
        assertThat(Files.readString(file)).isEqualTo(inventory.toJson());
        assertThat(Inventory.read(file, Thing.ALL).toJson()).isEqualTo(inventory.toJson());
        Report report = world.run();
        report.writeTo(file);
        assertThat(Files.readString(file)).isEqualTo(report.toJson());
        assertThat(Report.read(file).toJson()).isEqualTo(report.toJson());
        assertThat(Report.read(file).page()).isEqualTo(report.page());
        report.writeTo(folder.resolve("report.txt"));
        assertThat(Files.readString(folder.resolve("report.txt"))).isEqualTo(report.toText());
    }

    @Test
    void a_stream_takes_and_gives_the_same_and_stays_open() {
        Closable out = new Closable();
        Plan plan = filled();
        plan.writeTo(out);
        assertThat(out.closed).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(plan.toJson());
        assertThat(Plan.read(new ByteArrayInputStream(out.toByteArray())).toJson())
                .isEqualTo(plan.toJson());
    }

    @Test
    void half_of_a_surrogate_pair_in_a_name_comes_back_as_it_was() {
        Path file = folder.resolve("plan.json");
        world.source.put(Thing.app("a1", "half \uD83D of \uDE80"), Thing.app("a2", "\uDE80\uD83D\uD83D\uDE80"));
        Plan plan = world.plan();
        plan.writeTo(file);
        assertThat(Plan.read(file).toJson()).isEqualTo(plan.toJson());
    }

    @Test
    void every_file_is_for_its_owner_only() throws IOException {
        Path plan = folder.resolve("plan.json");
        filled().writeTo(plan);
        Path snapshot = folder.resolve("snapshot.json");
        source().writeTo(snapshot);
        Path json = folder.resolve("report.json");
        Path text = folder.resolve("report.txt");
        Report report = world.run();
        report.writeTo(json);
        report.writeTo(text);
        for (Path file : new Path[] {plan, snapshot, json, text}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.getFileName().toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_file_that_breaks_off_anywhere_is_refused_with_its_name_and_the_place() throws IOException {
        Path whole = folder.resolve("whole.json");
        source().writeTo(whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.json");
        for (int length = 0; length < bytes.length - 2; length += 7) {
            Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Inventory.read(cut, Thing.ALL))
                    .as("%s bytes", length)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("The snapshot " + cut + " could not be read because it is damaged at line ");
        }
        Files.write(cut, (Files.readString(whole) + "{}").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Inventory.read(cut, Thing.ALL)).isInstanceOf(MigrationException.class);
    }

    @Test
    void what_is_of_another_version_says_so_also_where_it_looks_otherwise() {
        assertThatThrownBy(() -> Plan.fromJson("{\"steps\":[{\"wave\":{}}],\"version\":7}"))
                .hasMessageContaining("The plan could not be read because its version is \"7\", not 1");
        assertThatThrownBy(() -> Plan.fromJson("{\"steps\":[]}")).hasMessageContaining("its version is \"absent\"");
        assertThatThrownBy(() -> Plan.fromJson("null")).hasMessageContaining("its version is \"absent\"");
        assertThatThrownBy(() -> Plan.fromJson("{\"steps\":[{\"wave\":{}}],\"version\":1}"))
                .hasMessageContaining("at line 1, column ")
                .hasMessageContaining("\"steps\"");
    }

    @Test
    void what_is_not_there_or_cannot_be_written_is_told_by_name() {
        Path absent = folder.resolve("absent/plan.json");
        assertThatThrownBy(() -> Plan.read(absent))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(absent + " could not be read because there is no such file");
        assertThatThrownBy(() -> filled().writeTo(absent))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The plan was not written to " + absent);
        assertThatThrownBy(() -> filled().writeTo(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("the pipe is closed");
                    }
                }))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the pipe is closed");
    }

    private static final class Closable extends ByteArrayOutputStream {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }
}
