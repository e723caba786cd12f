package io.powermigrate.canvas.rebind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Limits;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.DatabaseReference;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents that are made to harm anyone who rebinds them. */
@Tag("long")
public class HostileRebindTest {

    /** Many times what is needed, also where six builds share two processors: only growth by squares takes longer. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final String NOISE = "\"\\{}[]:,'=| \n\u00e9a0u";

    public static final Rebinding EVERYTHING = Rebinding.builder()
            .connector("shared_a", "shared_b", "https://host.azure-apim.net/apim/b")
            .connection("shared_a", "c75d9dee7cd240a2998022bf0f14d725", "0")
            .dataset("https://contoso.sharepoint.com/sites/dev", "https://fabrikam.sharepoint.com/sites/hr")
            .dataverseInstance("https://org1.crm.dynamics.com/", "https://org2.crm.dynamics.com/")
            .dataverseTable(new DatabaseReference.Table("rows", "row"), new DatabaseReference.Table("lines", "line"))
            .text("some text", "other text")
            .formulaText("some text", "other \"text\"")
            .rename("Orders", "It's: #1")
            .build();

    private static final String SOURCES =
            "{'DataSources':[{'Name':'Orders','Type':'NativeCDSDataSourceInfo','LogicalName':'row',"
                    + "'DatasetName':'https://contoso.sharepoint.com/sites/dev','TableDefinition':'{\\u0022TableName\\u0022:\\u0022row\\u0022,"
                    + "\\u0022x\\u0022:\\u0022https://org1.crm.dynamics.com/a\\u0022}','WadlMetadata':{'WadlXml':'<a siena:serviceId=\\u0022Orders\\u0022"
                    + " x=\\u0022https://h.azure-apim.net/apim/a\\u0022/>','SwaggerJson':'{\\u0022basePath\\u0022:\\u0022/apim/a\\u0022,\\u0022host\\u0022:"
                    + "\\u0022h\\u0022}'}}]}";

    @Test
    void any_changed_content_is_rebound_or_refused_but_never_anything_else_seed_13() {
        Random random = new Random(13);
        Msapp good = Rebindings.withSource("")
                .json("References\\DataSources.json", SOURCES)
                .json(
                        "Controls\\1.json",
                        "{'TopParent':{'Rules':[{'InvariantScript':'Orders & \\u0022some text\\u0022','TaggedRuleArray':"
                                + "[{'Tag':'{\\u0022start\\u0022:3}','InvariantScript':'Orders'}]}]}}")
                .bytes(
                        "Src\\App.pa.yaml",
                        "A:\n  B: =Orders\n  C: |-\n    =1 +\n      Orders\n".getBytes(StandardCharsets.UTF_8));
        List<String> names = good.names();
        for (int i = 0; i < 3000; i++) {
            Msapp changed = Msapp.of(new ByteArrayInputStream(good.toBytes()));
            String name = names.get(1 + random.nextInt(names.size() - 1));
            byte[] content = good.content(name).clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                content[random.nextInt(content.length)] = (byte) NOISE.charAt(random.nextInt(NOISE.length()));
            }
            try {
                byte[] rebound =
                        Rebindings.bytes(changed.bytes(name, content).open().rebind(EVERYTHING));
                Msapp.open(rebound);
            } catch (MigrationException refusal) {
                assertThat(refusal.problem()).isNotBlank();
            }
        }
    }

    @Test
    void deep_json_in_a_string_is_refused() {
        String deep = "[".repeat(100_000) + "Orders" + "]".repeat(100_000);
        Msapp source = Rebindings.withSource("{'Name':'Orders','Type':'CollectionDataSourceInfo'}")
                .json("Controls\\1.json", "{'TopParent':{'Template':{'CustomProperties':[{'Type':'" + deep + "'}]}}}");

        assertThatThrownBy(() -> source.open().rebind(EVERYTHING))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the limit 'jsonDepth' is 200");
    }

    @Test
    void a_huge_formula_costs_its_length_only() {
        String formula = "Orders & \\u0022some text\\u0022 & ".repeat(60_000) + "1";
        Msapp source = Rebindings.withSource("{'Name':'Orders','Type':'CollectionDataSourceInfo'}")
                .json("Controls\\1.json", "{'TopParent':{'Rules':[{'InvariantScript':'" + formula + "'}]}}");
        CanvasDocument document = Msapp.open(source.toBytes(), Limits.defaults().withRatio(5000));

        RebindResult rebound = assertTimeout(BOUND, () -> document.rebind(EVERYTHING));

        assertThat(Rebindings.text(rebound, "Controls\\1.json"))
                .doesNotContain("Orders")
                .doesNotContain("some text");
        assertThat(rebound.changes()).extracting(DocumentChange::places).contains(60_000);
    }

    @Test
    void many_data_sources_cost_their_number_only() {
        String one = SOURCES.substring(SOURCES.indexOf('[') + 1, SOURCES.lastIndexOf(']'));
        String many = "{'DataSources':[" + (one + ",").repeat(50_000) + one + "]}";
        Msapp source = Msapp.small().json("References\\DataSources.json", many);
        CanvasDocument document = Msapp.open(source.toBytes(), Limits.defaults().withRatio(5000));

        RebindResult rebound = assertTimeout(BOUND, () -> document.rebind(EVERYTHING));

        assertThat(rebound.changes()).allMatch(change -> change.places() % 50_001 == 0);
    }
}
