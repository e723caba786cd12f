package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.powermigrate.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md}: every public type of core and auth, by room, with the first sentence of its Javadoc. */
class ApiPageTest {

    private static final List<String> MODULES = List.of("migration-core", "migration-auth", "migration-cds");

    @Test
    void the_page_lists_every_public_type_with_its_first_sentence() throws IOException {
        Map<String, List<JavaClass>> rooms = House.mainClasses().stream()
                .filter(House::isVisible)
                .filter(type ->
                        type.getEnclosingClass().isEmpty() && source(type).isPresent())
                .sorted(Comparator.comparing(JavaClass::getSimpleName))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()));
        long types = rooms.values().stream().mapToInt(List::size).sum();
        StringBuilder page = new StringBuilder("""
                # Public types

                Made by `ApiPageTest` from the sources; do not edit. %d types in %d rooms. What is not here is internal, also where the language demands that it is public.
                """.formatted(types, rooms.size()));
        for (Map.Entry<String, List<JavaClass>> room : rooms.entrySet()) {
            page.append("\n## ")
                    .append(room.getKey())
                    .append(" (")
                    .append(room.getValue().size())
                    .append(")\n\n");
            page.append(GeneratedPage.row("type", "what it is")).append("|---|---|\n");
            for (JavaClass type : room.getValue()) {
                page.append(GeneratedPage.row("`" + type.getSimpleName() + "`", sentence(type)));
            }
        }
        assertThat(rooms).containsKey("io.powermigrate");
        GeneratedPage.is("api.md", page.toString());
    }

    private static String sentence(JavaClass type) throws IOException {
        Path file = source(type).orElseThrow();
        Matcher javadoc = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n\\s*)*(?:public|@)", Pattern.DOTALL)
                .matcher(Files.readString(file));
        assertThat(javadoc.find()).as("Javadoc of %s", type.getName()).isTrue();
        String text = javadoc.group(1)
                .replaceAll("\\R\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link|linkplain)\\s+(?:[\\w.]*#)?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher end = Pattern.compile("[.](?: |$)|<p>| @param").matcher(text);
        return end.find() ? text.substring(0, end.start()).strip() : text;
    }

    private static Optional<Path> source(JavaClass type) {
        String path = type.getName().replace('.', '/') + ".java";
        return MODULES.stream()
                .map(module ->
                        House.root().resolve(module).resolve("src/main/java").resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
