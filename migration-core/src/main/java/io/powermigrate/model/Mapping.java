package io.powermigrate.model;

import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands for what in the destination. A mapping has layers: a line of a layer above hides the line for the same value
 * below, so that the lines of one customer can lie over those of all. Immutable.
 *
 * <pre>{@code
 * Mapping all = Mapping.of(Binding.of("text", "sql.contoso.com", "sql.fabrikam.com"));
 * Mapping one = Mapping.of(Binding.of("text", "sql.contoso.com", "sql.customer.com")).over(all, "customer");
 * }</pre>
 */
public final class Mapping {

    private static final Mapping NONE = new Mapping(List.of());

    private final List<Layer> layers;
    private final Consumer<Binding> met;

    private Mapping(List<Layer> layers) {
        this(layers, line -> {});
    }

    private Mapping(List<Layer> layers, Consumer<Binding> met) {
        this.layers = layers;
        this.met = met;
    }

    /** The lines of one origin, and the same lines by what they bind: a mapping may hold one for every resource. */
    private record Layer(
            String name,
            List<Binding> bindings,
            Map<Line, Meant> index,
            Map<SlotType, List<Binding>> byType,
            Map<Binding, String> places,
            boolean recorded,
            boolean made) {

        static Layer of(String name, List<Binding> bindings, Map<Binding, String> places) {
            Map<Line, Meant> index = new HashMap<>();
            for (Binding binding : bindings) {
                Line line = Line.of(binding.type(), binding.from());
                if (index.put(line, new Meant(binding, binding.to())) != null) {
                    throw new IllegalArgumentException(Shown.message("The mapping binds the " + binding.type() + " \""
                            + binding.from() + "\" twice. Keep one of the two lines."));
                }
            }
            Map<SlotType, List<Binding>> byType = bindings.stream().collect(Collectors.groupingBy(Binding::type));
            return new Layer(name, List.copyOf(bindings), Map.copyOf(index), byType, Map.copyOf(places), false, false);
        }

        Layer named(String other) {
            return new Layer(other, bindings, index, byType, places, recorded, made);
        }

        Layer asRecorded(boolean asMade) {
            return new Layer(name, bindings, index, byType, places, true, asMade);
        }

        /** A line by its own value counts more than one that only means it. */
        Layer meaning(Function<Binding, Optional<Binding>> ids) {
            Map<Line, Meant> all = new HashMap<>(index);
            bindings.forEach(given -> ids.apply(given).ifPresent(meant -> {
                Meant line = new Meant(given, meant.to());
                all.put(Line.of(given.type(), given.from()), line);
                all.putIfAbsent(Line.of(meant.type(), meant.from()), line);
            }));
            return new Layer(name, bindings, Map.copyOf(all), byType, places, recorded, made);
        }
    }

    /** A line as the caller gave it, and the value of the destination that it means. */
    private record Meant(Binding given, String to) {}

    /** What a line is for, without regard to case. */
    record Line(SlotType type, String from) {

        static Line of(SlotType type, String from) {
            return new Line(type, SiteAddress.canonical(from).toLowerCase(Locale.ROOT));
        }
    }

    /** A mapping without a line. */
    public static Mapping none() {
        return NONE;
    }

    /**
     * A mapping of one layer.
     *
     * @throws IllegalArgumentException when one value is bound twice; neither case counts nor how an address is spelled
     */
    public static Mapping of(Binding... bindings) {
        return of(List.of(bindings));
    }

    /** As {@link #of(Binding...)}. */
    public static Mapping of(List<Binding> bindings) {
        return of(MappingFile.LAYER, bindings, Map.of());
    }

    /** @param places where the lines stand, such as in which line of which file */
    static Mapping of(String layer, List<Binding> bindings, Map<Binding, String> places) {
        return bindings.isEmpty() ? NONE : new Mapping(List.of(Layer.of(layer, bindings, places)));
    }

    /**
     * This mapping laid over another one.
     *
     * @param base what holds where this mapping has no line
     * @param layer what this mapping is called in a plan, such as the name of a customer
     */
    public Mapping over(Mapping base, String layer) {
        List<Layer> all = new ArrayList<>();
        layers.forEach(each -> all.add(each.named(layer)));
        all.addAll(base.layers);
        return new Mapping(List.copyOf(all), met.andThen(base.met));
    }

    /** This mapping laid over another one, each layer under its own name. */
    public Mapping over(Mapping base) {
        List<Layer> all = new ArrayList<>(layers);
        all.addAll(base.layers);
        return new Mapping(List.copyOf(all), met.andThen(base.met));
    }

    /**
     * This mapping as a record of what was made: a line above it that says {@link Binding#NEW} has come true by it, and
     * makes no second one.
     */
    public Mapping asMade() {
        return new Mapping(layers.stream().map(layer -> layer.asRecorded(true)).toList());
    }

    /** This mapping as what earlier runs wrote down: no line of it was given by the caller. */
    public Mapping asRecorded() {
        return new Mapping(
                layers.stream().map(layer -> layer.asRecorded(layer.made())).toList());
    }

    /**
     * This mapping, in which lines of the caller also hold for the ids that they mean.
     *
     * @param ids the line with ids in the place of what people call the two; empty where it says what it means
     */
    public Mapping meaning(Function<Binding, Optional<Binding>> ids) {
        return new Mapping(
                layers.stream()
                        .map(layer -> layer.recorded() ? layer : layer.meaning(ids))
                        .toList(),
                met);
    }

    /** Where a line of the caller stands, such as in which line of which {@link MappingFile}; empty where that is not known. */
    public Optional<String> place(Binding line) {
        return layers.stream()
                .flatMap(layer -> Optional.ofNullable(layer.places().get(line)).stream())
                .findFirst();
    }

    /** The lines that the caller gave by the names of their layers, from the top. */
    Map<String, List<Binding>> layersGiven() {
        Map<String, List<Binding>> given = new LinkedHashMap<>();
        layers.stream().filter(layer -> !layer.recorded()).forEach(layer -> given.computeIfAbsent(
                        layer.name(), name -> new ArrayList<>())
                .addAll(layer.bindings()));
        return given;
    }

    /** The lines that the caller gave, of every layer, from the top. */
    public List<Binding> given() {
        return layers.stream()
                .filter(layer -> !layer.recorded())
                .flatMap(layer -> layer.bindings().stream())
                .toList();
    }

    /**
     * This mapping, which tells of each line that a look-up meets.
     *
     * @param met is told, by any thread, perhaps several times of one line
     */
    public Mapping watchedBy(Consumer<Binding> met) {
        return new Mapping(layers, met);
    }

    /** The first line, from the top, for one of the values; the values in the order given within each layer. */
    public Optional<Bound> find(SlotType type, String... values) {
        Optional<Bound> first = find(layers, type, values);
        return first.filter(bound -> bound.value().equals(Binding.NEW))
                .flatMap(bound -> made(type, values))
                .or(() -> first);
    }

    /** As {@link #find}, among the records of what was made ({@link #asMade}) alone. */
    public Optional<Bound> made(SlotType type, String... values) {
        return find(layers.stream().filter(Layer::made).toList(), type, values);
    }

    private Optional<Bound> find(List<Layer> layers, SlotType type, String... values) {
        for (Layer layer : layers) {
            for (String value : values) {
                Meant line = layer.index().get(Line.of(type, value));
                if (line != null) {
                    met.accept(line.given());
                    return Optional.of(new Bound(line.to(), layer.name()));
                }
            }
        }
        return Optional.empty();
    }

    /** Every line of a type that no line above hides, from the top. */
    public List<Binding> all(SlotType type) {
        Map<Line, Binding> seen = new LinkedHashMap<>();
        layers.stream()
                .flatMap(layer -> layer.byType().getOrDefault(type, List.of()).stream())
                .forEach(binding -> seen.putIfAbsent(Line.of(type, binding.from()), binding));
        return List.copyOf(seen.values());
    }

    /** Every line that the caller gave, of every layer, from the top, each with the name of its layer. */
    public List<String> lines() {
        return lines(layers.stream().filter(layer -> !layer.recorded()).toList());
    }

    private static List<String> lines(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.bindings().stream()
                        .map(binding ->
                                layer.name() + ": " + binding.type() + " " + binding.from() + " -> " + binding.to()))
                .toList();
    }

    @Override
    public String toString() {
        return Shown.message("Mapping" + lines(layers));
    }
}
