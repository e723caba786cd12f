package io.powermigrate.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.function.Function;

/**
 * A rule over classes, with the counter-examples that it must notice.
 *
 * @param name the rule in words
 * @param scope which classes it looks at
 * @param rule how it is checked
 * @param wrong texts of wrong classes: the rule must complain at least once for each of those called {@code Wrong…}
 */
public record HouseRule(String name, Scope scope, ArchRule rule, List<String> wrong) {

    /** Which classes a rule looks at. */
    public enum Scope {
        /** What is shipped. */
        MAIN,
        /** What is shipped, and what tests it. */
        MAIN_AND_TESTS
    }

    /** A rule about one main class at a time. */
    static HouseRule each(String name, Function<JavaClass, List<String>> complaints, String... wrong) {
        return of(name, Scope.MAIN, complaints, wrong);
    }

    static HouseRule of(String name, Scope scope, Function<JavaClass, List<String>> complaints, String... wrong) {
        ArchRule rule =
                ArchRuleDefinition.classes().should(condition(name, complaints)).allowEmptyShould(true);
        return new HouseRule(name, scope, rule, List.of(wrong));
    }

    static HouseRule of(String name, ArchRule rule, String... wrong) {
        return new HouseRule(name, Scope.MAIN, rule.allowEmptyShould(true), List.of(wrong));
    }

    /** What is wrong with these classes. */
    public List<String> complaints(JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    /** What is wrong with the counter-examples. */
    public List<String> complaintsAboutWrong() {
        Compiled compiled = Compiled.of(wrong);
        return complaints(new ClassFileImporter().importPath(compiled.folderOfCorrectCode()));
    }

    /** The counter-examples' wrong classes. */
    public List<String> wrongClasses() {
        return wrong.stream()
                .flatMap(text -> Compiled.typesIn(text).stream())
                .filter(type -> type.startsWith("Wrong"))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static ArchCondition<JavaClass> condition(String name, Function<JavaClass, List<String>> complaints) {
        return new ArchCondition<>("hold: " + name) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                complaints.apply(type).forEach(complaint -> events.add(SimpleConditionEvent.violated(type, complaint)));
            }
        };
    }
}
