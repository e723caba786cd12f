package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client asks of a Dataverse, and what it makes of the answers. */
class DataverseTest {

    private static final String NOBODY = "00000000-0000-4000-8000-0000000000aa";

    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
    private final FakeUser ada = contoso.user("ada@contoso.com", "correct horse");
    private final FakeEnvironment dev = contoso.environment("Contoso Dev").dataverse("contosodev");
    private final FakeDataverse orders = dev.organisation();
    private final Endpoint endpoint = fake.connect(dev, ada);
    private final Dataverse dataverse = endpoint.client(Dataverse.KEY);

    @AfterEach
    void stop() {
        endpoint.close();
        fake.close();
    }

    @Test
    void an_environment_without_a_dataverse_is_told_without_a_request_for_it() {
        try (Endpoint without = fake.connect(contoso.environment("Plain"), ada)) {
            assertThat(Dataverse.exists(without)).isFalse();
            assertThat(Dataverse.exists(endpoint)).isTrue();
            assertThatThrownBy(() -> without.client(Dataverse.KEY))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("Add a Dataverse database to the environment");
        }
        assertThat(asked()).isEmpty();
    }

    @Test
    void rows_come_from_all_pages_also_in_a_batch_and_a_page_is_asked_for_when_it_is_wanted() {
        orders.rows("accounts", 5001);
        Query query = Query.of("accounts").select("name");

        try (Stream<Document> rows = dataverse.rows(query)) {
            assertThat(rows.limit(3)).hasSize(3);
        }
        assertThat(asked()).hasSize(1);
        assertThat(dataverse.rows(query).flatMap(row -> row.text("name").stream()))
                .hasSize(5001)
                .doesNotHaveDuplicates();
        assertThat(asked()).hasSize(3);
        assertThat(dataverse.batch(List.of(query)).get(0).rows()).hasSize(5001);
        assertThat(asked()).hasSize(5);
    }

    @Test
    void a_row_that_is_not_there_is_empty_and_to_get_it_is_an_error_with_code_reason_and_remedy() {
        Query absent = Query.of("accounts").key(Key.id(NOBODY));

        assertThat(dataverse.find(absent)).isEmpty();
        DataverseException refused = catchThrowableOfType(DataverseException.class, () -> dataverse.get(absent));
        assertThat(refused.code()).isEqualTo(ErrorCode.ABSENT);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.mayHaveHappened()).isFalse();
        assertThat(refused.problem()).contains("which means that the object does not exist");
        assertThat(refused.remedy()).startsWith("Check that it still exists");
    }

    @Test
    void an_unknown_set_is_an_error_and_no_absence() {
        assertThatThrownBy(() -> dataverse.find(Query.of("nonsenses").key(Key.id(NOBODY))))
                .isInstanceOf(DataverseException.class);
    }

    @Test
    void rows_are_made_changed_and_deleted_and_what_is_not_there_is_told() {
        String id = dataverse.create("accounts", row("name", "A"));

        assertThat(dataverse.update("accounts", Key.id(id), row("name", "B"))).isTrue();
        assertThat(named(id)).isEqualTo("B");
        assertThat(dataverse.update("accounts", Key.id(NOBODY), row("name", "C")))
                .isFalse();
        assertThat(dataverse.find(Query.of("accounts").key(Key.id(NOBODY)))).isEmpty();
        assertThat(dataverse.upsert("accounts", Key.id(NOBODY), row("name", "D")))
                .isEqualTo(NOBODY);
        assertThat(named(NOBODY)).isEqualTo("D");
        assertThat(dataverse.delete(Effect.WRITE, "accounts", id)).isTrue();
        assertThat(dataverse.delete(Effect.WRITE, "accounts", id)).isFalse();
    }

    @Test
    void a_text_with_quotes_finds_its_row_and_no_other() {
        for (String name : List.of("O'Brien & Söhne #1", "' or name ne '", "100% a+b/c?")) {
            orders.row("accounts", Map.of("name", name));
            assertThat(dataverse.rows(Query.of("accounts").filter(Filter.eq("name", name))))
                    .as(name)
                    .hasSize(1);
        }
    }

    @Test
    void many_queries_are_one_request_and_one_that_is_refused_stops_no_other() {
        FakeRow row = orders.row("accounts", Map.of("name", "A"));

        List<Answer> answers = dataverse.batch(List.of(
                Query.of("accounts").key(Key.id(row.id())).select("name"),
                Query.of("accounts").key(Key.id(NOBODY)),
                Query.function("WhoAmI", Parameters.none()),
                Query.of("accounts").select("name")));

        assertThat(answers).extracting(Answer::isSuccess).containsExactly(true, false, true, true);
        assertThat(answers.get(0).object().text("name")).contains("A");
        assertThat(answers.get(1).error()).isNotNull();
        assertThatThrownBy(() -> answers.get(1).object()).hasMessageContaining("the object does not exist");
        assertThat(answers.get(3).rows()).hasSize(1);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void more_than_a_thousand_queries_are_divided() {
        List<Query> queries = IntStream.range(0, 1001)
                .mapToObj(i -> Query.function("WhoAmI", Parameters.none()))
                .toList();

        assertThat(dataverse.batch(queries)).hasSize(1001).allMatch(Answer::isSuccess);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void rows_by_many_values_take_one_request() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            names.add("name " + i);
            orders.row("accounts", Map.of("name", "name " + i));
        }
        orders.row("accounts", Map.of("name", "another"));

        assertThat(dataverse.rowsWhere(Query.of("accounts").select("name"), "name", names))
                .hasSize(250);
        assertThat(asked()).hasSize(1);
        assertThat(dataverse.rowsWhere(Query.of("accounts"), "name", List.of())).isEmpty();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void a_query_too_long_for_an_address_is_asked_in_a_batch() {
        orders.row("accounts", Map.of("name", "n499"));
        List<String> names =
                IntStream.range(0, 400).mapToObj(i -> "n" + (i + 100)).toList();

        assertThat(dataverse.rows(Query.of("accounts").filter(Filter.in("name", names))))
                .hasSize(1);
        assertThat(asked()).extracting(SeenRequest::method).containsExactly("POST");
    }

    @Test
    void a_throttled_read_waits_as_long_as_the_service_asks() {
        fake.service().faults().next(DataverseTest::isDataverse, Fault.serviceProtection("0x80072322", 7));
        Instant before = fake.clock().instant();

        assertThat(dataverse.function("WhoAmI", Parameters.none()).text("UserId"))
                .isPresent();
        assertThat(Duration.between(before, fake.clock().instant())).hasSeconds(7);
    }

    @Test
    void an_action_whose_answer_is_lost_may_have_happened_and_is_sent_once() {
        fake.service().faults().next(DataverseTest::isDataverse, Fault.statusAfterEffect(503));

        MigrationException lost =
                catchThrowableOfType(MigrationException.class, () -> dataverse.create("accounts", row("name", "A")));

        assertThat(lost.mayHaveHappened()).isTrue();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void a_change_above_the_ceiling_is_not_sent() {
        Dataverse reading = endpoint.limitedTo(Effect.READ).client(Dataverse.KEY);

        assertThatThrownBy(() -> reading.create("accounts", row("name", "A"))).isInstanceOf(MigrationException.class);
        assertThat(reading.batch(List.of(Query.of("accounts")))).hasSize(1);
        assertThat(asked()).hasSize(1);
    }

    private String named(String id) {
        return dataverse
                .get(Query.of("accounts").key(Key.id(id)).select("name"))
                .text("name")
                .orElse("");
    }

    private static Document row(String member, String value) {
        return Document.of(Map.of(member, value));
    }

    private static boolean isDataverse(SeenRequest request) {
        return request.path().contains("/api/data/");
    }

    private List<SeenRequest> asked() {
        return fake.service().requests().stream()
                .filter(DataverseTest::isDataverse)
                .toList();
    }
}
