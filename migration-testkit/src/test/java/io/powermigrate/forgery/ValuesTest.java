package io.powermigrate.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.approval.Approval;
import io.powermigrate.house.House;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Event;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@code toString} of every public record, also of those that are still to come. */
class ValuesTest {

    private static final int PAGE = 20_000;
    private static final int LINE = 2_500;

    /** Numbers, choices, tools and what is read of environments only; a reply shows none of its body. */
    private static final Set<String> WITHOUT_NAMES = Set.of(
            "CheckContext",
            "Setting",
            "StopRule",
            "Inventories",
            "Kind",
            "Gain",
            "Judged",
            "Answer",
            "AnswerLimits",
            "FormulaLimits",
            "Time",
            "Told",
            "Reply",
            "Version",
            "ConnectorName");

    /** Names, and words of pages: what they say had its secrets taken out when it was read. */
    private static final Set<String> WORDS_OF_PAGES = Set.of(
            "Basis",
            "Candidate",
            "Change",
            "Cloud",
            "CompileFacts",
            "ConnectorName",
            "Difference",
            "DocumentChange",
            "DocumentPlace",
            "Environment",
            "EnvironmentFacts",
            "Identity",
            "Location",
            "NotRead",
            "Requirement",
            "ResourceKey",
            "SlotBinding",
            "SlotType",
            "UnboundValue",
            "Unmatched");

    @ParameterizedTest
    @MethodSource("records")
    void no_record_shows_a_forged_text_as_it_is(Class<?> type) {
        for (Forgery forgery : Forgery.all()) {
            Object made = new Inventor(forgery.text()).record(type);
            String shown = made instanceof Throwable refusal ? String.valueOf(refusal.getMessage()) : made.toString();

            assertThat(Forgery.seenIn(shown))
                    .as("%s with %s", type.getSimpleName(), forgery)
                    .isEmpty();
            assertThat(shown.contains("\n"))
                    .as("a line break in %s with %s", type.getSimpleName(), forgery)
                    .isFalse();
            assertThat(shown.length())
                    .as("length of %s with %s", type.getSimpleName(), forgery)
                    .isLessThan(PAGE);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_record_is_one_line_that_names_it_without_secrets(Class<?> type) {
        Object named = new Inventor("Leave").record(type);
        Object secret = new Inventor("https://a.example/?sig=hunter2 client_secret=hunter2").record(type);

        if (!(named instanceof Throwable)) {
            assertThat(named.toString()).hasSizeLessThan(LINE).doesNotContain("\n");
            assertThat(named.toString().contains("Leave"))
                    .as(type.getName())
                    .isEqualTo(!WITHOUT_NAMES.contains(type.getSimpleName()));
        }
        if (!(secret instanceof Throwable) && !WORDS_OF_PAGES.contains(type.getSimpleName())) {
            assertThat(secret.toString()).doesNotContain("hunter2");
        }
    }

    /** Values that are no records, because what may be missing in them is left out when they are made. */
    @Test
    void neither_does_a_value_that_is_no_record() {
        for (Forgery forgery : Forgery.all()) {
            assertThat(others(forgery.text())).allSatisfy(value -> {
                assertThat(Forgery.seenIn(value.toString())).as(forgery.what()).isEmpty();
                assertThat(value.toString()).doesNotContain("\n").hasSizeLessThan(PAGE);
            });
        }
        assertThat(others("Leave"))
                .allSatisfy(value -> assertThat(value.toString()).contains("Leave"));
        assertThat(others("Leave")).isEqualTo(others("Leave")).doesNotContainAnyElementsOf(others("Other"));
    }

    private static List<Object> others(String text) {
        Instant now = Instant.EPOCH;
        URI authority = URI.create("https://login.example");
        return List.of(
                Approval.by(text, now).until(now.plusSeconds(1)),
                Event.of(now, Event.Kind.ENDED, text).about(new ResourceKey("app", text)),
                TokenRequest.of(authority, text, "https://service.example/")
                        .withTenantId(text)
                        .afresh(text));
    }

    @Test
    void these_records_take_no_text_of_others_and_all_others_are_looked_at() {
        List<String> refused = new ArrayList<>();
        records().forEach(type -> {
            if (new Inventor("Leave").record(type) instanceof Throwable refusal) {
                refused.add(type.getSimpleName());
            }
        });
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "DataverseHosts",
                        "EnvironmentHosts",
                        "PackagePair",
                        "Artifact",
                        "ResourceType",
                        "ListLimits",
                        "TextStyle");
        assertThat(records()).hasSizeGreaterThan(70);
    }

    static Stream<Class<?>> records() {
        return House.mainClasses().stream()
                .filter(type -> !type.getPackageName().startsWith("io.powermigrate.testkit"))
                .filter(type -> type.isRecord() && House.isVisible(type))
                .<Class<?>>map(type -> type.reflect())
                .filter(ValuesTest::isPublic);
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
