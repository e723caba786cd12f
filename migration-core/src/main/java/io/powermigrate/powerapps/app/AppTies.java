package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.rebind.OriginReference;
import io.powermigrate.canvas.rebind.OriginValue;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.model.Binding;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an app's document goes on naming the source: one finding for each kind (docs/rebinding.md), with the lines to paste. Its id is
 * {@code APP-2} and the row of the kind.
 */
final class AppTies {

    private static final String PLACE_OF_VALUE = "<its value in the destination>";

    /** What rules and the engine tell already, each with its own remedy. */
    private static final Set<OriginReference> TOLD_ELSEWHERE = Set.of(
            OriginReference.CONNECTOR,
            OriginReference.SITE,
            OriginReference.DATAVERSE_DATASET,
            OriginReference.TABLE,
            OriginReference.FLOW,
            OriginReference.LIBRARY,
            OriginReference.CODE_COMPONENT);

    /** The one database of a connection, which the connection names. */
    private static final String OF_CONNECTION = "default";

    private final CanvasApp app;
    private final Rebinding rebinding;

    AppTies(CanvasApp app, Rebinding rebinding) {
        this.app = app;
        this.rebinding = rebinding;
    }

    List<Finding> findings() {
        Map<OriginReference, List<OriginValue>> left = new EnumMap<>(OriginReference.class);
        app.facts().at("ties").items().stream()
                .map(tied -> tied.as(OriginValue.class))
                .filter(tied -> !rebinding.settles(tied) && !isToldElsewhere(tied))
                .forEach(tied -> left.computeIfAbsent(tied.tie(), tie -> new ArrayList<>())
                        .add(tied));
        return left.entrySet().stream()
                .map(kind -> finding(kind.getKey(), kind.getValue()))
                .toList();
    }

    /** Of connections only those of flows, which need no slot; of tables not those whose dataset moves, which each place tells. */
    private boolean isToldElsewhere(OriginValue tied) {
        return switch (tied.tie()) {
            case CONNECTION -> !tied.within().equalsIgnoreCase(ConnectionUse.FLOWS);
            case LIST, DATASET -> rebinding.leavesBehind(tied.within(), tied.value());
            default -> TOLD_ELSEWHERE.contains(tied.tie());
        };
    }

    private Finding finding(OriginReference tie, List<OriginValue> values) {
        boolean breaks = isBroken(tie) && !values.stream().allMatch(AppTies::isOfConnection);
        List<Location> places = values.stream()
                .map(tied -> Location.of(tie.words() + " " + tied.value(), tied.value()))
                .distinct()
                .toList();
        String remedy = breaks
                ? "Paste the suggested lines with the values of the destination; to keep a value, give it on both sides"
                : "Nothing has to be done: " + tie.by();
        return Finding.of(
                        "APP-2" + (tie.row() < 10 ? "0" : "") + tie.row(),
                        app.key(),
                        breaks ? Verdict.WARN : Verdict.MIGRATE,
                        new Explanation("it keeps values of the source: " + tie.words(), remedy, Sources.WIRE))
                .at(places)
                .suggesting(
                        breaks ? values.stream().map(AppTies::line).distinct().toList() : List.of());
    }

    /** What only looks different, is made again by the service, or cannot be bound does not stop the app from working. */
    private static boolean isBroken(OriginReference tie) {
        return tie.treatment() == OriginReference.Treatment.REBOUND
                && tie != OriginReference.VIEW
                && tie != OriginReference.FORM;
    }

    private static boolean isOfConnection(OriginValue tied) {
        return tied.tie() == OriginReference.DATASET
                && (tied.within().equalsIgnoreCase(OF_CONNECTION)
                        || tied.value().equalsIgnoreCase(OF_CONNECTION));
    }

    private static Binding line(OriginValue tied) {
        SlotType type = tied.tie() == OriginReference.DATAVERSE_INSTANCE ? SlotType.ADDRESS : SlotType.TEXT;
        return new Binding(type, tied.value(), PLACE_OF_VALUE);
    }
}
