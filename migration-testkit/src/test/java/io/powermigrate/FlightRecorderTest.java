package io.powermigrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Flight Recorder shows of a migration. */
class FlightRecorderTest {

    @TempDir
    Path folder;

    @Test
    void requests_and_steps_are_recorded_without_names_or_addresses() throws IOException {
        Path file = folder.resolve("run.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            migrate();
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("io.powermigrate."))
                .toList();
        Set<String> kinds =
                events.stream().map(event -> event.getEventType().getName()).collect(Collectors.toSet());
        assertThat(kinds).contains("io.powermigrate.Request", "io.powermigrate.Step");
        assertThat(events).extracting(RecordedEvent::toString).noneMatch(text -> text.contains("Unit converter"));
    }

    private static void migrate() {
        try (FakePowerPlatform fake = FakePowerPlatform.start()) {
            FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
            FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
            FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
            FakeEnvironment prod = grace.tenant().environment("Fabrikam Prod");
            dev.app(SampleDocuments.nothing()).called("Unit converter");
            try (Endpoint source = fake.connect(dev, ada);
                    Endpoint target = fake.connect(prod, grace);
                    Migration migration = Migration.from(source)
                            .to(target)
                            .install(PowerApps.plugin())
                            .time(fake.time())
                            .build()) {
                Plan plan = migration.plan();
                migration
                        .execute(plan.approve(Approval.by("ada", fake.clock().instant())))
                        .orThrow();
            }
        }
    }
}
