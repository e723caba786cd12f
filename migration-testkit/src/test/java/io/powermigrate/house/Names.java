package io.powermigrate.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.powermigrate.house.HouseRule.Scope;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names say what a thing is. */
final class Names {

    private static final Pattern EMPTY_WORD =
            Pattern.compile("(.*[a-z0-9])?(Utils?|Utilit(y|ies)|Managers?|Impl|Helpers?)([A-Z0-9].*)?");

    /** Interfaces that may have one implementation, or none yet, and why. */
    private static final Map<String, String> FOR_EXTENSIONS = Map.of(
            "io.powermigrate.spi.Packager", "an extension brings its own",
            "io.powermigrate.spi.Migrator", "an extension brings its own",
            "io.powermigrate.spi.ResourceReader", "an extension brings its own",
            "io.powermigrate.spi.MigrationPlugin", "an extension brings its own",
            "io.powermigrate.spi.Operation", "an extension brings its own",
            "io.powermigrate.journal.JournalStore", "a caller keeps lines in a database",
            "io.powermigrate.rule.Rule", "an extension brings its own",
            "io.powermigrate.model.Resource", "an extension brings its own",
            "io.powermigrate.rule.RuleContext", "the test of a rule gives its own",
            "io.powermigrate.model.Bindings", "keeps the plan out of the model, and a test's migrator gives its own");

    private Names() {}

    static List<HouseRule> rules() {
        return List.of(noEmptyWords(), noGetters(), noLonelyInterface());
    }

    private static HouseRule noEmptyWords() {
        return HouseRule.of(
                "no class is a Util, Manager, Impl or Helper",
                Scope.MAIN_AND_TESTS,
                type -> EMPTY_WORD.matcher(type.getSimpleName()).matches()
                        ? List.of(type.getName() + " has a name that says nothing")
                        : List.of(),
                "package io.powermigrate.internal.run; class WrongUtils {}",
                "package io.powermigrate.internal.run; class WrongManager {}",
                "package io.powermigrate.internal.run; class WrongImpl {}",
                "package io.powermigrate.internal.run; class WrongHelperOfAll {}");
    }

    private static HouseRule noGetters() {
        return HouseRule.each(
                "no accessor of ours is called get…",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        ? type.getMethods().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(method -> method.getName().matches("get[A-Z].*"))
                                .filter(method -> !comesFromElsewhere(method))
                                .map(method -> method.getFullName() + " should be called by what it gives")
                                .toList()
                        : List.of(),
                "package io.powermigrate.internal.run; public class Wrong { public String getName() { return \"\"; } }");
    }

    private static HouseRule noLonelyInterface() {
        return HouseRule.of(
                "no interface has exactly one implementation",
                Scope.MAIN_AND_TESTS,
                type -> House.isMain(type)
                                && isOwnWork(type)
                                && implementations(type).count() == 1
                        ? List.of(type.getName() + " has one implementation, "
                                + implementations(type)
                                        .findFirst()
                                        .orElseThrow()
                                        .getName()
                                + ": use that one, or say in Names why not")
                        : List.of(),
                "package io.powermigrate.internal.run; interface Wrong {} final class OnlyOne implements Wrong {}");
    }

    private static boolean isOwnWork(JavaClass type) {
        return type.isInterface()
                && !type.isAnnotation()
                && !type.isAnnotatedWith(FunctionalInterface.class)
                && !FOR_EXTENSIONS.containsKey(type.getName());
    }

    private static Stream<JavaClass> implementations(JavaClass type) {
        return type.getAllSubclasses().stream().filter(subclass -> !subclass.isInterface());
    }

    /** Whether a supertype that is not ours asks for the method. */
    static boolean comesFromElsewhere(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .filter(supertype -> !House.isOurs(supertype))
                .flatMap(supertype -> supertype.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName())
                        && other.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }
}
