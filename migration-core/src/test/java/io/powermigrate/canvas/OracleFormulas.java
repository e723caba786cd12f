package io.powermigrate.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.canvas.formula.Role;
import io.powermigrate.canvas.usage.FormulaFacts;
import io.powermigrate.canvas.usage.FormulaPlace;
import io.powermigrate.canvas.usage.FormulaSource;
import io.powermigrate.canvas.usage.PlacedUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How those fields of the oracle (fixtures/msapp/facts.json) that are about formulas follow from ours. It looks at the rules of controls
 * only; a use counts as ambiguous there also where only a table or service makes sense. Where it stands in a list does not matter.
 */
public final class OracleFormulas {

    public static final Map<String, Predicate<Role>> PLACES = Map.of(
            "references", Role::followsRename,
            "ambiguousReferences", List.of(Role.AMBIGUOUS, Role.PRESUMED)::contains,
            "shadowedNotReferences", Role.SHADOWED::equals,
            "stringLiteralsEqualToADataSourceName", Role.TEXT::equals);

    /**
     * Where the oracle is wrong: how many references it counts that are columns. The collection InvoicesToDisplay holds rows of
     * 'IPA Processings', which has a column of that title; the oracle knows the columns of collections by their logical names only. The
     * formulas themselves tell: they write the option set {@code [@'Processing State']} beside the column.
     */
    static final Map<String, Map<String, Integer>> TOO_MANY_REFERENCES = Map.of(
            "aib_ipaapplication_e5abb_DocumentUri.msapp",
            Map.of(
                    "Processing State: Controls/147.json | ProcessedInvoicesDataTable | Items", 2,
                    "Processing State: Controls/171.json | Next Invoice Button | OnSelect", 1));

    private OracleFormulas() {}

    /** What we found: name and place, and how often. */
    public static Map<String, Integer> found(FormulaFacts facts, Predicate<Role> roles) {
        Map<String, Integer> counts = new TreeMap<>();
        facts.uses().stream()
                .filter(use -> use.place().source() == FormulaSource.RULE)
                .filter(use -> roles.test(use.use().role()))
                .forEach(use -> counts.merge(place(use), 1, Integer::sum));
        return counts;
    }

    private static String place(PlacedUse use) {
        FormulaPlace place = use.place();
        return use.use().name() + ": " + place.entry() + " | " + place.control() + " | " + place.property();
    }

    /** What the oracle says, without its errors. */
    public static Map<String, Integer> expected(String file, JsonNode oracle, String field) {
        Map<String, Integer> counts = new TreeMap<>();
        oracle.path(field).properties().forEach(name -> name.getValue()
                .forEach(place -> counts.merge(
                        name.getKey() + ": " + place.path(0).asText() + " | "
                                + place.path(1).asText() + " | " + place.path(2).asText(),
                        place.path(3).asInt(),
                        Integer::sum)));
        Map<String, Integer> wrong = TOO_MANY_REFERENCES.getOrDefault(file, Map.of());
        switch (field) {
            case "references" -> wrong.forEach((place, count) -> counts.merge(place, -count, Integer::sum));
            case "shadowedNotReferences" -> wrong.forEach((place, count) -> counts.merge(place, count, Integer::sum));
            default -> {}
        }
        return counts;
    }
}
