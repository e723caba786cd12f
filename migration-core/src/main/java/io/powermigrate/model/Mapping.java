package io.powermigrate.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands for what in the destination, in layers: a line of a layer above hides the same line below. Immutable.
 */
public final class Mapping {

    private static final Mapping NONE = new Mapping(List.of());

    private final List<Layer> layers;

    private Mapping(List<Layer> layers) {
        this.layers = layers;
    }

    private record Layer(String name, List<Binding> bindings) {}

    /** A mapping without a line. */
    public static Mapping none() {
        return NONE;
    }

    /**
     * A mapping of one layer.
     *
     * @throws IllegalArgumentException when one value is bound twice
     */
    public static Mapping of(Binding... bindings) {
        return of(List.of(bindings));
    }

    /** As {@link #of(Binding...)}. */
    public static Mapping of(List<Binding> bindings) {
        Set<List<String>> seen = new LinkedHashSet<>();
        for (Binding binding : bindings) {
            if (!seen.add(List.of(binding.type().name(), binding.from()))) {
                throw new IllegalArgumentException("The mapping binds the " + binding.type() + " \"" + binding.from()
                        + "\" twice. Keep one of the two lines.");
            }
        }
        return bindings.isEmpty() ? NONE : new Mapping(List.of(new Layer("mapping", List.copyOf(bindings))));
    }

    /**
     * This mapping laid over another one.
     *
     * @param base what holds where this mapping has no line
     * @param layer what this mapping is called in a plan, such as the name of a customer
     */
    public Mapping over(Mapping base, String layer) {
        List<Layer> all = new ArrayList<>();
        layers.forEach(each -> all.add(new Layer(layer, each.bindings())));
        all.addAll(base.layers);
        return new Mapping(List.copyOf(all));
    }

    /** This mapping laid over another one, each layer under its own name. */
    public Mapping over(Mapping base) {
        List<Layer> all = new ArrayList<>(layers);
        all.addAll(base.layers);
        return new Mapping(List.copyOf(all));
    }

    /** The first line, from the top, for one of the values; the values in the order given within each layer. */
    public Optional<Bound> find(SlotType type, String... values) {
        for (Layer layer : layers) {
            for (String value : values) {
                Optional<Bound> bound = lines(layer, type)
                        .filter(binding -> binding.from().equalsIgnoreCase(value))
                        .map(binding -> new Bound(binding.to(), layer.name()))
                        .findFirst();
                if (bound.isPresent()) {
                    return bound;
                }
            }
        }
        return Optional.empty();
    }

    /** Every line of a type that no line above hides, from the top. */
    public List<Binding> all(SlotType type) {
        List<Binding> seen = new ArrayList<>();
        layers.stream().flatMap(layer -> lines(layer, type)).forEach(binding -> {
            if (seen.stream().noneMatch(each -> each.from().equalsIgnoreCase(binding.from()))) {
                seen.add(binding);
            }
        });
        return List.copyOf(seen);
    }

    /** Every line of every layer, from the top, each with the name of its layer. */
    public List<String> lines() {
        return layers.stream()
                .flatMap(layer -> layer.bindings().stream()
                        .map(binding ->
                                layer.name() + ": " + binding.type() + " " + binding.from() + " -> " + binding.to()))
                .toList();
    }

    private static Stream<Binding> lines(Layer layer, SlotType type) {
        return layer.bindings().stream().filter(binding -> binding.type().equals(type));
    }

    @Override
    public String toString() {
        return "Mapping" + lines();
    }
}
