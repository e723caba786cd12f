package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.internal.address.SiteAddress;

/** All that a rebinding says about addresses and ids, to be replaced wherever it stands. */
final class BoundPatterns {

    private final RebindingValues rebinding;
    private final Patterns patterns = new Patterns();

    private BoundPatterns(RebindingValues rebinding) {
        this.rebinding = rebinding;
    }

    static Substitution of(RebindingValues rebinding) {
        BoundPatterns all = new BoundPatterns(rebinding);
        rebinding.all(ValueKind.DATASET).forEach(all::dataset);
        rebinding.all(ValueKind.TABLE).forEach((pair, to) -> all.table(ValueKey.second(pair), to));
        rebinding.all(ValueKind.CONNECTION).forEach((pair, to) -> all.patterns.id(ValueKey.second(pair), to));
        rebinding
                .all(ValueKind.INSTANCE)
                .forEach((from, to) -> all.patterns.add(Connectors.host(from), Connectors.host(to), Bounds.HOST));
        rebinding.all(ValueKind.FLOW).forEach(all.patterns::id);
        rebinding.all(ValueKind.VIEW).forEach(all.patterns::id);
        rebinding.all(ValueKind.FORM).forEach(all.patterns::id);
        rebinding.all(ValueKind.CONNECTOR).forEach(all::connector);
        rebinding.all(ValueKind.TEXT).forEach((from, to) -> all.patterns.text(from, to, false));
        return Substitution.of(all.patterns);
    }

    private void dataset(String from, String to) {
        if (SiteAddress.isOne(from)) {
            patterns.add(from, Connectors.withoutSlash(to), Bounds.ADDRESS);
        } else {
            patterns.id(from, to);
        }
    }

    /** A short id could stand for anything, but not behind the word that every address of a table holds. */
    private void table(String from, String to) {
        if (Patterns.isLong(from)) {
            patterns.id(from, to);
        } else {
            patterns.add("/tables/" + from, "/tables/" + to, Bounds.END);
        }
    }

    /** {@code https://europe-002.azure-apim.net/apim/name}: the name, and the address before it where it is known; and the name itself. */
    private void connector(String from, String to) {
        String path = Connectors.runtimePath(from);
        String address = rebinding
                .of(ValueKind.RUNTIME, from)
                .map(Connectors::withoutSlash)
                .orElse(Connectors.runtimePath(to));
        patterns.add(path, address, Bounds.RUNTIME);
        if (Patterns.isLong(from)) {
            patterns.add(from, to, Bounds.NAME);
        }
    }
}
