package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.Titles;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an inventory answers at once is what a look at each of its resources would find. */
class TitlesTest {

    private static final List<String> NAMES = List.of(
            "Flow",
            "FLOW",
            "flow",
            "\u0130stanbul",
            "istanbul",
            "Stra\u00DFe",
            "STRASSE",
            "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2",
            "\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3",
            "\u212Aelvin",
            "kelvin");

    private final Inventory inventory = inventory();

    private static Inventory inventory() {
        Random random = new Random(7);
        List<Thing> things = random.ints(60, 0, NAMES.size())
                .mapToObj(name -> Thing.app("id" + random.nextInt(), NAMES.get(name)))
                .toList();
        return Inventory.of("source", "source", Document.empty())
                .add(Thing.APP, things)
                .build();
    }

    @Test
    void titles_are_found_without_regard_to_case() {
        for (String name : NAMES) {
            List<Resource> each = inventory.all().stream()
                    .filter(one -> one.displayName().equalsIgnoreCase(name))
                    .toList();
            assertThat(Titles.of(inventory).of("app", name)).as(name).isEqualTo(each);
            assertThat(Titles.of(inventory).of("flow", name)).isEmpty();
        }
    }

    @Test
    void ids_are_found_without_regard_to_case_in_every_type() {
        Resource some = inventory.all().get(17);
        assertThat(inventory.holdsId(some.id().toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(inventory.holdsId("id")).isFalse();
    }

    @Test
    void an_index_is_made_once() {
        assertThat(Titles.of(inventory)).isSameAs(Titles.of(inventory));
        assertThat(inventory.all("app")).isEqualTo(inventory.all(Thing.APP));
        assertThat(inventory.all("flow")).isEmpty();
    }
}
