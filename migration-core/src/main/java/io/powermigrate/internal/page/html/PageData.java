package io.powermigrate.internal.page.html;

import io.powermigrate.internal.json.Json;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.util.List;
import java.util.stream.Collectors;

/** What the script reckons with, as JSON that no markup can come out of. */
final class PageData {

    private final Page page;
    private final Numbers numbers;

    PageData(Page page, Numbers numbers) {
        this.page = page;
        this.numbers = numbers;
    }

    String json() {
        return "{\"total\":" + page.figure("total") + ",\"ready\":" + page.figure("ready") + ",\"decisions\":"
                + numbers.decisions().size() + ",\"names\":"
                + numbers.decisions().stream()
                        .map(Group::name)
                        .map(PageData::text)
                        .collect(array()) + ",\"rows\":"
                + rows().stream().map(this::row).collect(array()) + "}";
    }

    private List<Group> rows() {
        return page.section(Section.Key.WAITS).map(Section::groups).orElse(List.of());
    }

    private String row(Group row) {
        return "{\"needs\":" + numbers.needs(row).stream().map(String::valueOf).collect(array()) + ",\"count\":"
                + row.items().size() + "}";
    }

    private static java.util.stream.Collector<CharSequence, ?, String> array() {
        return Collectors.joining(",", "[", "]");
    }

    private static String text(String text) {
        return Json.quoted(Shown.message(text))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
