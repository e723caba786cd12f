package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class RealAppsWholeWayTest {
    private static final Path FOLDER = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures/msapp");

    private final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-01-02T03:04:06Z"));

    static Stream<Dialects> dialects() {
        return Dialects.each().stream();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void real_apps_go_the_whole_way_in_every_dialect(Dialects dialects) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no recordings here");
        try (FakeService fake = FakeService.start(clock, dialects)) {
            FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "secret");
            FakeEnvironment origin = ada.tenant().environment("Dev").documents(FOLDER);
            FakeEnvironment destination = ada.tenant().environment("Prod").documents(FOLDER);
            Walker walker = new Walker(fake, ada, clock);
            for (String name : List.of("FileFormatChanger", "Weather ", "EmptyTestCase", "TwitterQuery")) {
                FakeApp app = named(origin, name);
                assertThat(walker.launched(app)).isEqualTo("Ready");
                String id = walker.install(destination, walker.export(app));
                FakeApp arrived = byId(destination, id);
                assertThat(walker.finish(arrived, app)).isEqualTo(200);
                assertThat(walker.launched(arrived)).as(name).isEqualTo("Ready");
                assertThat(arrived.publishedReferences()).isEqualTo(app.publishedReferences());
            }
            assertThat(fake.unmatched()).isEmpty();
        }
    }

    @Test
    void every_real_app_can_be_played_where_the_folder_was_filled_in() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no recordings here");
        try (FakeService fake = FakeService.start(clock)) {
            FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "secret");
            FakeEnvironment origin = ada.tenant().environment("Dev").documents(FOLDER);
            Walker walker = new Walker(fake, ada, clock);
            for (FakeApp app : origin.apps()) {
                assertThat(walker.launched(app)).as(app.displayName()).isEqualTo("Ready");
            }
            assertThat(origin.apps())
                    .filteredOn(a -> a.inside().appType().equals("CustomCanvasPage"))
                    .hasSize(2);
        }
    }

    private static FakeApp named(FakeEnvironment environment, String name) {
        return environment.apps().stream()
                .filter(a -> a.displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static FakeApp byId(FakeEnvironment environment, String id) {
        return environment.apps().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
