package io.powermigrate.canvas.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of an app that formulas may use, and the columns of its tables as far as the document tells them. Immutable. */
public final class Symbols {

    private static final List<String> OF_THE_LANGUAGE = List.of("ThisItem", "ThisRecord", "App", "Host");
    private static final Symbols NONE = builder().build();

    private final Map<String, Set<SymbolKind>> kinds;
    private final Map<String, Set<String>> columns;
    private final boolean columnsAreIdentifiers;
    private volatile @Nullable Map<String, List<String>> tables;

    private Symbols(Builder builder) {
        // not Map.copyOf: it looks for a free place one by one, which names that count up make as long as there are
        // names
        this.kinds = Collections.unmodifiableMap(new HashMap<>(builder.kinds));
        this.columns = Collections.unmodifiableMap(new HashMap<>(builder.columns));
        this.columnsAreIdentifiers = builder.columnsAreIdentifiers;
    }

    /** No names but those of the language. */
    public static Symbols none() {
        return NONE;
    }

    /** Begins with no names but those of the language. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the app has anything of this name. Names are case-sensitive. */
    public boolean knows(String name) {
        return kinds.containsKey(name);
    }

    /** What has this name; the first in the order of {@link SymbolKind}, if several things have it. */
    public Optional<SymbolKind> kind(String name) {
        return kinds.getOrDefault(name, Set.of()).stream().findFirst();
    }

    /** Everything that has this name. */
    public Set<SymbolKind> kinds(String name) {
        return Set.copyOf(kinds.getOrDefault(name, Set.of()));
    }

    /** Whether a data source has this name. */
    public boolean isDataSource(String name) {
        return kind(name).filter(SymbolKind::isDataSource).isPresent();
    }

    /** Names of the columns of this table, titles and logical names; empty if they are not known. */
    public Optional<Set<String>> columns(String table) {
        return Optional.ofNullable(columns.get(table));
    }

    /** The tables that have a column of this name; found when it is first asked. */
    List<String> tablesWith(String column) {
        Map<String, List<String>> known = tables;
        if (known == null) {
            Map<String, List<String>> found = new HashMap<>();
            columns.forEach((table, names) -> names.forEach(name ->
                    found.computeIfAbsent(name, key -> new ArrayList<>()).add(table)));
            known = found;
            tables = known;
        }
        return known.getOrDefault(column, List.of());
    }

    /** Whether arguments that take columns hold identifiers, not texts ({@code supportcolumnnamesasidentifiers}). */
    public boolean columnsAreIdentifiers() {
        return columnsAreIdentifiers;
    }

    /** All names. */
    public Set<String> names() {
        return kinds.keySet();
    }

    /** The names of all things of this kind. */
    public Set<String> names(SymbolKind kind) {
        return kinds.entrySet().stream()
                .filter(name -> name.getValue().contains(kind))
                .map(Map.Entry::getKey)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(HashSet::new), Collections::unmodifiableSet));
    }

    /** Whether a variable of one screen may hide what else has this name. */
    boolean mayBeHidden(String name) {
        Set<SymbolKind> all = kinds.getOrDefault(name, Set.of());
        return all.size() > 1 && all.contains(SymbolKind.CONTEXT_VARIABLE);
    }

    @Override
    public String toString() {
        return "Symbols[" + kinds.size() + " names]";
    }

    /** Collects names. For one thread. */
    public static final class Builder {

        private final Map<String, Set<SymbolKind>> kinds = new HashMap<>();
        private final Map<String, Set<String>> columns = new HashMap<>();
        private boolean columnsAreIdentifiers;

        private Builder() {
            OF_THE_LANGUAGE.forEach(name -> add(SymbolKind.BUILT_IN, name));
        }

        /** Something of this name; an empty name counts as none. */
        public Builder add(SymbolKind kind, String name) {
            if (!name.isEmpty()) {
                kinds.computeIfAbsent(name, key -> EnumSet.noneOf(SymbolKind.class))
                        .add(Objects.requireNonNull(kind, "kind"));
            }
            return this;
        }

        /** Columns of a table, beside those that were named before; the table itself must be added, too. */
        public Builder columns(String table, Set<String> names) {
            columns.computeIfAbsent(table, key -> new HashSet<>()).addAll(names);
            return this;
        }

        /** Says how arguments that take columns are spelled; as texts unless this was called. */
        public Builder columnsAreIdentifiers(boolean identifiers) {
            columnsAreIdentifiers = identifiers;
            return this;
        }

        /** How many names there are so far. */
        public int size() {
            return kinds.size();
        }

        /** The names so far. */
        public Symbols build() {
            return new Symbols(this);
        }
    }
}
