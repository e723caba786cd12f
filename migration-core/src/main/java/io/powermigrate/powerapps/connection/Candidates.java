package io.powermigrate.powerapps.connection;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.powerapps.shape.Place;
import java.util.List;
import java.util.stream.Collectors;

/** Which connection of the destination stands for one of the source where no line says so (rules.md, first table). Pure. */
record Candidates(Connection source, Inventory destination, Mapping mapping) {

    Match<Connection> match() {
        Fit fit = new Fit(source, destination, mapping);
        String caller = Place.of(destination).caller();
        List<Connection> all = ByConnector.of(destination).of(fit);
        List<Connection> fitting = all.stream()
                .filter(fit::fits)
                .filter(each -> each.isUsableBy(caller))
                .toList();
        List<Connection> working =
                fitting.stream().filter(Connection::isConnected).toList();
        List<Connection> named = working.stream().filter(this::hasName).toList();
        if (named.size() == 1 && !source.key().isTwin()) {
            return Match.one(named.get(0), "has the same name");
        }
        if (working.size() == 1) {
            return Match.one(
                    working.get(0),
                    "the only connection of " + source.connector().everywhere()
                            + " in the destination that fits and works");
        }
        if (working.size() > 1) {
            return Match.ambiguous(
                    working,
                    working.size() + " connections of " + source.connector().everywhere()
                            + " in the destination fit and work");
        }
        return none(fit, all.stream().filter(each -> each.isUsableBy(caller)).toList(), fitting);
    }

    private Match<Connection> none(Fit fit, List<Connection> same, List<Connection> fitting) {
        if (fitting.size() == 1) { // it is there, but broken: the difference says how
            return Match.one(
                    fitting.get(0),
                    "the only connection of " + source.connector().everywhere() + " in the destination that fits");
        }
        if (!fitting.isEmpty()) {
            return Match.absent("none of the " + Counted.of(fitting.size(), "connection") + " of "
                    + source.connector().everywhere() + " in the destination is Connected: "
                    + fitting.stream()
                            .map(each -> Candidate.of(each) + " is " + each.status())
                            .collect(Collectors.joining(", ")));
        }
        return same.isEmpty()
                ? Match.absent("you have no usable connection for "
                        + source.connector().everywhere() + " in the destination")
                : Match.absent(same.stream()
                        .map(each -> "of " + Candidate.of(each) + " " + words(fit.differences(each)))
                        .collect(Collectors.joining("; ")));
    }

    private boolean hasName(Connection candidate) {
        return candidate.displayName().equals(source.displayName());
    }

    private static String words(List<Difference> differences) {
        return differences.stream().map(Difference::toString).collect(Collectors.joining(", "));
    }
}
