package io.powermigrate.cds.carrier;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a plan cannot say of solutions that travel, each in words. */
final class PackingGaps {

    private final SolutionOptions options;
    private final Collection<Solution> chosen;

    PackingGaps(SolutionOptions options, Collection<Solution> chosen) {
        this.options = options;
        this.chosen = List.copyOf(chosen);
    }

    List<String> notChecked(List<? extends Resource> selected) {
        List<String> told = new ArrayList<>(managed(selected));
        chosen.forEach(each -> {
            String name = "the solution " + each.key().name();
            if (each.isScratch()) {
                told.add("what else " + name
                        + " brings: what its contents require, and people made in the source, is added when it"
                        + " is made, and the report names it");
                told.add("whether forms, views and charts of " + name
                        + " have changed: those of tables that people made travel with their tables, those of other tables stay"
                        + " behind, and a change of them alone brings no new import");
            } else if (!options.plansWithExport() || options.publishesBeforeExport()) {
                told.add("what the package of " + name + " really holds, and what an import of it would do: "
                        + (options.plansWithExport()
                                ? "it is published and exported when the plan is executed"
                                : "planWithoutExport() exports nothing to make a plan"));
            }
            told.add(
                    options.publishesBeforeExport()
                            ? "whether apps, site maps and web resources of " + name
                                    + " have changes that are not published: publishBeforeExport() publishes tables and"
                                    + " choices only, so these do not travel"
                            : "whether forms, views, charts, apps and web resources of " + name
                                    + " have changes that are not published: these do not travel");
        });
        return told;
    }

    /** What the scope selects and nobody can export is told once, however many there are. */
    private static List<String> managed(List<? extends Resource> selected) {
        List<String> managed = selected.stream()
                .filter(Solution.class::isInstance)
                .map(Solution.class::cast)
                .filter(Solution::isManaged)
                .map(each -> each.key().name())
                .sorted()
                .toList();
        return managed.isEmpty()
                ? List.of()
                : List.of(Counted.of(managed.size(), "managed solution") + " of the source, such as " + managed.get(0)
                        + ": the service exports none; install them in the destination from their publishers");
    }
}
