package io.powermigrate.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The storeys of the house: which package may see which. What is not named here may not be seen. */
final class Storeys {

    /** The packages that the Power Platform is unknown to, without the front door. */
    static final Set<String> ENGINE = Set.of(
            "error",
            "internal",
            "model",
            "journal",
            "rule",
            "time",
            "endpoint",
            "store",
            "spi",
            "approval",
            "page",
            "drift",
            "plan",
            "report",
            "rollout",
            "internal.finding",
            "internal.page",
            "internal.plan",
            "internal.run",
            "internal.undo",
            "internal.rollout");

    private static final String FRONT_DOOR = "(root)";

    /** What everybody stands on, but what shares no code with the rest. */
    private static final Set<String> GROUND = Set.of("internal.text", "internal.secret", "internal.address");

    private static final Set<String> BESIDE =
            Set.of("testkit.fake", "testkit.fake.internal", "testkit.fake.wire", "testkit.msapp", "testkit.solution");

    /** A storey, and what it sees besides itself; a storey holds its sub-packages that have no line of their own. */
    private static final Map<String, Set<String>> SEES = table("""
            internal.text     : internal.secret
            internal.secret   :
            internal.address  : internal.text
            error             :
            internal          : error
            model             : error internal
            journal           : error internal model
            rule              : error internal model
            time              : error
            endpoint          : error internal model
            store             : error internal model
            spi               : error internal model journal rule time endpoint store
            approval          : error internal
            internal.finding  : error internal model rule
            page              : internal model
            internal.page     : error internal model page
            drift             : error internal model page internal.page
            plan              : error internal model rule endpoint approval internal.finding page internal.page
            report            : error internal model rule approval plan page internal.page
            rollout           : error internal model endpoint approval plan report page internal.page
            internal.plan     : error internal model rule time endpoint store spi plan internal.finding
            internal.run      : error internal model journal rule time endpoint store spi approval plan report internal.finding internal.plan
            internal.undo     : error internal model rule endpoint store spi plan report internal.finding internal.plan
            internal.rollout  : error internal model plan report rollout internal.run
            (root)            : error internal model journal rule time endpoint store spi approval plan report rollout internal.plan internal.run internal.undo internal.rollout
            http              : error internal model time endpoint
            platform          : error internal model endpoint http
            canvas            : error internal canvas.reading canvas.facts canvas.normalform canvas.usage canvas.requirements canvas.rebind
            canvas.reading    : error internal
            canvas.json       : error internal canvas.reading
            canvas.normalform : error internal canvas.reading canvas.json
            canvas.facts      : error internal canvas.reading canvas.json canvas.normalform
            canvas.usage      : error internal canvas.reading canvas.json canvas.facts canvas.formula
            canvas.requirements : error internal canvas.reading canvas.json canvas.facts canvas.usage canvas.formula
            canvas.rebind     : error internal canvas.reading canvas.json canvas.facts canvas.usage canvas.requirements canvas.formula
            canvas.formula    : error
            powerapps         : error internal model rule time endpoint store spi approval plan report http platform canvas canvas.facts canvas.usage canvas.requirements canvas.rebind canvas.formula
            auth              : error internal model rule time endpoint store spi approval plan report http platform canvas canvas.facts canvas.usage canvas.requirements canvas.rebind canvas.formula powerapps
            cds               : error internal model rule time endpoint store spi approval plan report http platform canvas canvas.facts canvas.usage canvas.requirements canvas.rebind canvas.formula powerapps
            testkit           : error internal model journal rule time endpoint store spi approval plan report (root) http platform canvas canvas.facts canvas.usage canvas.requirements canvas.rebind canvas.formula powerapps \
            testkit.fake testkit.fake.wire testkit.msapp testkit.solution
            testkit.fake      : testkit.fake.internal testkit.fake.wire
            testkit.fake.internal : testkit.fake.wire
            testkit.fake.wire :
            testkit.msapp     :
            testkit.solution  :
            testkit.hostile   : testkit.fake
            testkit.contract  : error internal model journal rule time endpoint store spi approval plan report (root) testkit
            testkit.demo      : error internal model journal rule time endpoint store spi approval plan report (root) http platform canvas canvas.facts canvas.usage canvas.requirements canvas.rebind canvas.formula powerapps auth cds \
            testkit testkit.fake testkit.fake.wire testkit.msapp testkit.solution testkit.contract
            """);

    private Storeys() {}

    static List<HouseRule> rules() {
        Stream<HouseRule> storeys = SEES.keySet().stream()
                .filter(storey -> !unseenBy(storey).isEmpty())
                .map(Storeys::seesOnlyWhatItMay);
        return Stream.concat(storeys, Stream.of(known(), noCircles())).toList();
    }

    private static HouseRule seesOnlyWhatItMay(String storey) {
        Set<String> sees = seenBy(storey);
        String name = storey + " sees " + (sees.isEmpty() ? "nothing of ours" : "only " + String.join(", ", sees));
        return HouseRule.each(
                name,
                type -> storeyOf(type).equals(storey) ? forbidden(type, sees) : List.of(),
                counterExamples(storey).toArray(String[]::new));
    }

    private static List<String> forbidden(JavaClass type, Set<String> sees) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> House.isOurs(target(dependency)))
                .filter(dependency -> !storeyOf(target(dependency)).equals(storeyOf(type)))
                .filter(dependency -> !sees.contains(storeyOf(target(dependency))))
                .map(Dependency::getDescription)
                .toList();
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static HouseRule known() {
        return HouseRule.each(
                "every package belongs to a storey",
                type -> storeyOf(type).isEmpty()
                        ? List.of(type.getName() + " is in no storey: give its package a line in Storeys")
                        : List.of(),
                "package io.powermigrate.cellar; class Wrong {}");
    }

    private static HouseRule noCircles() {
        return HouseRule.of(
                "no circle of packages",
                SlicesRuleDefinition.slices()
                        .matching(House.ROOT + ".(**)")
                        .should()
                        .beFreeOfCycles(),
                "package io.powermigrate.left; public class Wrong { io.powermigrate.right.WrongToo other; }",
                "package io.powermigrate.right; public class WrongToo { io.powermigrate.left.Wrong other; }");
    }

    static String storeyOf(JavaClass type) {
        String place = House.place(type);
        return place.isEmpty()
                ? FRONT_DOOR
                : SEES.keySet().stream()
                        .filter(storey -> place.equals(storey) || place.startsWith(storey + "."))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
    }

    private static Set<String> seenBy(String storey) {
        Set<String> sees = new LinkedHashSet<>(SEES.getOrDefault(storey, Set.of()));
        if (!GROUND.contains(storey) && !BESIDE.contains(storey)) {
            sees.addAll(GROUND);
        }
        return sees;
    }

    private static List<String> unseenBy(String storey) {
        return SEES.keySet().stream()
                .filter(other -> !other.equals(storey) && !seenBy(storey).contains(other))
                .toList();
    }

    /** One wrong class for each storey that this one must not see. */
    private static Stream<String> counterExamples(String storey) {
        List<String> forbidden = unseenBy(storey);
        Stream<String> seen = forbidden.stream()
                .map(other -> "package " + packageOf(other) + "; public class Seen" + identifier(other) + " {}");
        Stream<String> wrong = forbidden.stream()
                .map(other -> "package " + packageOf(storey) + "; class Wrong" + identifier(other) + " { "
                        + packageOf(other) + ".Seen" + identifier(other) + " seen; }");
        return Stream.concat(seen, wrong);
    }

    private static String packageOf(String storey) {
        return storey.equals(FRONT_DOOR) ? House.ROOT : House.ROOT + "." + storey;
    }

    private static String identifier(String storey) {
        return storey.replaceAll("\\W", "_");
    }

    private static Map<String, Set<String>> table(String lines) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(":", 2)).forEach(line -> {
            Set<String> sees = new LinkedHashSet<>(List.of(line[1].trim().split("\\s+")));
            sees.remove("");
            table.put(line[0].trim(), sees);
        });
        return table;
    }
}
