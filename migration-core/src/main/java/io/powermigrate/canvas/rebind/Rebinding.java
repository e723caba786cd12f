package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.DatabaseReference;
import io.powermigrate.canvas.facts.OrderedMaps;
import io.powermigrate.internal.text.Shown;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a document is to be bound to instead: origin value to destination value, by kind (wire/msapp.md, section 3; {@link OriginReference} says where
 * each stands). What is not named stays as it is. Connectors go by name ({@code shared_sql}), connections by their name behind
 * {@code /connections/}; GUIDs and addresses are compared regardless of case.
 *
 * <p>{@link #none()} changes nothing, so the copy equals the source byte for byte. Every built rebinding, even an empty one, takes the
 * source's secrets out. Immutable.
 */
public final class Rebinding {

    private static final Rebinding NONE = new Rebinding(RebindingValues.NONE);

    private static final int SHORTEST_TEXT = 4;

    private final RebindingValues values;

    private Rebinding(RebindingValues values) {
        this.values = values;
    }

    /** Changes nothing at all; secrets stay too. */
    public static Rebinding none() {
        return NONE;
    }

    /** For a copy that leaves its origin: takes secrets out, and binds what is named. */
    public static Builder builder() {
        return new Builder();
    }

    RebindingValues values() {
        return values;
    }

    /** Whether it has a value for what ties a document to its source, or takes it out. */
    public boolean settles(OriginValue tied) {
        return new Settlement(values).settles(tied);
    }

    /** Whether its texts settle a value of the source: they change it, or say on purpose that it stays the same. */
    public boolean settles(String value) {
        return values.settles(value);
    }

    /** Whether a dataset becomes another one, but a table of it keeps an id that only the dataset of the source knows. */
    public boolean leavesBehind(String dataset, String table) {
        return values.moves(dataset)
                && ValueKey.guid(ValueKey.bare(table))
                && !settles(new OriginValue(OriginReference.LIST, dataset, table));
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /**
     * Whether a text is long enough to be replaced wherever it stands: at least four bytes in UTF-8. A shorter one could stand anywhere,
     * but two characters of Chinese are a word.
     */
    public static boolean isLongEnough(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_TEXT;
    }

    /** Collects a rebinding. Each method refuses an empty origin value, and a second value for one that has another already. */
    public static final class Builder {

        private final Map<ValueKind, Map<String, String>> values = new EnumMap<>(ValueKind.class);

        private Builder() {}

        /** A custom connector has another name in the destination, because it ends in a hash of its environment. */
        public Builder connector(String from, String to) {
            return put(ValueKind.CONNECTOR, from, to);
        }

        /** As {@link #connector(String, String)}, with its {@code primaryRuntimeUrl} in the destination. */
        public Builder connector(String from, String to, String runtimeUrl) {
            return put(ValueKind.RUNTIME, from, runtimeUrl).connector(from, to);
        }

        /**
         * A connection of the source environment is replaced by one of the destination.
         *
         * @param connector name of the connector in the source environment
         */
        public Builder connection(String connector, String from, String to) {
            required(ValueKind.CONNECTION, from);
            return put(ValueKind.CONNECTION, ValueKey.pair(connector, from), to);
        }

        /** A SharePoint site, a database, a Dataverse dataset: {@code default.cds} or the id of another environment. */
        public Builder dataset(String from, String to) {
            return put(ValueKind.DATASET, from, to);
        }

        /** A SharePoint list (by id) or another table of a dataset; the dataset is the one of the source environment. */
        public Builder table(String dataset, String from, String to) {
            required(ValueKind.TABLE, from);
            return put(ValueKind.TABLE, ValueKey.pair(dataset, from), to);
        }

        /** Address of a Dataverse instance, as in {@code https://contoso.crm.dynamics.com/}. */
        public Builder dataverseInstance(String from, String to) {
            return put(ValueKind.INSTANCE, from, to);
        }

        /** A Dataverse table that has another name, as after a change of publisher. */
        public Builder dataverseTable(DatabaseReference.Table from, DatabaseReference.Table to) {
            String logical = from.logicalName() == null ? "" : from.logicalName();
            put(ValueKind.LOGICAL_NAME, logical, to.logicalName() == null ? logical : to.logicalName());
            String set = from.entitySetName();
            return set == null || to.entitySetName() == null
                    ? this
                    : put(ValueKind.ENTITY_SET, set, to.entitySetName());
        }

        /** Schema name of an environment variable. */
        public Builder environmentVariable(String from, String to) {
            return put(ValueKind.VARIABLE, from, to);
        }

        /** GUID of a cloud flow. */
        public Builder flow(String from, String to) {
            return put(ValueKind.FLOW, from, to);
        }

        /** As {@link #flow(String, String)}, with the flow's row in Dataverse ({@code workflowEntityId}). */
        public Builder flow(String from, String to, String workflowEntityId) {
            return put(ValueKind.FLOW_ENTITY, from, workflowEntityId).flow(from, to);
        }

        /** Id or logical name of a component library. */
        public Builder library(String from, String to) {
            return put(ValueKind.LIBRARY, from, to);
        }

        /** Name of a custom page, without {@code custompage:}. */
        public Builder page(String from, String to) {
            return put(ValueKind.PAGE, from, to);
        }

        /** GUID of a saved view. */
        public Builder view(String from, String to) {
            return put(ValueKind.VIEW, from, to);
        }

        /** GUID of a form. */
        public Builder form(String from, String to) {
            return put(ValueKind.FORM, from, to);
        }

        /** Where the app reports to if it reported in the source environment; without this it reports nowhere. Never printed. */
        public Builder telemetry(String instrumentationKey, String connectionString) {
            return put(ValueKind.TELEMETRY, "InstrumentationKey", instrumentationKey)
                    .put(ValueKind.TELEMETRY, "ConnectionString", connectionString);
        }

        /**
         * A text, wherever it stands in bound places and their copied metadata; never in formulas. An address is found as a whole only. In metadata it is found only if JSON
         * does not escape it, as no address or id needs.
         *
         * @param from {@link #isLongEnough long enough}; in metadata four characters without a slash
         */
        public Builder text(String from, String to) {
            if (!isLongEnough(from)) {
                throw new IllegalArgumentException(Shown.message("The text '" + from + "' is shorter than "
                        + SHORTEST_TEXT + " bytes in UTF-8 and could stand anywhere; give a longer one."));
            }
            return put(ValueKind.TEXT, from, to);
        }

        /** A text inside the strings of formulas. */
        public Builder formulaText(String from, String to) {
            return put(ValueKind.FORMULA_TEXT, from, to);
        }

        /** A data source gets another name: in formulas, YAML, references, metadata, at once. */
        public Builder rename(String from, String to) {
            if (to.isBlank() || to.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(Shown.message(
                        "The data source '" + from + "' cannot be called '" + to + "'; give a name of one line."));
            }
            return put(ValueKind.NAME, from, to);
        }

        /** Takes secrets out even if nothing else was named. */
        public Rebinding build() {
            Map<ValueKind, Map<String, String>> copy = new EnumMap<>(ValueKind.class);
            values.forEach((kind, map) -> copy.put(kind, OrderedMaps.copyOf(map)));
            return new Rebinding(RebindingValues.withoutSecrets(copy));
        }

        private Builder put(ValueKind kind, String from, String to) {
            required(kind, from);
            String value = ValueKey.guid(ValueKey.bare(from)) ? ValueKey.bare(to) : to;
            String other =
                    values.computeIfAbsent(kind, none -> new LinkedHashMap<>()).putIfAbsent(ValueKey.of(from), value);
            if (other != null && !other.equals(value)) {
                throw new IllegalArgumentException(Shown.message("Two values are given in " + kind.words() + " for '"
                        + from.replace('\n', '/') + "'; remove one."));
            }
            return this;
        }

        private static void required(ValueKind kind, String from) {
            if (from.isEmpty()) {
                throw new IllegalArgumentException(Shown.message(
                        "An origin value in " + kind.words() + " is empty; give the one that the document holds."));
            }
        }
    }
}
