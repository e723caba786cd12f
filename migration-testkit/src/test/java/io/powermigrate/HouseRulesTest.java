package io.powermigrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.powermigrate.house.House;
import io.powermigrate.house.HouseRule;
import io.powermigrate.house.HouseRule.Scope;
import io.powermigrate.house.HouseRules;
import io.powermigrate.house.SourceFile;
import io.powermigrate.house.SourceRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its rules, and each rule to its counter-example: a rule that cannot fail is none. */
@Tag("long")
class HouseRulesTest {

    private static final JavaClasses MAIN = House.mainClasses();
    private static final JavaClasses MAIN_AND_TESTS = House.mainAndTestClasses();
    private static final List<SourceFile> SOURCES = SourceFile.of(House.root());

    @ParameterizedTest
    @MethodSource("rulesOfClasses")
    void the_classes_keep(HouseRule rule) {
        assertThat(rule.complaints(rule.scope() == Scope.MAIN ? MAIN : MAIN_AND_TESTS))
                .as(rule.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfClasses")
    void every_wrong_class_is_noticed_by(HouseRule rule) {
        String complaints = String.join("\n", rule.complaintsAboutWrong());
        assertThat(rule.wrongClasses()).as(rule.name()).isNotEmpty().allSatisfy(wrong -> assertThat(complaints)
                .containsPattern("\\b" + wrong + "\\b"));
    }

    @ParameterizedTest
    @MethodSource("rulesOfSources")
    void the_sources_keep(SourceRule rule) {
        assertThat(rule.complaints(SOURCES)).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfSources")
    void the_wrong_source_is_noticed_by(SourceRule rule, @TempDir Path project) {
        assertThat(rule.complaintsAboutWrong(project)).as(rule.name()).hasSize(1);
    }

    @Test
    void all_four_modules_are_looked_at() {
        assertThat(MAIN.stream().map(type -> type.getPackageName()))
                .contains(
                        "io.powermigrate",
                        "io.powermigrate.model",
                        "io.powermigrate.auth",
                        "io.powermigrate.cds.solution",
                        "io.powermigrate.testkit");
        assertThat(MAIN.contain(HouseRulesTest.class)).isFalse();
        assertThat(MAIN_AND_TESTS.contain(HouseRulesTest.class)).isTrue();
        assertThat(SOURCES.stream().filter(SourceFile::isMain)).hasSizeGreaterThan(100);
    }

    static List<HouseRule> rulesOfClasses() {
        return HouseRules.ofClasses();
    }

    static List<SourceRule> rulesOfSources() {
        return HouseRules.ofSources();
    }
}
