package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success that is not what was asked for is an error, and never an empty list or an object without members. */
class AnswersTest {

    private final TransportFixture world = new TransportFixture();

    @AfterEach
    void close() {
        world.close();
    }

    /** Status, content type, body, and what is told of it. */
    static Stream<Arguments> noLists() {
        return Stream.of(
                Arguments.of(200, "application/json", "{}", "200 (application/json, {})"),
                Arguments.of(
                        200,
                        "application/json; charset=utf-8",
                        "{\"error\":{\"code\":\"Busy\",\"message\":\"later\"}}",
                        "tells the error Busy: later"),
                Arguments.of(200, "application/json", "null", "200 (application/json, null)"),
                Arguments.of(200, "application/json", "{\"value\":null}", "{\"value\":null}"),
                Arguments.of(200, "application/json", "{\"value\":{}}", "{\"value\":{}}"),
                Arguments.of(200, "application/json", "{\"value\":\"secret\"}", "{\"value\":…}"),
                Arguments.of(200, "application/json", "\"secret\"", "200 (application/json, …)"),
                Arguments.of(
                        200,
                        "application/json",
                        "{\"status\":\"Running\",\"n\":7}",
                        "{\"status\":\"Running\",\"n\":…}"),
                Arguments.of(
                        200, "text/html", "<html><h1>Sign in\n here</h1></html>", "200 (text/html, \"Sign in here\")"),
                Arguments.of(200, "text/plain", "{\"value\":[]}", "200 (text/plain, {\"value\":[]})"),
                Arguments.of(200, "text/plain", "password=hunter2 is wrong", "password=…"),
                Arguments.of(200, "application/json", "", "200 (application/json, empty)"),
                Arguments.of(204, "", "", "204 (no content type, empty)"),
                Arguments.of(200, "application/json", "{\"value\":[1,null,\"x\"]}", "instead of a list of objects"),
                Arguments.of(200, "application/json", "[{\"id\":\"1\"},[]]", "instead of a list of objects"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("noLists")
    void what_is_no_list_is_not_an_empty_one(int status, String type, String body, String told) {
        answer(status, type, body);

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> world.transport.items(world.get("/a/list")).toList())
                .satisfies(error -> {
                    assertThat(error.problem()).contains("/a/list", "instead of a list", told);
                    assertThat(error.getMessage()).doesNotContain("secret", "hunter2", "\n");
                    assertThat(error.remedy()).isNotBlank();
                    assertThat(error.status()).isEqualTo(status);
                    assertThat(error.mayHaveHappened()).isFalse();
                });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("noLists")
    void what_is_no_object_with_its_members_is_not_read(int status, String type, String body, String told) {
        answer(status, type, body);

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> world.transport.object(world.get("/a/app"), "name"))
                .satisfies(error -> assertThat(error.problem()).contains("/a/app", "was not used", "instead of"));
    }

    @Test
    void lists_without_elements_are_lists() {
        answer(200, "application/json", "{\"value\":[]}");
        answer(200, "application/json; odata.metadata=minimal", "[]");

        assertThat(world.transport.items(world.get("/a/list"))).isEmpty();
        assertThat(world.transport.items(world.get("/a/list"))).isEmpty();
    }

    @Test
    void a_later_page_that_is_no_list_makes_the_whole_list_unread() {
        String link = world.server.at("/a/list?page=2").toString();
        world.server
                .then(200, "{\"value\":[{}],\"nextLink\":\"" + link + "\"}")
                .then(200, "{\"nextLink\":\"" + link + "3\"}");

        assertThatThrownBy(() -> world.transport.items(world.get("/a/list")).toList())
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("instead of a list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"properties\":{\"displayName\":\" \"}}", "{\"properties\":{\"displayName\":null}}"})
    void an_element_without_what_a_decision_hangs_on_is_not_read(String element) {
        world.server.then(200, "{\"value\":[{\"properties\":{\"displayName\":\"a\"}}," + element + "]}");

        assertThatThrownBy(() -> world.transport
                        .items(world.get("/a/list"), "properties/displayName")
                        .toList())
                .hasMessageContaining("a list whose elements all have properties/displayName");
    }

    @Test
    void one_of_several_members_is_enough_where_that_is_said() {
        world.server.then(200, "{\"id\":\"7\"}").then(200, "{\"ID\":\"7\"}");

        assertThat(world.transport.object(world.get("/a/x"), "name|id").text("id"))
                .contains("7");
        assertThat(world.transport.object(world.get("/a/x"), "name|id").text("id"))
                .contains("7");
    }

    @Test
    void an_answer_to_a_change_that_is_not_understood_leaves_a_doubt() {
        world.server.then(200, "{}");

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(
                        () -> world.transport.object(Call.post(Effect.WRITE, world.server.at("/a/lease")), "leaseId"))
                .satisfies(error -> {
                    assertThat(error.mayHaveHappened()).isTrue();
                    assertThat(error.problem()).contains("may have been done").contains("leaseId");
                });
    }

    @Test
    void a_poll_whose_answers_say_nothing_ends_at_its_deadline_and_tells_the_last_one() {
        for (int i = 0; i < 5; i++) {
            answer(200, "text/html", "<title>Maintenance</title>");
        }

        assertThatThrownBy(() -> world.transport.poll(
                        world.server.at("/a/op"),
                        reply -> reply.json().text("status").isPresent(),
                        Duration.ofSeconds(12)))
                .hasMessageContaining("12 s were not enough")
                .hasMessageContaining("200 (text/html, \"Maintenance\")");
    }

    @Test
    void empty_pages_under_links_that_always_change_end_a_list() {
        assertThatThrownBy(() -> read(new ListLimits(Duration.ofHours(1), 10_000, 20), i -> ""))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("was not read to its end because the last 20 pages brought nothing new");
        assertThat(world.server.asked()).hasSize(20);
    }

    @Test
    void the_same_element_again_and_again_ends_a_list() {
        assertThatThrownBy(() ->
                        read(new ListLimits(Duration.ofHours(1), 10_000, 20), i -> "{\"id\":\"7\",\"seen\":" + i + "}"))
                .hasMessageContaining("the last 20 pages brought nothing new");
        assertThat(world.server.asked()).hasSize(21);
    }

    @Test
    void a_list_has_a_most_of_pages() {
        assertThatThrownBy(() -> read(new ListLimits(Duration.ofHours(1), 30, 20), i -> "{\"id\":\"" + i + "\"}"))
                .hasMessageContaining("it has more than 30 pages");
    }

    @Test
    void a_list_has_a_most_of_time_by_the_clock_of_the_settings() {
        assertThatThrownBy(() -> read(new ListLimits(Duration.ofSeconds(60), 10_000, 20), i -> {
                    world.clock.advance(Duration.ofSeconds(7));
                    return "{\"id\":\"" + i + "\"}";
                }))
                .hasMessageContaining("for 9 pages, and 60 s is the limit");
    }

    @Test
    void a_long_list_with_few_empty_pages_is_read() {
        List<Document> all =
                read(ListLimits.STANDARD, i -> i == 99 || i % 10 == 0 ? "{\"id\":\"" + i + "\"}" : "", 100);

        assertThat(all).hasSize(11);
    }

    @Test
    void limits_of_a_list_are_more_than_nothing() {
        assertThatThrownBy(() -> new ListLimits(Duration.ZERO, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListLimits(Duration.ofSeconds(1), 0, 1)).hasMessageContaining("0 pages");
    }

    private interface Page {
        String elements(int number);
    }

    private List<Document> read(ListLimits limits, Page page) {
        return read(limits, page, 200);
    }

    private List<Document> read(ListLimits limits, Page page, int pages) {
        for (int i = 0; i < pages; i++) {
            int number = i;
            String link =
                    i == pages - 1 ? "" : world.server.at("/a/list?page=" + i).toString();
            world.server.then(response -> {
                response.setCode(200);
                response.setEntity(new StringEntity(
                        "{\"value\":[" + page.elements(number) + "],\"nextLink\":\"" + link + "\"}",
                        ContentType.APPLICATION_JSON));
            });
        }
        HttpSettings settings = world.settings.toBuilder().lists(limits).build();
        try (Transport transport = Transport.open(TransportFixture.table(world.server), world.login(), settings)) {
            return transport.items(world.get("/a/list")).toList();
        }
    }

    private void answer(int status, String type, String body) {
        world.server.then(response -> {
            response.setCode(status);
            if (!type.isEmpty()) {
                response.setEntity(new StringEntity(body, ContentType.parse(type)));
            }
        });
    }
}
