package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.rebind.RebindResult;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.internal.address.PercentText;
import io.powermigrate.testkit.msapp.AppDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random documents with sites, lists, flows and servers in random spellings: each line of a mapping does its whole work, or what it left is told. */
class RandomReferencesTest {

    private static final String TARGET = "https://fabrikam.example/sites/";
    private static final int[] LETTERS = "aZ9 +-_ü人é&'()ЖΩ".codePoints().toArray();

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_line_in_any_spelling_leaves_no_reference_in_silence(int seed) throws IOException {
        World world = new World(new Random(seed));
        CanvasDocument document =
                CanvasDocument.read(new ByteArrayInputStream(world.document().toBytes()));

        RebindResult rebound = document.rebind(world.rebinding());

        String told = rebound.unbound().toString().toLowerCase(Locale.ROOT);
        String text = text(rebound);
        assertThat(world.tokens)
                .filteredOn(text::contains)
                .allSatisfy(token -> assertThat(told).as("seed " + seed).contains(token));
        CanvasFacts written =
                CanvasDocument.read(new ByteArrayInputStream(bytes(rebound))).facts();
        assertThat(written.bound().sharePointSites()).as("seed " + seed).isEmpty();
        assertThat(written.connectionReferences().stream()
                        .flatMap(reference -> reference.datasets().values().stream())
                        .mapToInt(tables -> tables.size())
                        .sum())
                .as("lists, seed " + seed)
                .isEqualTo(world.lists);
    }

    private static byte[] bytes(RebindResult rebound) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rebound.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String text(RebindResult rebound) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(rebound)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** What one document names, and the lines for it. */
    private static final class World {
        private final Random random;
        private final Rebinding.Builder lines = Rebinding.builder();
        private final List<String> tokens = new ArrayList<>();
        private int lists;

        World(Random random) {
            this.random = random;
        }

        AppDocument document() {
            AppDocument document = AppDocument.named("Random").screen("Home");
            document.connection("shared_sharepointonline", "c75d9dee7cd240a2998022bf0f14d725", connection -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    String site = site(i);
                    for (int list = random.nextInt(3); list >= 0; list--) {
                        String spelled = random.nextBoolean() ? site : site + "/";
                        connection.table("List " + lists++, spelled, id(), "Amount");
                    }
                }
            });
            for (int i = random.nextInt(3); i > 0; i--) {
                document.flow("Flow" + i, id());
            }
            return document;
        }

        private String site(int number) {
            String host = "contoso" + number + "x" + random.nextInt(1000) + ".sharepoint.com";
            StringBuilder name = new StringBuilder("https://" + host + "/sites/s");
            for (int count = random.nextInt(8); count > 0; count--) {
                name.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
            }
            String site = name.append('e').toString();
            tokens.add(host);
            line(site, TARGET + UUID.nameUUIDFromBytes(site.getBytes(StandardCharsets.UTF_8)));
            return site;
        }

        private String id() {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            tokens.add(id);
            tokens.add(id.replace("-", ""));
            line(id, new UUID(random.nextLong(), random.nextLong()).toString());
            return id;
        }

        private void line(String value, String to) {
            boolean address = value.contains("://");
            String from =
                    switch (random.nextInt(4)) {
                        case 0 -> value.toUpperCase(Locale.ROOT);
                        case 1 -> address ? value + "/" : "{" + value + "}";
                        case 2 -> address ? PercentText.encoded(value, ":/") : value;
                        default -> value;
                    };
            lines.text(from, to).formulaText(from, to);
        }

        Rebinding rebinding() {
            return lines.build();
        }
    }
}
