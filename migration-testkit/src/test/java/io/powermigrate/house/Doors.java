package io.powermigrate.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each library has one door: nobody else uses it, and what stands behind the door shows none of its types. The inside of
 * the fake is one too.
 */
final class Doors {

    /** Packages of a library, who may use it (packages and single classes, without the root), and a type of it. */
    private record Door(String library, String packages, Set<String> users, String type) {}

    private static final List<Door> DOORS = List.of(
            new Door(
                    "Jackson",
                    "com.fasterxml.jackson.",
                    Set.of("internal.json", "model.Document", "canvas", "testkit.fake", "testkit.msapp"),
                    "com.fasterxml.jackson.databind.JsonNode"),
            new Door(
                    "HttpClient",
                    "org.apache.hc.client5.",
                    Set.of("http"),
                    "org.apache.hc.client5.http.classic.HttpClient"),
            new Door(
                    "HttpCore",
                    "org.apache.hc.core5.",
                    Set.of("http", "testkit.fake"),
                    "org.apache.hc.core5.http.HttpRequest"),
            new Door(
                    "the JDK's own HTTP client",
                    "java.net.http.",
                    Set.of("http", "testkit.FakeCredential"),
                    "java.net.http.HttpClient"),
            new Door(
                    "Resilience4j",
                    "io.github.resilience4j.",
                    Set.of("http"),
                    "io.github.resilience4j.ratelimiter.RateLimiter"),
            new Door("SLF4J", "org.slf4j.", Set.of("internal.text.Log"), "org.slf4j.Logger"),
            new Door("MSAL4J", "com.microsoft.aad.", Set.of("auth"), "com.microsoft.aad.msal4j.IAccount"),
            new Door(
                    "the inside of the fake",
                    "io.powermigrate.testkit.fake.internal.",
                    Set.of("testkit.fake"),
                    "io.powermigrate.testkit.fake.internal.http.Answer"));

    private Doors() {}

    static List<HouseRule> rules() {
        return DOORS.stream()
                .flatMap(door -> Stream.of(usedOnlyBehindItsDoor(door), shownNowhere(door)))
                .toList();
    }

    private static HouseRule usedOnlyBehindItsDoor(Door door) {
        return HouseRule.each(
                door.library() + " is used only by "
                        + door.users().stream().sorted().collect(Collectors.joining(", ")),
                type -> isUser(type, door)
                        ? List.of()
                        : type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency ->
                                        isOf(door, dependency.getTargetClass().getBaseComponentType()))
                                .map(Dependency::getDescription)
                                .toList(),
                "package io.powermigrate.internal.run; class Wrong { boolean test(Object o) { return o instanceof %s; } }"
                        .replace("%s", door.type()));
    }

    private static HouseRule shownNowhere(Door door) {
        String shown = door.users().stream().sorted().findFirst().orElseThrow();
        return HouseRule.each(
                "no public signature shows a type of " + door.library(),
                type -> House.isVisible(type) ? shown(type, door) : List.of(),
                """
                package io.powermigrate.%p;
                public class Wrong { public java.util.Optional<%t> answer() { throw new IllegalStateException(); } }""".replace("%p", inPublic(shown)).replace("%t", door.type()),
                "package io.powermigrate.%p; public class WrongToo { protected %t field; }"
                        .replace("%p", inPublic(shown))
                        .replace("%t", door.type()));
    }

    private static String inPublic(String user) {
        return user.startsWith("internal") ? "canvas" : user;
    }

    private static List<String> shown(JavaClass type, Door door) {
        Stream<String> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(parent -> shows(type.getName() + " extends or implements", parent, door).stream());
        Stream<String> fields = type.getFields().stream()
                .filter(field -> House.isApi(field.getModifiers()))
                .flatMap(field -> shows(field.getFullName() + " is", field.getType(), door).stream());
        Stream<String> codeUnits = type.getCodeUnits().stream()
                .filter(codeUnit -> House.isApi(codeUnit.getModifiers()))
                .flatMap(codeUnit -> signature(codeUnit)
                        .flatMap(part -> shows(codeUnit.getFullName() + " shows", part, door).stream()));
        return Stream.of(parents, fields, codeUnits).flatMap(found -> found).toList();
    }

    private static Stream<JavaType> signature(JavaCodeUnit codeUnit) {
        return Stream.of(
                        Stream.of(codeUnit.getReturnType()),
                        codeUnit.getParameterTypes().stream(),
                        codeUnit.getExceptionTypes().stream())
                .flatMap(part -> part);
    }

    private static Optional<String> shows(String who, JavaType part, Door door) {
        return part.getAllInvolvedRawTypes().stream()
                .filter(raw -> isOf(door, raw.getBaseComponentType()))
                .map(raw -> who + " " + raw.getName())
                .findFirst();
    }

    private static boolean isOf(Door door, JavaClass type) {
        return type.getName().startsWith(door.packages());
    }

    private static boolean isUser(JavaClass type, Door door) {
        String name = type.getName().substring(House.ROOT.length() + 1);
        return door.users().stream()
                .anyMatch(user -> name.equals(user) || name.startsWith(user + ".") || name.startsWith(user + "$"));
    }
}
