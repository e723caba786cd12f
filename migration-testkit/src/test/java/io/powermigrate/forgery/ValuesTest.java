package io.powermigrate.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.House;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@code toString} of every public record, also of those that are still to come. */
class ValuesTest {

    private static final int PAGE = 20_000;

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
                        "DataverseHosts", "EnvironmentHosts", "PackagePair", "Artifact", "ResourceType", "ListLimits");
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
