package io.powermigrate.internal.page.sarif;

import io.powermigrate.internal.json.Json;
import io.powermigrate.internal.page.sarif.SarifLog.AutomationDetails;
import io.powermigrate.internal.page.sarif.SarifLog.Descriptor;
import io.powermigrate.internal.page.sarif.SarifLog.Driver;
import io.powermigrate.internal.page.sarif.SarifLog.Invocation;
import io.powermigrate.internal.page.sarif.SarifLog.Notification;
import io.powermigrate.internal.page.sarif.SarifLog.Tool;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page as a log of SARIF 2.1.0. Fingerprints are made of what a result is about, so they are the same in every run. Lists that were not
 * read, and gaps, are notifications.
 */
public final class SarifPage {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String VERSION = "2.1.0";

    private SarifPage() {}

    /** Writes the page as a stream of UTF-8, which stays open. */
    public static void write(Page page, OutputStream out) throws IOException {
        SarifRules rules = new SarifRules(page);
        SarifResults results = new SarifResults(page, rules);
        SarifLog run = new SarifLog(
                new Tool(new Driver("io.powermigrate", Release.version(), rules.all())),
                new AutomationDetails(SarifText.address(page.kind().word(), flat(page.from()), flat(page.to())) + "/"),
                List.of(invocation(page)),
                "utf16CodeUnits",
                () -> results.all().iterator(),
                properties(page));
        Json.visible(Map.of("$schema", SCHEMA, "version", VERSION, "runs", List.of(run)), out);
    }

    /** Whether a section is about what is not known, instead of about resources. */
    static boolean isNotification(Section section) {
        return section.key() == Section.Key.WARNINGS || section.key() == Section.Key.UNCHECKED;
    }

    private static String flat(String name) {
        return name.replace('/', '_');
    }

    private static Invocation invocation(Page page) {
        List<Notification> notifications = page.sections().stream()
                .filter(SarifPage::isNotification)
                .flatMap(section -> section.groups().stream().map(group -> notification(section, group)))
                .toList();
        boolean isUnread = notifications.stream().anyMatch(each -> each.level().equals("error"));
        return new Invocation(!isUnread, notifications);
    }

    private static Notification notification(Section section, Group group) {
        String level =
                group.state() == State.FAILED ? "error" : section.key() == Section.Key.WARNINGS ? "warning" : "note";
        String[] parts = new String[group.items().size() + 3];
        parts[0] = group.title();
        parts[1] = group.reason();
        parts[2] = group.remedy();
        for (int i = 0; i < group.items().size(); i++) {
            parts[i + 3] = group.items().get(i).name();
        }
        return new Notification(new Descriptor(group.key()), level, SarifText.message(parts));
    }

    private static Map<String, Object> properties(Page page) {
        Map<String, Object> figures = new TreeMap<>();
        for (Figure figure : page.figures()) {
            figures.put(figure.key(), figure.value());
        }
        Map<String, Object> facts = new TreeMap<>();
        for (Fact fact : page.facts()) {
            facts.put(fact.name(), fact.value());
        }
        Map<String, Object> properties = new TreeMap<>();
        properties.put("title", page.title());
        properties.put("verdict", page.verdict());
        properties.put("lede", page.lede());
        properties.put("figures", figures);
        properties.put("facts", facts);
        return properties;
    }
}
