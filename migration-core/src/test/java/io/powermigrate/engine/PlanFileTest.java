package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan as a file: what is in it is what was reviewed, nothing more and nothing less. */
class PlanFileTest {

    private static final String ACTION = "\"action\": \"CREATE\"";

    private final World world = new World();

    @TempDir
    private Path folder;

    private Plan planned() {
        world.source.put(Thing.app("a1", "Expenses"));
        return world.plan();
    }

    @Test
    void what_a_newer_library_wrote_says_so_wherever_its_new_members_stand() {
        for (String members :
                new String[] {"\"a\":[{}],\"version\":2", "\"version\":2,\"wishes\":{}", "\"version\":2"}) {
            assertThatThrownBy(() -> Plan.fromJson("{" + members + "}"))
                    .as(members)
                    .hasMessageContaining("its version is \"2\", not 1: a newer version of this library has written it")
                    .hasMessageContaining("Read it with that version of the library");
        }
        assertThatThrownBy(() -> Plan.fromJson("{\"version\":0}"))
                .hasMessageContaining("its version is \"0\", not 1. Plan again");
    }

    @Test
    void what_a_reviewer_could_read_otherwise_is_refused() {
        String json = planned().toJson();
        String more = json.replaceFirst("\\{", "{\"remark\": \"all checked\",");
        assertThatThrownBy(() -> Plan.fromJson(more))
                .hasMessageContaining("it holds \"remark\", which version 1 of the form does not have");
        String within = json.replaceFirst("\"action\"", "\"acti0n\": \"SKIP\", \"action\"");
        assertThatThrownBy(() -> Plan.fromJson(within)).hasMessageContaining("it holds \"acti0n\", which");
        String twice = json.replaceFirst(ACTION, "\"action\": \"SKIP\", $0");
        assertThat(twice).isNotEqualTo(json);
        assertThatThrownBy(() -> Plan.fromJson(twice)).hasMessageContaining("it is damaged at line ");
    }

    @Test
    void the_digest_is_that_of_the_bytes_that_are_written() throws Exception {
        Plan plan = planned();
        Path file = folder.resolve("plan.json");
        plan.writeTo(file);
        String bytes =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(plan.digest()).isEqualTo(bytes).matches("[0-9a-f]{64}");
        assertThat(Plan.read(file).digest()).isEqualTo(bytes);
        String edited = Files.readString(file).replaceFirst(ACTION, "\"action\": \"SKIP\"");
        assertThat(Plan.fromJson(edited).digest()).isNotEqualTo(bytes);
    }
}
