package io.powermigrate.cds.carrier;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Solutions out of the rows of an environment. */
final class SolutionReading {

    private static final List<RowKind> STATE = List.of(
            RowKind.TIMESTAMP,
            RowKind.ROLES,
            RowKind.PROFILES,
            RowKind.PERMISSIONS,
            RowKind.VARIABLES,
            RowKind.REFERENCES,
            RowKind.FLOWS);

    private SolutionReading() {}

    /** Components are told to who reads only: they decide what a plan packs. Who verifies a write needs the versions alone. */
    static Stream<Solution> list(Endpoint endpoint) {
        if (!Dataverse.exists(endpoint)) {
            return Stream.empty();
        }
        Rows rows = endpoint.client(Rows.KEY);
        boolean plans = endpoint.ceiling() == Effect.READ;
        Components components = plans ? Components.of(rows) : Components.none();
        List<Solution> all = rows.all(RowKind.SOLUTIONS).stream()
                .filter(row -> !isLeftover(row, endpoint))
                .map(row -> listed(row, components))
                .toList();
        if (!plans || all.stream().noneMatch(Solution::isCandidate)) {
            return all.stream();
        }
        String state = state(rows);
        return all.stream().map(each -> each.isCandidate() ? stated(each, state, components) : each);
    }

    /** Of an export that runs now or was cut off: it holds what others hold, and goes ({@link Leftovers}). */
    private static boolean isLeftover(Document row, Endpoint endpoint) {
        return !row.flag("ismanaged")
                && ScratchName.isMadeIn(endpoint.id(), row.text("uniquename").orElse(""));
    }

    private static Solution listed(Document row, Components components) {
        String name = row.text("uniquename").orElse("");
        String id = row.text("solutionid").orElse(name);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", row.text("version").orElse(""));
        content.put("managed", row.flag("ismanaged"));
        content.put("visible", row.flag("isvisible"));
        content.put("publisher", row.text("publisherid", "uniquename").orElse(""));
        row.text("_parentsolutionid_value").ifPresent(parent -> content.put("parent", parent));
        row.text("modifiedon").ifPresent(time -> content.put(Solution.STATE, time));
        List<Map<String, Object>> parts = components.named(id);
        if (!parts.isEmpty()) {
            content.put("components", parts);
        }
        return new Solution(
                Item.of(Solution.TYPE.key(name), id, row.text("friendlyname").orElse(name))
                        .withContent(Document.of(content)));
    }

    /** What changes whenever something that may be in the package has changed. */
    private static Solution stated(Solution solution, String state, Components components) {
        String all = solution.version() + " "
                + solution.content().text(Solution.STATE).orElse("") + " " + components.told(solution.id()) + " "
                + state;
        return new Solution(solution.item()
                .withContent(solution.content()
                        .with(Solution.STATE, Fingerprint.of(Document.of(all)).value())));
    }

    private static String state(Rows rows) {
        List<String> told = new ArrayList<>();
        STATE.forEach(kind -> told.add(rows.all(kind).stream()
                .map(row -> row.without("@odata.context").canonical())
                .sorted()
                .collect(Collectors.joining())));
        return Fingerprint.of(Document.of(String.join("\n", told))).value();
    }
}
