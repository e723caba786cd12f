package io.powermigrate.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Time, the console and the machine's habits come in through one place each. */
final class Ports {

    /** The deadline of a socket counts real time, as no other clock holds for a socket. */
    private static final Set<String> TIME_PORT =
            Set.of("io.powermigrate.time.Time", "io.powermigrate.time.Sleeper", "io.powermigrate.http.Deadline");

    /** Every {@code now} but those that are given a clock, and whatever lets real time pass. */
    private static final Pattern REAL_TIME = Pattern.compile(String.join(
            "|",
            "java\\.time\\.\\w+\\.now\\((?!java\\.time\\.Clock).*",
            "java\\.time\\.Clock\\.(system|tick).*",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
            "java\\.util\\.Date\\.<init>\\(\\)",
            "java\\.util\\.(Gregorian)?Calendar\\.(getInstance|<init>)\\(.*",
            "java\\.lang\\.Thread\\.sleep\\(.*",
            "java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*",
            "java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)\\(.*"));

    private static final Pattern CONSOLE =
            Pattern.compile("java\\.lang\\.System\\.(out|err)|.*\\.printStackTrace\\(\\)");

    private static final Pattern HABITS = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
            "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
            "java\\.lang\\.String\\.formatted\\(.*",
            "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
            "java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*",
            "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)"));

    private Ports() {}

    static List<HouseRule> rules() {
        return List.of(time(), console(), habits());
    }

    private static HouseRule time() {
        return HouseRule.each(
                "time comes in only through spi.Time, spi.Sleeper and the deadline of a socket, and where a main method opens the program",
                type -> isTimePort(type) || isProgram(type) ? List.of() : accesses(type, REAL_TIME),
                "package io.powermigrate.internal.run; class Wrong { Object at = java.time.Instant.now(); }",
                "package io.powermigrate.internal.run; class WrongDay { Object at() { return java.time.LocalDate.now(); } }",
                "package io.powermigrate.internal.run; class WrongClock { Object at = java.time.Clock.systemUTC(); }",
                "package io.powermigrate.internal.run; class WrongCount { long at = System.nanoTime(); }",
                "package io.powermigrate.internal.run; class WrongDate { Object at = new java.util.Date(); }",
                """
                package io.powermigrate.internal.run; class WrongReference {
                    java.util.function.Supplier<?> at = java.time.Instant::now; }""",
                """
                package io.powermigrate.internal.run; class WrongWait {
                    void rest() throws InterruptedException { Thread.sleep(1); } }""");
    }

    private static HouseRule console() {
        return HouseRule.each(
                "only programs print",
                type -> isProgram(type) || Storeys.storeyOf(type).equals("testkit.demo")
                        ? List.of()
                        : accesses(type, CONSOLE),
                "package io.powermigrate.internal.run; class Wrong { void say() { System.out.println(); } }",
                "package io.powermigrate.internal.run; class WrongTrace { void say(Exception e) { e.printStackTrace(); } }");
    }

    private static HouseRule habits() {
        return HouseRule.each(
                "text does not depend on the machine's locale or time zone",
                type -> accesses(type, HABITS),
                "package io.powermigrate.internal.run; class Wrong { String low(String s) { return s.toLowerCase(); } }",
                "package io.powermigrate.internal.run; class WrongToo { String text(int i) { return String.format(\"%d\", i); } }",
                "package io.powermigrate.internal.run; class WrongZone { Object zone = java.time.ZoneId.systemDefault(); }");
    }

    private static List<String> accesses(JavaClass type, Pattern forbidden) {
        Predicate<String> isForbidden = forbidden.asMatchPredicate();
        return type.getAccessesFromSelf().stream()
                .filter(access -> isForbidden.test(access.getTarget().getFullName()))
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static boolean isTimePort(JavaClass type) {
        return TIME_PORT.contains(type.getName());
    }

    /** A class that has a {@code main}: it is where a program is put together. */
    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class)
                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                .isPresent();
    }
}
