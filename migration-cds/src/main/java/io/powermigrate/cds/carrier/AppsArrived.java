package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.facts.CanvasAppEntry;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.WriteContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the canvas apps of a package are in the destination after its import, by their logical names, which stay. */
final class AppsArrived {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, section 5", "2026-08-21");

    private final Solution solution;
    private final WriteContext context;

    AppsArrived(Solution solution, WriteContext context) {
        this.solution = solution;
        this.context = context;
    }

    /** One request for all apps; none where the package has none. */
    List<Finding> findings() {
        List<CanvasAppEntry> apps =
                solution.facts().map(facts -> facts.content().canvasApps()).orElse(List.of());
        if (apps.isEmpty()) {
            return List.of();
        }
        try {
            Set<String> there = there(apps);
            return apps.stream()
                    .filter(app -> !there.contains(lower(app.name())))
                    .map(this::missing)
                    .toList();
        } catch (MigrationException unknown) {
            return List.of(finding(
                    "SOL-032",
                    Verdict.WARN,
                    "whether its canvas apps have arrived is not known, because " + unknown.problem(),
                    "Look in the destination for each of them"));
        }
    }

    private Set<String> there(List<CanvasAppEntry> apps) {
        List<String> names = apps.stream().map(CanvasAppEntry::name).toList();
        return context
                .destination()
                .client(Dataverse.KEY)
                .rowsWhere(Query.of("canvasapps").select("name"), "name", names)
                .stream()
                .flatMap(row -> row.text("name").stream())
                .map(AppsArrived::lower)
                .collect(Collectors.toSet());
    }

    private Finding missing(CanvasAppEntry app) {
        String title = app.displayName().isBlank() ? app.name() : app.displayName();
        return finding(
                "SOL-031",
                Verdict.BLOCK,
                "its app \"" + title + "\" (" + app.name()
                        + ") has not arrived: the import is reported as done, and the destination has no such app",
                "Read the log of the import in the maker portal of the destination, then import the package again");
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, BASIS));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
