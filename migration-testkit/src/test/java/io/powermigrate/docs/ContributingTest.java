package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING tells a newcomer to write and to run is there. */
class ContributingTest {

    @Test
    void the_first_test_that_it_shows_is_one_of_ours() throws IOException {
        String page = Files.readString(House.root().resolve("CONTRIBUTING.md"));
        Matcher test = Pattern.compile("can stand in `([^`]+)`.*?```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(test.find()).isTrue();
        assertThat(Files.readString(House.root().resolve(test.group(1)))).isEqualTo(test.group(2));
    }

    @Test
    void the_tests_that_it_names_exist() throws IOException {
        String page = Files.readString(House.root().resolve("CONTRIBUTING.md"));
        List<String> named = Pattern.compile("-Dtest=(\\w+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1) + ".java")
                .distinct()
                .toList();
        List<String> ours = House.texts().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(ours).containsAll(named);
    }
}
