package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlesTest {

    private final FakeService fake =
            FakeService.start(Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC));
    private final FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
    private FakeEnvironment dev;
    private FakeApp app;

    @BeforeEach
    void fill() {
        contoso.user("ada@contoso.com", "secret");
        dev = contoso.environment("Contoso Dev");
        app = dev.app("Expenses");
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void all_handles_of_one_thing_are_equal() {
        assertThat(dev.apps()).containsExactly(app);
        assertThat(app.environment()).isEqualTo(dev).hasSameHashCodeAs(dev);
        assertThat(app.owner().tenant()).isEqualTo(contoso);
        assertThat(Set.of(app, dev)).contains(dev.apps().get(0), contoso.environment("Contoso Dev"));
    }

    @Test
    void handles_of_two_things_differ_even_where_both_are_called_alike() {
        assertThat(dev.app("Expenses")).isNotEqualTo(app);
        assertThat(contoso.anotherEnvironment("Contoso Dev")).isNotEqualTo(dev);
        assertThat(app.published()).isNotEqualTo(app);
    }

    @Test
    void what_is_told_by_one_handle_is_read_by_every_other() {
        dev.apps().get(0).called("Travel").using(dev.connection("shared_sql", "SQL"), "Orders");
        assertThat(app.displayName()).isEqualTo("Travel");
        assertThat(app.publishedReferences()).singleElement().satisfies(reference -> {
            assertThat(reference.connectorName()).isEqualTo("shared_sql");
            assertThat(reference.dataSources()).containsExactly("Orders");
        });
    }
}
