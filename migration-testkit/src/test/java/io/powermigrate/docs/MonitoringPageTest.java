package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Event;
import io.powermigrate.report.MigrationListener;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The listeners of docs/monitoring.md, compiled as they stand there, watch a migration whose services ask for patience. */
class MonitoringPageTest {

    private static final Page PAGE = Page.of("docs/monitoring.md");

    @Test
    void a_wait_that_a_service_asks_for_is_an_event_with_its_end() {
        List<Event> waits = new CopyOnWriteArrayList<>();
        migrate(event -> {
            if (event.kind() == Event.Kind.WAITS) {
                waits.add(event);
            }
        });

        assertThat(waits).isNotEmpty().first().satisfies(wait -> {
            assertThat(wait.message()).contains("is asked again in", "because it answered 429");
            assertThat(Duration.between(wait.at(), wait.until().orElseThrow()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        });
    }

    @Test
    void micrometer_counts_steps_by_type_and_end_and_the_time_that_requests_waited() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Snippets snippets = Snippets.ofTypes(PAGE.block("micrometer"))) {
            migrate((MigrationListener) snippets.type("MigrationMeters")
                    .getConstructor(MeterRegistry.class)
                    .newInstance(registry));
        }

        assertThat(registry.get("powermigrate.step")
                        .tags("type", "canvas-app", "end", "DONE")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("powermigrate.wait").timer().totalTime(TimeUnit.SECONDS))
                .isGreaterThanOrEqualTo(40);
    }

    @Test
    void opentelemetry_gets_a_span_for_each_step() throws Exception {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build();
                Snippets snippets = Snippets.ofTypes(PAGE.block("opentelemetry"))) {
            migrate((MigrationListener)
                    snippets.type("MigrationSpans").getConstructor(Tracer.class).newInstance(provider.get("test")));

            assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
                assertThat(span.getName()).isEqualTo("migrate canvas-app");
                assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            });
        }
    }

    private static void migrate(MigrationListener listener) {
        try (FakePowerPlatform fake = FakePowerPlatform.start()) {
            FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
            FakeUser ada = contoso.user("ada@contoso.com", "secret");
            FakeEnvironment dev = contoso.environment("Contoso Dev").maker(ada);
            FakeEnvironment prod = contoso.environment("Contoso Prod").maker(ada);
            dev.app(SampleDocuments.nothing()).owner(ada);
            try (Endpoint source = fake.connect(dev, ada);
                    Endpoint target = fake.connect(prod, ada);
                    Migration migration = Migration.from(source)
                            .to(target)
                            .install(PowerApps.plugin())
                            .time(fake.time())
                            .listener(listener)
                            .build()) {
                Plan plan = migration.plan();
                fake.service().faults().next(request -> !request.method().equals("GET"), Fault.throttledForSeconds(40));
                migration
                        .execute(plan.approve(
                                Approval.by("ada@contoso.com", fake.clock().instant())))
                        .orThrow();
            }
        }
    }
}
