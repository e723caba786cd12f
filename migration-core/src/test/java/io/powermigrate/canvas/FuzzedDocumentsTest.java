package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.rebind.HostileRebindTest;
import io.powermigrate.canvas.rebind.Invention;
import io.powermigrate.canvas.rebind.Rebindings;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real documents with pieces that were changed, repeated, moved from elsewhere: read or refused, never anything else. More rounds, or
 * others, by hand: {@code -Dpowermigrate.fuzz.rounds=5000 -Dpowermigrate.fuzz.seed=7}.
 */
@Tag("long")
class FuzzedDocumentsTest {

    private static final int ROUNDS = Integer.getInteger("powermigrate.fuzz.rounds", 150);
    private static final long SEED = Long.getLong("powermigrate.fuzz.seed", 31);
    private static final int SMALL = 300_000;
    private static final String SIGNS = "\"\\{}[]:,'=| \n\u00e9a0u($/*;@!.#";
    private static final List<String> ENTRIES = List.of(
            "controls", "components", "entities", "datasources", "properties", "header", "references", "src", "sarif");

    @Test
    void a_real_document_that_was_changed_at_random_is_read_or_refused() throws Exception {
        List<byte[]> documents = Fixtures.documents().values().stream()
                .filter(document -> document.length < SMALL)
                .toList();
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Msapp document = Msapp.of(new ByteArrayInputStream(documents.get(random.nextInt(documents.size()))));
            change(document, random);
            read += use(document, "round " + i + " of seed " + SEED) ? 1 : 0;
        }
        System.out.println(read + " of " + ROUNDS + " changed documents were read to their end");
        assertThat(read).isPositive();
    }

    private static void change(Msapp document, Random random) {
        List<String> names = document.names().stream()
                .filter(name -> ENTRIES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains))
                .filter(name -> document.content(name).length > 0)
                .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] content = document.content(name);
        for (int changes = 1 + random.nextInt(3); changes > 0 && content.length > 0; changes--) {
            byte[] other = document.content(names.get(random.nextInt(names.size())));
            content = changed(content, other, random);
        }
        document.bytes(name, content);
    }

    private static byte[] changed(byte[] content, byte[] other, Random random) {
        int at = random.nextInt(content.length);
        int end = Math.min(content.length, at + random.nextInt(random.nextBoolean() ? 4 : 400));
        ByteArrayOutputStream result = new ByteArrayOutputStream(content.length);
        result.write(content, 0, at);
        result.writeBytes(piece(content, at, end, other, random));
        int rest = random.nextBoolean() ? end : at;
        result.write(content, rest, content.length - rest);
        return result.toByteArray();
    }

    /** One sign, the same piece often, a piece of another entry, noise, nothing. */
    private static byte[] piece(byte[] content, int at, int end, byte[] other, Random random) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        switch (random.nextInt(5)) {
            case 0 -> piece.write(SIGNS.charAt(random.nextInt(SIGNS.length())));
            case 1 -> IntStream.range(0, random.nextInt(200)).forEach(i -> piece.write(content, at, end - at));
            case 2 -> piece.write(other, 0, random.nextInt(Math.min(other.length, 2_000) + 1));
            case 3 ->
                IntStream.range(0, random.nextInt(2_000))
                        .forEach(i -> piece.write(SIGNS.charAt(random.nextInt(SIGNS.length()))));
            default -> {}
        }
        return piece.toByteArray();
    }

    private static boolean use(Msapp changed, String as) {
        try {
            CanvasDocument document = changed.open();
            document.normalForm();
            document.compileFacts();
            byte[] rebound = Rebindings.bytes(document.rebind(new Invention().rebinding(document.facts())));
            Msapp.open(rebound);
            Rebindings.bytes(document.rebind(HostileRebindTest.EVERYTHING));
            return true;
        } catch (MigrationException refusal) {
            assertThat(refusal.problem()).as(as).isNotBlank();
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw new AssertionError(as, broken);
        }
    }
}
