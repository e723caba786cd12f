package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.internal.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonPageTest {

    private static final String STRANGE =
            "half \ud800, turned \u202e, tag \udb40\udc41, bell \u0007, smile \ud83d\ude00";

    @ParameterizedTest
    @EnumSource
    void every_kind_of_page_is_as_the_schema_says(Page.Kind kind) {
        assertThat(Schemas.page().problems(Format.JSON.text(EveryField.of(kind, "name"))))
                .isEmpty();
    }

    @Test
    void a_plan_of_300_apps_is_as_the_schema_says() {
        assertThat(Schemas.page().problems(Format.JSON.text(ManyApps.plan(300).page())))
                .isEmpty();
    }

    @Test
    void the_schema_refuses_what_a_page_does_not_have() {
        ObjectNode page = (ObjectNode) Json.parse(Format.JSON.text(EveryField.of(Page.Kind.PLAN, "name")));
        page.put("version", 2);
        ((ObjectNode) page.at("/sections/0/groups/0/items/0"))
                .put("colour", "red")
                .put("state", "MAYBE");

        assertThat(Schemas.page().problems(page.toString())).hasSize(3);
    }

    @Test
    void the_schema_knows_every_member_of_the_model() {
        JsonNode schema = Json.parse(read());

        Stream.of(
                        Figure.class,
                        Section.class,
                        Group.class,
                        Gain.class,
                        Item.class,
                        Place.class,
                        Choice.class,
                        Line.class)
                .forEach(type -> assertThat(names(schema.at(
                                "/$defs/" + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "/properties")))
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                                .map(component -> component.getName())
                                .toList()));
    }

    private static String read() {
        try {
            return java.nio.file.Files.readString(
                    io.powermigrate.house.House.root().resolve("docs/page.schema.json"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    @Test
    void the_same_page_gives_the_same_bytes_with_members_in_the_order_of_their_names() {
        Page page = EveryField.of(Page.Kind.PLAN, "name");

        assertThat(Format.JSON.text(page))
                .isEqualTo(Json.canonical(Json.parse(Format.JSON.text(page))))
                .isEqualTo(Format.JSON.text(EveryField.of(Page.Kind.PLAN, "name")));
    }

    @Test
    void a_text_keeps_its_value_and_what_cannot_be_seen_is_an_escape() {
        String json = Format.JSON.text(EveryField.of(Page.Kind.PLAN, STRANGE));

        assertThat(Json.parse(json).path("verdict").asText()).isEqualTo(STRANGE);
        assertThat(json).contains("half \\ud800, turned \\u202e, tag \\udb40\\udc41, bell \\u0007, smile \ud83d\ude00");
    }

    @Test
    void order_of_sections_groups_and_items_is_that_of_the_page() {
        Page page = ManyApps.plan(300).page();
        JsonNode json = Json.parse(Format.JSON.text(page));

        for (int i = 0; i < page.sections().size(); i++) {
            Section section = page.sections().get(i);
            assertThat(json.at("/sections/" + i + "/key").asText())
                    .isEqualTo(section.key().name());
            assertThat(json.at("/sections/" + i + "/groups").findValuesAsText("title"))
                    .startsWith(section.groups().get(0).title());
        }
    }
}
