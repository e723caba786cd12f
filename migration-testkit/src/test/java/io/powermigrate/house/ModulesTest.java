package io.powermigrate.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The module descriptor of core exports what users see, and what is internal to the modules that use it. */
class ModulesTest {

    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+)( to\\s[^;]*)?;");

    @Test
    void every_room_that_users_see_is_exported_to_everybody() throws IOException {
        List<String> rooms = House.mainClasses().stream()
                .filter(House::isVisible)
                .map(JavaClass::getPackageName)
                .filter(room -> !room.matches("io\\.powermigrate\\.(auth|cds|testkit)(\\..*)?"))
                .distinct()
                .sorted()
                .collect(Collectors.toList());

        assertThat(exports(false)).isEqualTo(rooms);
    }

    @Test
    void what_is_internal_is_exported_to_our_other_modules_only() throws IOException {
        List<String> used = House.mainClasses().stream()
                .filter(type -> House.place(type).matches("(auth|cds|testkit)(\\..*)?"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> House.isOurs(type) && House.place(type).startsWith("internal."))
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .collect(Collectors.toList());

        assertThat(exports(true)).isEqualTo(used);
    }

    private static List<String> exports(boolean qualified) throws IOException {
        Matcher matcher = EXPORT.matcher(
                Files.readString(House.root().resolve("migration-core/src/main/module/module-info.java")));
        return matcher.results()
                .filter(export -> (export.group(2) != null) == qualified)
                .map(export -> export.group(1))
                .sorted()
                .collect(Collectors.toList());
    }
}
