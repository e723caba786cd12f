package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.archive;
import static io.powermigrate.canvas.rebind.Rebindings.references;
import static io.powermigrate.canvas.rebind.Rebindings.text;
import static io.powermigrate.canvas.rebind.Rebindings.withReferences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rebound document is when it is written, and what is told of it. */
class RebindResultTest {

    private static final String SIGNATURE = "sig=pLantedSecret123";
    private static final String CALLBACK =
            "https://prod-12.uksouth.logic.azure.com:443/workflows/w/triggers/manual/run?sp=x&" + SIGNATURE;
    private static final String SITE = "https://contoso.sharepoint.com/sites/Dev";
    private static final String FLOW = "063342bb-2bf0-4f67-a809-b7162ee0ed30";

    @Test
    void the_trigger_address_of_a_flow_is_taken_out_and_named_nowhere() {
        CanvasDocument document = withReferences("{'r1':{'connectionParameters':{'workflowName':'" + FLOW
                        + "','workFlowCallbackUri':'" + CALLBACK + "','other':'" + CALLBACK + "','sku':'x'}}}")
                .open();

        RebindResult rebound = document.rebind(Rebinding.builder().build());

        String properties = text(rebound, "Properties.json");
        assertThat(properties).doesNotContain("pLantedSecret").doesNotContain("logic.azure.com");
        assertThat(references(rebound))
                .isEqualTo("{'r1':{'connectionParameters':{'workflowName':'" + FLOW + "','sku':'x'}}}");
        assertThat(rebound.dropped()).extracting(DocumentChange::tie).containsExactly(OriginReference.FLOW_CALLBACK);
        assertThat(rebound.dropped()).extracting(DocumentChange::places).containsExactly(2);
        assertThat(rebound.toText() + rebound + rebound.changes() + rebound.unbound())
                .doesNotContain("pLantedSecret")
                .doesNotContain("logic.azure.com");
        assertThat(document.rebind(Rebinding.none()).changed()).isFalse();
    }

    @Test
    void telemetry_of_the_origin_goes_or_is_replaced_and_is_never_told() {
        Msapp source = Msapp.small().json("Properties.json", "{'InstrumentationKey':'74d7f434','ConnectionString':''}");

        RebindResult emptied = source.open().rebind(Rebinding.builder().build());
        RebindResult replaced = source.open()
                .rebind(Rebinding.builder().telemetry("new-key", "new-string").build());

        assertThat(text(emptied, "Properties.json"))
                .isEqualTo("{\"InstrumentationKey\":\"\",\"ConnectionString\":\"\"}");
        assertThat(text(replaced, "Properties.json"))
                .isEqualTo("{\"InstrumentationKey\":\"new-key\",\"ConnectionString\":\"\"}");
        assertThat(emptied.toText() + replaced.toText())
                .doesNotContain("74d7f434")
                .doesNotContain("new-key");
    }

    @Test
    void a_file_can_be_written_over_its_source(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("a.msapp"),
                Msapp.small()
                        .json("Properties.json", "{'InstrumentationKey':'x'}")
                        .toBytes());
        CanvasDocument document = CanvasDocument.open(file);

        document.rebind(Rebinding.builder().build()).writeTo(file);

        assertThat(CanvasDocument.open(file).properties().hasInstrumentationKey())
                .isFalse();
        assertThat(folder).isDirectoryNotContaining(other -> !other.endsWith("a.msapp"));
        assertThatThrownBy(() -> document.rebind(Rebinding.none())).hasMessageContaining("changed after it was opened");
        assertThatThrownBy(
                        () -> CanvasDocument.open(file).rebind(Rebinding.none()).writeTo(folder.resolve("no/b.msapp")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("was not written to");
    }

    @Test
    void the_stream_stays_open_and_the_checksum_goes_with_a_change_only() {
        Msapp source = Msapp.small()
                .json("Properties.json", "{'InstrumentationKey':'x'}")
                .json("checksum.json", "{'ServerStampedChecksum':'C8_x'}");
        boolean[] closed = new boolean[1];
        OutputStream target = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        source.open().rebind(Rebinding.builder().build()).writeTo(target);

        assertThat(closed).containsExactly(false);
        assertThat(archive(source.open().rebind(Rebinding.builder().build())).names())
                .isEqualTo(List.of("Header.json", "Properties.json", "Controls\\1.json"));
        assertThat(archive(source.open().rebind(Rebinding.none())).names()).contains("checksum.json");
    }

    @Test
    void a_rebinding_refuses_contradictions_and_empty_values() {
        assertThatThrownBy(() -> Rebinding.builder().dataset(SITE, "a").dataset(SITE + "/", "b"))
                .hasMessageContaining("Two values are given in datasets");
        assertThatThrownBy(() -> Rebinding.builder().flow("", "b")).hasMessageContaining("in flows is empty");
        assertThatThrownBy(() -> Rebinding.builder().connection("shared_x", "", "b"))
                .hasMessageContaining("in connections is empty");
        assertThatThrownBy(() -> Rebinding.builder().text("abc", "b")).hasMessageContaining("shorter than 4");
        assertThatThrownBy(() -> Rebinding.builder().rename("a", "b\nc")).hasMessageContaining("a name of one line");
        assertThat(Rebinding.builder().dataset("a", "b").dataset("a", "b").build())
                .hasToString("Rebinding[datasets=1]");
    }
}
