package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.internal.json.Json;
import io.powermigrate.model.ResourceKey;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SarifPageTest {

    private static final Page PLAN = ManyApps.plan(300).page();
    private static final JsonNode RUN = run(PLAN);

    private static JsonNode run(Page page) {
        return Json.parse(Format.SARIF.text(page)).path("runs").path(0);
    }

    private static Stream<JsonNode> results(JsonNode run) {
        return StreamSupport.stream(run.path("results").spliterator(), false);
    }

    private static List<String> fingerprints(JsonNode run) {
        return results(run)
                .map(result -> result.path("partialFingerprints")
                        .path("groupAndResource/v1")
                        .asText())
                .toList();
    }

    private static JsonNode first(Section.Key section, State state) {
        Item item = Item.of(new ResourceKey("canvas-app", "Orders"), "Orders", "1", state);
        return run(of(section, Group.of("key", "Title", state, List.of(item))))
                .path("results")
                .path(0);
    }

    private static Page of(Section.Key section, Group group) {
        return new Page(
                Page.Kind.REPORT,
                "Page",
                "Dev",
                "Prod",
                "Verdict.",
                List.of(),
                "app",
                List.of(),
                List.of(new Section(section, "Section", "", "", List.of(group))),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_page_is_valid_by_the_published_schema(Page.Kind kind) {
        assertThat(Schemas.sarif().problems(Format.SARIF.text(EveryField.of(kind, "name"))))
                .isEmpty();
    }

    @Test
    void a_plan_of_300_apps_is_valid_by_the_published_schema() {
        assertThat(Schemas.sarif().problems(Format.SARIF.text(PLAN))).isEmpty();
    }

    @Test
    void a_decision_is_one_warning_with_the_lines_that_answer_it() {
        Group decision =
                PLAN.section(Section.Key.DECISIONS).orElseThrow().groups().get(0);

        assertThat(results(RUN)
                        .filter(each ->
                                each.path("properties").path("group").asText().equals(decision.key())))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.path("level").asText()).isEqualTo("warning");
                    assertThat(result.path("message").path("text").asText()).startsWith(decision.title());
                    assertThat(result.path("properties")
                                    .path("choices")
                                    .path(0)
                                    .path("line")
                                    .asText())
                            .isEqualTo(decision.choices().get(0).line().code());
                });
    }

    @Test
    void what_waits_is_found_at_the_places_that_use_what_is_not_there() {
        Item app = PLAN.section(Section.Key.WAITS)
                .orElseThrow()
                .groups()
                .get(0)
                .items()
                .get(0);

        assertThat(results(RUN)
                        .filter(each -> each.path("ruleId").asText().equals("waits"))
                        .findFirst())
                .get()
                .satisfies(result -> {
                    assertThat(result.path("level").asText()).isEqualTo("note");
                    JsonNode place = result.path("locations").path(0);
                    assertThat(place.at("/physicalLocation/artifactLocation/uri")
                                    .asText())
                            .isEqualTo("canvas-app/" + app.name().replace(" ", "%20") + "/Controls/4.json");
                    assertThat(place.at("/physicalLocation/region/charOffset").asInt())
                            .isEqualTo(7);
                    assertThat(place.at("/physicalLocation/region/charLength").asInt())
                            .isEqualTo(6);
                    assertThat(place.at("/logicalLocations/0/fullyQualifiedName")
                                    .asText())
                            .isEqualTo("canvas-app/" + app.id());
                });
    }

    @Test
    void what_is_to_be_decided_risked_or_repeated_is_a_warning_what_failed_an_error_and_what_is_done_has_passed() {
        assertThat(first(Section.Key.NEEDS_YOU, State.FAILED).path("level").asText())
                .isEqualTo("error");
        assertThat(first(Section.Key.NEEDS_YOU, State.UNVERIFIED).path("level").asText())
                .isEqualTo("warning");
        assertThat(first(Section.Key.RISKS, State.READY).path("level").asText()).isEqualTo("warning");
        assertThat(first(Section.Key.HAPPENS, State.READY).path("level").asText())
                .isEqualTo("note");
        assertThat(first(Section.Key.DONE, State.DONE).path("level").asText()).isEqualTo("none");
        assertThat(first(Section.Key.DONE, State.DONE).path("kind").asText()).isEqualTo("pass");
    }

    @Test
    void gaps_are_notifications_and_a_list_that_was_not_read_makes_the_run_unsuccessful() {
        JsonNode gap = run(of(Section.Key.UNCHECKED, Group.of("part", "Part", State.NOT_RUN, List.of())));
        JsonNode unread = run(of(Section.Key.WARNINGS, Group.of("unread", "Not read", State.FAILED, List.of())));

        assertThat(gap.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(gap.at("/invocations/0/toolExecutionNotifications/0/level").asText())
                .isEqualTo("note");
        assertThat(unread.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(unread.at("/invocations/0/toolExecutionNotifications/0/level")
                        .asText())
                .isEqualTo("error");
        assertThat(unread.path("results")).isEmpty();
    }

    @Test
    void each_result_names_a_rule_of_the_list() {
        JsonNode rules = RUN.at("/tool/driver/rules");

        assertThat(results(RUN)).allSatisfy(result -> assertThat(
                        rules.path(result.path("ruleIndex").asInt()).path("id").asText())
                .isEqualTo(result.path("ruleId").asText()));
        assertThat(RUN.at("/tool/driver/version").asText()).isNotEmpty();
    }

    @Test
    void no_two_results_have_the_same_fingerprint() {
        assertThat(fingerprints(RUN)).doesNotHaveDuplicates().hasSizeGreaterThan(300);
    }

    @Test
    void fingerprints_are_the_same_in_the_next_run_although_places_and_words_are_others() {
        Item before = Item.of(new ResourceKey("canvas-app", "Orders"), "Orders", "1", State.WAITING)
                .at(List.of(new Place("Controls/4.json", "Screen1", "a", 7, 6)));
        Item after = Item.of(new ResourceKey("canvas-app", "Orders"), "Orders (new)", "2", State.WAITING)
                .at(List.of(new Place("Controls/4.json", "Screen1", "b", 99, 6)));

        assertThat(fingerprints(run(of(Section.Key.WAITS, Group.of("key", "One", State.WAITING, List.of(before))))))
                .isEqualTo(fingerprints(
                        run(of(Section.Key.WAITS, Group.of("key", "Other", State.WAITING, List.of(after))))));
        assertThat(fingerprints(run(ManyApps.plan(300).page()))).isEqualTo(fingerprints(RUN));
    }

    @Test
    void a_name_makes_no_link_no_placeholder_and_no_address_that_climbs() {
        JsonNode result = run(EveryField.of(Page.Kind.PLAN, "[x](https://evil.example) {0} ../../etc"))
                .path("results")
                .path(0);

        assertThat(result.path("message").path("text").asText()).contains("[x] (https://evil.example) {{0}}");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .doesNotContain("/../");
    }
}
