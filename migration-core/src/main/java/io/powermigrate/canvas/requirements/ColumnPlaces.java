package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.Token;
import io.powermigrate.canvas.usage.FormulaPlace;
import io.powermigrate.canvas.usage.FormulaSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The first places where formulas name what may be a column, by its logical name or its title. */
final class ColumnPlaces {

    /** Of one name; more would tell nothing new. */
    private static final int MOST = 8;

    private final Set<String> names;
    private final Map<String, List<DocumentPlace>> places = new HashMap<>();

    /**
     * Places that are still to be found.
     *
     * @param names of columns, and their titles
     */
    ColumnPlaces(Set<String> names) {
        this.names = names;
    }

    /** A name of a formula that is looked at. */
    void named(FormulaPlace place, Formula formula, Token token) {
        if (names.contains(token.value()) && place.source() != FormulaSource.COMPONENT_COPY) {
            List<DocumentPlace> known = places.computeIfAbsent(token.value(), unseen -> new ArrayList<>());
            if (known.size() < MOST) {
                known.add(FormulaPlaces.of(
                        place, formula.excerpt(token.offset(), token.length()), token.offset(), token.length()));
            }
        }
    }

    /** One place of each column of the needs: where its data source is named too, else the first one. */
    List<CompileFacts.Column> of(List<Requirement> needs, MembersReader members, List<Use> uses) {
        Map<String, Set<String>> formulas = new HashMap<>();
        uses.forEach(use ->
                formulas.computeIfAbsent(use.name(), unseen -> new HashSet<>()).add(formula(use.place())));
        List<CompileFacts.Column> found = new ArrayList<>();
        for (Requirement need : needs) {
            if (need.kind() == Requirement.Kind.TABLE || need.kind() == Requirement.Kind.DATAVERSE_TABLE) {
                need.members().keySet().forEach(column -> best(
                                need, members.title(need.title(), column), column, formulas)
                        .ifPresent(place -> found.add(new CompileFacts.Column(need.title(), column, place))));
            }
        }
        return found;
    }

    private Optional<DocumentPlace> best(
            Requirement need, String title, String column, Map<String, Set<String>> formulas) {
        List<DocumentPlace> all = Stream.of(title, column)
                .distinct()
                .flatMap(name -> places.getOrDefault(name, List.of()).stream())
                .toList();
        Set<String> ofSource = new HashSet<>();
        need.dataSources().stream()
                .map(name -> formulas.getOrDefault(name, Set.of()))
                .forEach((Collection<String> each) -> ofSource.addAll(each));
        return all.stream()
                .filter(place -> ofSource.contains(formula(place)))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static String formula(DocumentPlace place) {
        return place.path() + "\n" + place.words();
    }
}
