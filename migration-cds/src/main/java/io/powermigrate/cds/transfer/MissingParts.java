package io.powermigrate.cds.transfer;

import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.webapi.ErrorCode;
import io.powermigrate.internal.text.Counted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the service says is missing, one issue for each provider (wire/dataverse-situations.md, S01, S05 and S07). Pure. */
final class MissingParts {

    private static final int NAMED = 10;

    private MissingParts() {}

    /** The issues, in the order of the service. */
    static List<StagingIssue> issues(Collection<MissingDependency> missing) {
        Map<String, List<MissingDependency>> byProvider = new LinkedHashMap<>();
        missing.forEach(each -> byProvider
                .computeIfAbsent(
                        Objects.requireNonNullElse(each.solution(), each.provider()), none -> new ArrayList<>())
                .add(each));
        return byProvider.values().stream().map(MissingParts::issue).toList();
    }

    private static StagingIssue issue(List<MissingDependency> missing) {
        MissingDependency first = missing.get(0);
        String needs = "the package needs " + Counted.of(missing.size(), "component") + " that the destination lacks: "
                + names(missing);
        String solution = first.solution();
        if (first.active()) {
            return refusal(
                    needs + "; the source holds them outside of any solution that could be installed ('Active')",
                    "Add them to the solution in the source and export again, or make them in the destination under the"
                            + " same names");
        }
        if (solution == null) {
            return refusal(
                    needs + "; who has them is not told", "Find out which solution has them, and install it first");
        }
        String version = highest(missing);
        return refusal(
                needs + "; they belong to the solution '" + solution + "'" + version + app(missing),
                "Install '" + solution + "'" + version + " in the destination first");
    }

    private static String app(List<MissingDependency> missing) {
        return missing.stream()
                .flatMap(each -> Stream.ofNullable(each.app()))
                .findFirst()
                .map(name -> ", which the app '" + name + "' brings")
                .orElse("; which app brings it is not known");
    }

    private static String highest(List<MissingDependency> missing) {
        return missing.stream()
                .flatMap(each -> Stream.ofNullable(each.version()))
                .max(Comparator.comparing(Version::of))
                .map(version -> " (" + version + " or higher)")
                .orElse("");
    }

    private static String names(List<MissingDependency> missing) {
        String named = missing.stream()
                .map(each -> "'" + each.required().called() + "' (for '"
                        + each.dependent().called() + "')")
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        return missing.size() > NAMED ? named + " and others" : named;
    }

    private static StagingIssue refusal(String reason, String remedy) {
        return new StagingIssue(true, ErrorCode.MISSING_DEPENDENCIES, reason, remedy);
    }
}
