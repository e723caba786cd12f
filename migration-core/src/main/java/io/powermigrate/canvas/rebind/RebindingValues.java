package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.FlowIds;
import io.powermigrate.canvas.facts.OrderedMaps;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rebinding says: origin value to destination value, by kind. Immutable. */
final class RebindingValues {

    static final RebindingValues NONE = new RebindingValues(Map.of(), false);

    private final Map<ValueKind, Map<String, String>> values;
    private final boolean dropsSecrets;
    private final TextReplacements texts;
    private final TextReplacements formulaTexts;

    private RebindingValues(Map<ValueKind, Map<String, String>> values, boolean dropsSecrets) {
        this.values = values;
        this.dropsSecrets = dropsSecrets;
        this.texts = TextReplacements.inValues(all(ValueKind.TEXT));
        this.formulaTexts = TextReplacements.inFormulas(all(ValueKind.FORMULA_TEXT));
    }

    /** Those of a rebinding that takes secrets out; nobody writes to the maps afterwards. */
    static RebindingValues withoutSecrets(Map<ValueKind, Map<String, String>> values) {
        return new RebindingValues(values, true);
    }

    boolean dropsSecrets() {
        return dropsSecrets;
    }

    boolean isNone() {
        return !dropsSecrets && values.isEmpty();
    }

    /** Whether the texts settle a value of the source: they change it, or say on purpose that it stays the same. */
    boolean settles(String value) {
        return value.equals(all(ValueKind.TEXT).get(ValueKey.of(value))) || isChanged(value);
    }

    /** Whether a dataset becomes another one. */
    boolean moves(String dataset) {
        return of(ValueKind.DATASET, dataset).filter(to -> !to.equals(dataset)).isPresent() || isChanged(dataset);
    }

    private boolean isChanged(String value) {
        return !texts.replace(value).equals(value);
    }

    /** Every value of the destination. */
    Stream<String> targets() {
        return values.values().stream().flatMap(kind -> kind.values().stream());
    }

    /** The texts inside of formulas. */
    TextReplacements formulaTexts() {
        return formulaTexts;
    }

    /** The texts that are replaced wherever they stand. */
    TextReplacements texts() {
        return texts;
    }

    Optional<String> of(ValueKind kind, String from) {
        return Optional.ofNullable(all(kind).get(ValueKey.of(from)));
    }

    /** These, which then know a flow by each of its ids; see {@link FlowIds#others}. */
    RebindingValues knowing(Map<String, String> flowByOther) {
        if (flowByOther.isEmpty()) {
            return this;
        }
        Map<ValueKind, Map<String, String>> all = new EnumMap<>(ValueKind.class);
        for (ValueKind kind : ValueKind.values()) {
            Map<String, String> known = new LinkedHashMap<>(all(kind));
            if (kind == ValueKind.FLOW || kind == ValueKind.FLOW_ENTITY) {
                flowByOther.forEach(
                        (other, flow) -> of(kind, flow).ifPresent(to -> known.putIfAbsent(ValueKey.of(other), to)));
            }
            if (!known.isEmpty()) {
                all.put(kind, OrderedMaps.copyOf(known));
            }
        }
        return new RebindingValues(all, dropsSecrets);
    }

    /** Origin value (folded if it is a GUID or an address) to destination value, in the order given. */
    Map<String, String> all(ValueKind kind) {
        return values.getOrDefault(kind, Map.of());
    }

    boolean has(ValueKind kind) {
        return values.containsKey(kind);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(kind -> kind.getKey().words() + "=" + kind.getValue().size())
                .collect(Collectors.joining(", ", dropsSecrets ? "Rebinding[" : "Rebinding.none[", "]"));
    }
}
