package io.powermigrate.canvas;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.Generation;
import io.powermigrate.canvas.rebind.RebindResult;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.canvas.rebind.Rebindings;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs leave in a document: it is read, everything that can be done with it works, and it is kept. */
class FilesOfRealLifeTest {

    private static final Rebinding RENAMED =
            Rebinding.builder().formulaText("Screen 1", "Screen 2").build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Controls/",
                "Controls\\",
                "Controls/.DS_Store",
                "Controls\\27.json.bak",
                "Controls/._1.json",
                "Components/readme.txt",
                "AppTests/Thumbs.db",
                "notes.txt"
            })
    void a_foreign_file_or_folder_is_no_control_for_any_reader(String name) {
        CanvasDocument document = Msapp.small()
                .bytes(name, name.endsWith("DS_Store") ? new byte[] {0, 1} : new byte[0])
                .open();

        assertThat(document.facts().controls())
                .isEqualTo(Msapp.small().open().facts().controls());
        assertThat(document.formulaFacts().formulas()).isEqualTo(1);
        document.compileFacts();
        document.normalForm();
        assertThat(entries(written(document.rebind(RENAMED)))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact", "/msdyn_aimodel", "/environment_39a902ba"})
    void the_id_of_a_dataverse_table_is_no_connector(String id) {
        CanvasDocument document = Rebindings.withReferences("{'k':{'connectionRef':{'id':'" + id + "'}}}")
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':[{'Name':'Contacts','Type':'ServiceInfo','ApiId':'" + id + "'}]}")
                .open();

        assertThat(document.connectionReferences())
                .extracting(ConnectionReference::connector)
                .containsExactly("");
        assertThat(document.dataSources()).extracting(DataSource::connector).containsExactly("");
    }

    @Test
    void a_host_control_of_share_point_makes_a_form_and_a_label_of_that_name_does_not() {
        String host = "{'TopParent':{'Name':'App','Template':{'Name':'appinfo'},'Children':["
                + "{'Name':'SharePointIntegration','Template':{'Name':'%s'}}]}}";
        assertThat(Msapp.small()
                        .json("Controls\\2.json", String.format(host, "hostControl"))
                        .open()
                        .controls()
                        .sharePointForm())
                .isTrue();
        assertThat(Msapp.small()
                        .json("Controls\\2.json", String.format(host, "label"))
                        .open()
                        .controls()
                        .sharePointForm())
                .isFalse();
    }

    @Test
    void a_folder_alone_makes_no_document_of_controls() {
        assertThat(new Msapp()
                        .json("Header.json", "{}")
                        .bytes("Controls/", new byte[0])
                        .open()
                        .facts()
                        .generation())
                .isEqualTo(Generation.SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Controls\\1.json", "Controls/1.json", "\\Controls\\1.json"})
    void of_two_entries_of_one_name_the_first_counts_and_both_are_kept(String twin) {
        String placeholder = twin.replace('1', '2');
        byte[] bytes = replaced(Msapp.small().json(placeholder, "{}").toBytes(), placeholder, twin);
        CanvasDocument document = Msapp.open(bytes);

        assertThat(document.facts().controls())
                .isEqualTo(Msapp.small().open().facts().controls());
        assertThat(document.facts().archive().repeated()).containsExactly(twin);
        assertThat(document.normalForm()).isEqualTo(Msapp.small().open().normalForm());
        byte[] written = written(document.rebind(RENAMED));
        assertThat(Msapp.open(written).facts().archive().repeated()).containsExactly(twin);
        assertThat(Msapp.open(written).formulaFacts().formulas()).isEqualTo(1);
    }

    /** No library makes a zip with two entries of one name. */
    private static byte[] replaced(byte[] zip, String name, String by) {
        return new String(zip, ISO_8859_1).replace(name, by).getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 21, 22, 23, 65_535, 65_536, 300_000})
    void zeros_behind_the_end_make_no_difference(int zeros) {
        byte[] good = Msapp.small().toBytes();
        CanvasDocument document = Msapp.open(Arrays.copyOf(good, good.length + zeros));

        assertThat(document.normalForm()).isEqualTo(Msapp.open(good).normalForm());
        assertThat(written(document.rebind(RENAMED)))
                .isEqualTo(written(Msapp.open(good).rebind(RENAMED)));
    }

    @Test
    void a_white_picture_is_passed_through_however_small_it_was_packed() {
        byte[] white = new byte[3 << 20];
        CanvasDocument document =
                Msapp.small().bytes("Assets/Images/white.bmp", white).open();

        document.normalForm();
        assertThat(entries(written(document.rebind(RENAMED)))).contains("Assets/Images/white.bmp");
    }

    private static byte[] written(RebindResult rebound) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rebound.writeTo(out);
        return out.toByteArray();
    }

    private static List<String> entries(byte[] document) {
        return Msapp.open(document).facts().archive().entries();
    }
}
