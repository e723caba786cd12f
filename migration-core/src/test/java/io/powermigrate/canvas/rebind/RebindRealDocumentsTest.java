package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.reading.LimitValues;
import io.powermigrate.canvas.reading.OpenedDocument;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every real document that is at hand, bound to an invented environment. */
class RebindRealDocumentsTest {

    private static final int MEASURED = 53;

    @Test
    void with_nothing_to_rebind_every_document_equals_its_source() throws Exception {
        Map<String, byte[]> documents = Fixtures.documents();
        documents.forEach((name, bytes) -> {
            RebindResult rebound = Msapp.open(bytes).rebind(Rebinding.none());
            assertThat(rebound.changed()).as(name).isFalse();
            assertThat(bytes(rebound)).as(name).isEqualTo(bytes);
        });
        System.out.println(documents.size() + " real documents came back byte for byte");
        assertThat(documents).hasSizeGreaterThanOrEqualTo(MEASURED);
    }

    @Test
    void without_secrets_an_empty_rebinding_changes_nothing_either() throws Exception {
        Fixtures.documents().forEach((name, bytes) -> {
            CanvasDocument document = Msapp.open(bytes);
            RebindResult rebound = document.rebind(Rebinding.builder().build());

            assertThat(rebound.changes()).as(name).isEqualTo(rebound.dropped());
            assertThat(rebound.changed()).as(name).isEqualTo(!rebound.dropped().isEmpty());
            if (!rebound.changed()) {
                assertThat(bytes(rebound)).as(name).isEqualTo(bytes);
            }
        });
    }

    @Test
    void every_document_can_be_rebound_and_bound_back() throws Exception {
        Map<String, byte[]> documents = Fixtures.documents();
        int changed = 0;
        for (Map.Entry<String, byte[]> one : documents.entrySet()) {
            Invention there = new Invention();
            CanvasDocument source = Msapp.open(one.getValue());
            RebindResult rebound = source.rebind(there.rebinding(source.facts()));
            byte[] bytes = bytes(rebound);
            changed += rebound.changed() ? 1 : 0;
            CanvasDocument bound = Msapp.open(bytes);

            assertThat(boundTies(rebound)).as(one.getKey()).isEmpty();
            assertThat(bytes(source.rebind(there.rebinding(source.facts())))).isEqualTo(bytes);
            there.leftovers().forEach(origin -> assertThat(bound.facts().toString())
                    .as(one.getKey())
                    .doesNotContainIgnoringCase(origin));
            byte[] back = bytes(bound.rebind(there.back()));
            if (rebound.dropped().isEmpty()) {
                assertThat(content(back)).as(one.getKey()).isEqualTo(content(one.getValue()));
            }
        }
        assertThat(changed).isGreaterThan(documents.size() / 2);
    }

    private static List<UnboundValue> boundTies(RebindResult rebound) {
        return rebound.unbound().stream()
                .filter(unbound -> unbound.tie().treatment() != OriginReference.Treatment.REPORTED)
                .filter(unbound -> unbound.tie() != OriginReference.VIEW)
                .filter(unbound ->
                        unbound.tie() != OriginReference.LITERAL) // no line of this test is about texts in formulas
                .toList();
    }

    @Test
    void entries_that_are_not_changed_keep_their_compressed_bytes() throws Exception {
        for (Map.Entry<String, byte[]> one : Fixtures.documents().entrySet()) {
            CanvasDocument source = Msapp.open(one.getValue());
            RebindResult rebound = source.rebind(new Invention().rebinding(source.facts()));
            Map<String, byte[]> before = raw(one.getValue());
            Map<String, byte[]> after = raw(bytes(rebound));
            List<String> changed = rebound.changes().stream()
                    .map(DocumentChange::entry)
                    .distinct()
                    .toList();
            if (rebound.changed()) {
                before.keySet().removeIf(name -> name.equalsIgnoreCase("checksum.json"));
            }
            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            before.forEach((name, bytes) -> {
                if (!changed.contains(EntryName.of(name).path())) {
                    assertThat(after.get(name)).as(name).isEqualTo(bytes);
                }
            });
        }
    }

    /** Header and compressed bytes of each entry, in order. */
    private static Map<String, byte[]> raw(byte[] document) throws Exception {
        Map<String, byte[]> raw = new LinkedHashMap<>();
        Reading reading = Reading.of("small.msapp", LimitValues.STANDARD);
        OpenedDocument.of(reading, new ByteArrayInputStream(document)).use(archive -> {
            for (ArchiveEntry entry : archive.entries()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(archive.header(entry).array());
                archive.stored(entry).transferTo(bytes);
                raw.put(entry.name(), bytes.toByteArray());
            }
            return raw;
        });
        return raw;
    }

    private static Map<String, String> content(byte[] document) {
        Map<String, String> content = new TreeMap<>();
        Msapp archive = Msapp.of(new ByteArrayInputStream(document));
        archive.names()
                .forEach(name -> content.put(
                        name, UUID.nameUUIDFromBytes(archive.content(name)).toString()));
        content.remove("checksum.json");
        return content;
    }
}
