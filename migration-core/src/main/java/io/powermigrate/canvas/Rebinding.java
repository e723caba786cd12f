package io.powermigrate.canvas;

import io.powermigrate.internal.text.Shown;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document is to be bound to instead: origin value to destination value, by kind (wire/msapp.md, section 3; {@link Tie} says where
 * each stands). What is not named stays as it is. Connectors go by name ({@code shared_sql}), connections by their name behind
 * {@code /connections/}; GUIDs and addresses are compared regardless of case.
 *
 * <p>{@link #none()} changes nothing, so the copy equals the source byte for byte. Every built rebinding, even an empty one, takes the
 * origin's secrets out. Immutable.
 */
public final class Rebinding {

    private static final Rebinding NONE = new Rebinding(Map.of(), false);

    private final Map<Kind, Map<String, String>> values;
    private final boolean dropsSecrets;
    private final Texts texts;
    private final Texts formulaTexts;

    private Rebinding(Map<Kind, Map<String, String>> values, boolean dropsSecrets) {
        this.values = values;
        this.dropsSecrets = dropsSecrets;
        this.texts = Texts.inValues(all(Kind.TEXT));
        this.formulaTexts = Texts.inFormulas(all(Kind.FORMULA_TEXT));
    }

    /** Changes nothing at all; secrets stay too. */
    public static Rebinding none() {
        return NONE;
    }

    /** For a copy that leaves its origin: takes secrets out, and binds what is named. */
    public static Builder builder() {
        return new Builder();
    }

    boolean dropsSecrets() {
        return dropsSecrets;
    }

    boolean isNone() {
        return !dropsSecrets && values.isEmpty();
    }

    /** Whether it has a value for what ties a document to its source, or takes it out. */
    public boolean settles(TiedValue tied) {
        return new Settlement(this).settles(tied);
    }

    /** Whether its texts settle a value of the source: they change it, or say on purpose that it stays the same. */
    public boolean settles(String value) {
        return value.equals(all(Kind.TEXT).get(ValueKey.of(value)))
                || !texts.replace(value).equals(value);
    }

    /** Whether a dataset becomes another one, but a table of it keeps an id that only the dataset of the source knows. */
    public boolean leavesBehind(String dataset, String table) {
        boolean moves =
                of(Kind.DATASET, dataset).filter(to -> !to.equals(dataset)).isPresent()
                        || !texts.replace(dataset).equals(dataset);
        return moves
                && ValueKey.guid(ValueKey.bare(table))
                && !new Settlement(this).settles(new TiedValue(Tie.LIST, dataset, table));
    }

    /** Every value of the destination. */
    Stream<String> targets() {
        return values.values().stream().flatMap(kind -> kind.values().stream());
    }

    /** The texts inside of formulas. */
    Texts formulaTexts() {
        return formulaTexts;
    }

    /** The texts that are replaced wherever they stand. */
    Texts texts() {
        return texts;
    }

    Optional<String> of(Kind kind, String from) {
        return Optional.ofNullable(all(kind).get(ValueKey.of(from)));
    }

    /** This rebinding with other values. */
    Rebinding with(Map<Kind, Map<String, String>> others) {
        return new Rebinding(others, dropsSecrets);
    }

    /** Origin value (folded if it is a GUID or an address) to destination value, in the order given. */
    Map<String, String> all(Kind kind) {
        return values.getOrDefault(kind, Map.of());
    }

    boolean has(Kind kind) {
        return values.containsKey(kind);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(kind -> kind.getKey().words + "=" + kind.getValue().size())
                .collect(Collectors.joining(", ", dropsSecrets ? "Rebinding[" : "Rebinding.none[", "]"));
    }

    /** What is bound anew. */
    enum Kind {
        CONNECTOR("connectors"),
        RUNTIME("runtime addresses"),
        CONNECTION("connections"),
        DATASET("datasets"),
        TABLE("tables"),
        INSTANCE("Dataverse instances"),
        LOGICAL_NAME("Dataverse tables"),
        ENTITY_SET("entity sets"),
        VARIABLE("environment variables"),
        FLOW("flows"),
        FLOW_ENTITY("flow rows"),
        LIBRARY("libraries"),
        PAGE("pages"),
        VIEW("views"),
        FORM("forms"),
        TELEMETRY("telemetry"),
        TEXT("texts"),
        FORMULA_TEXT("texts in formulas"),
        NAME("names");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Collects a rebinding. Each method refuses an empty origin value, and a second value for one that has another already. */
    public static final class Builder {

        private static final int SHORTEST_TEXT = 4;

        private final Map<Kind, Map<String, String>> values = new EnumMap<>(Kind.class);

        private Builder() {}

        /** A custom connector has another name in the destination, because it ends in a hash of its environment. */
        public Builder connector(String from, String to) {
            return put(Kind.CONNECTOR, from, to);
        }

        /** As {@link #connector(String, String)}, with its {@code primaryRuntimeUrl} in the destination. */
        public Builder connector(String from, String to, String runtimeUrl) {
            return put(Kind.RUNTIME, from, runtimeUrl).connector(from, to);
        }

        /**
         * A connection of the origin is replaced by one of the destination.
         *
         * @param connector name of the connector in the origin
         */
        public Builder connection(String connector, String from, String to) {
            required(Kind.CONNECTION, from);
            return put(Kind.CONNECTION, ValueKey.pair(connector, from), to);
        }

        /** A SharePoint site, a database, a Dataverse dataset: {@code default.cds} or the id of another environment. */
        public Builder dataset(String from, String to) {
            return put(Kind.DATASET, from, to);
        }

        /** A SharePoint list (by id) or another table of a dataset; the dataset is the one of the origin. */
        public Builder table(String dataset, String from, String to) {
            required(Kind.TABLE, from);
            return put(Kind.TABLE, ValueKey.pair(dataset, from), to);
        }

        /** Address of a Dataverse instance, as in {@code https://contoso.crm.dynamics.com/}. */
        public Builder dataverseInstance(String from, String to) {
            return put(Kind.INSTANCE, from, to);
        }

        /** A Dataverse table that has another name, as after a change of publisher. */
        public Builder dataverseTable(DatabaseReference.Table from, DatabaseReference.Table to) {
            String logical = from.logicalName() == null ? "" : from.logicalName();
            put(Kind.LOGICAL_NAME, logical, to.logicalName() == null ? logical : to.logicalName());
            String set = from.entitySetName();
            return set == null || to.entitySetName() == null ? this : put(Kind.ENTITY_SET, set, to.entitySetName());
        }

        /** Schema name of an environment variable. */
        public Builder environmentVariable(String from, String to) {
            return put(Kind.VARIABLE, from, to);
        }

        /** GUID of a cloud flow. */
        public Builder flow(String from, String to) {
            return put(Kind.FLOW, from, to);
        }

        /** As {@link #flow(String, String)}, with the flow's row in Dataverse ({@code workflowEntityId}). */
        public Builder flow(String from, String to, String workflowEntityId) {
            return put(Kind.FLOW_ENTITY, from, workflowEntityId).flow(from, to);
        }

        /** Id or logical name of a component library. */
        public Builder library(String from, String to) {
            return put(Kind.LIBRARY, from, to);
        }

        /** Name of a custom page, without {@code custompage:}. */
        public Builder page(String from, String to) {
            return put(Kind.PAGE, from, to);
        }

        /** GUID of a saved view. */
        public Builder view(String from, String to) {
            return put(Kind.VIEW, from, to);
        }

        /** GUID of a form. */
        public Builder form(String from, String to) {
            return put(Kind.FORM, from, to);
        }

        /** Where the app reports to if it reported in the origin; without this it reports nowhere. Never printed. */
        public Builder telemetry(String instrumentationKey, String connectionString) {
            return put(Kind.TELEMETRY, "InstrumentationKey", instrumentationKey)
                    .put(Kind.TELEMETRY, "ConnectionString", connectionString);
        }

        /**
         * A text, wherever it stands in bound places and their copied metadata; never in formulas. An address is found as a whole only. In metadata it is found only if JSON
         * does not escape it, as no address or id needs.
         *
         * @param from at least four characters; in metadata four without a slash
         */
        public Builder text(String from, String to) {
            if (from.length() < SHORTEST_TEXT) {
                throw new IllegalArgumentException(Shown.message("The text '" + from + "' is shorter than "
                        + SHORTEST_TEXT + " characters and could stand anywhere; give a longer one."));
            }
            return put(Kind.TEXT, from, to);
        }

        /** A text inside the strings of formulas. */
        public Builder formulaText(String from, String to) {
            return put(Kind.FORMULA_TEXT, from, to);
        }

        /** A data source gets another name: in formulas, YAML, references, metadata, at once. */
        public Builder rename(String from, String to) {
            if (to.isBlank() || to.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(Shown.message(
                        "The data source '" + from + "' cannot be called '" + to + "'; give a name of one line."));
            }
            return put(Kind.NAME, from, to);
        }

        /** Takes secrets out even if nothing else was named. */
        public Rebinding build() {
            Map<Kind, Map<String, String>> copy = new EnumMap<>(Kind.class);
            values.forEach((kind, map) -> copy.put(kind, OrderedMaps.copyOf(map)));
            return new Rebinding(copy, true);
        }

        private Builder put(Kind kind, String from, String to) {
            required(kind, from);
            String value = ValueKey.guid(ValueKey.bare(from)) ? ValueKey.bare(to) : to;
            String other =
                    values.computeIfAbsent(kind, none -> new LinkedHashMap<>()).putIfAbsent(ValueKey.of(from), value);
            if (other != null && !other.equals(value)) {
                throw new IllegalArgumentException(Shown.message("Two values are given in " + kind.words + " for '"
                        + from.replace('\n', '/') + "'; remove one."));
            }
            return this;
        }

        private static void required(Kind kind, String from) {
            if (from.isEmpty()) {
                throw new IllegalArgumentException(Shown.message(
                        "An origin value in " + kind.words + " is empty; give the one that the document holds."));
            }
        }
    }
}
