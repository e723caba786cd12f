package io.powermigrate.rollout;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a mapping in layers: a base for all customers, layers for those with a label, and one for each customer. The
 * narrower layer wins, and every value of a plan tells the layer it comes from. Immutable.
 *
 * <pre>{@code
 * Overlays overlays = Overlays.of(base, "region")
 *         .with("region", "europe", Mapping.of(Binding.of("text", "sql.contoso.com", "sql.eu.contoso.com")))
 *         .withCustomer("Customer 07", Mapping.of(Binding.of("text", "sql.contoso.com", "sql.customer07.com")));
 * }</pre>
 */
public final class Overlays {

    /** The name of the lowest layer. */
    public static final String BASE = "base";

    /** The level of a layer for one customer, above all others. */
    public static final String CUSTOMER = "customer";

    private final Mapping base;
    private final List<String> levels;
    private final Map<Place, Mapping> layers;

    private record Place(String level, String value) {

        static Place of(String level, String value) {
            return new Place(level, value.toLowerCase(Locale.ROOT));
        }
    }

    private Overlays(Mapping base, List<String> levels, Map<Place, Mapping> layers) {
        this.base = base;
        this.levels = levels;
        this.layers = layers;
    }

    /**
     * A base for all customers.
     *
     * @param levels the kinds of labels that have layers of their own, from the widest to the narrowest
     */
    public static Overlays of(Mapping base, String... levels) {
        return new Overlays(base, List.of(levels), Map.of());
    }

    /**
     * The same with the lines for all customers that have a label.
     *
     * @throws IllegalArgumentException when the level was not named by {@link #of}
     */
    public Overlays with(String level, String value, Mapping lines) {
        if (!levels.contains(level)) {
            throw new IllegalArgumentException(Shown.message(
                    "The layer \"" + value + "\" was not added because the level \"" + level + "\" is none of " + levels
                            + ". Name it in Overlays.of, in the order in which levels win."));
        }
        return and(Place.of(level, value), lines);
    }

    /** The same with the lines for one customer. */
    public Overlays withCustomer(String name, Mapping lines) {
        return and(Place.of(CUSTOMER, name), lines);
    }

    private Overlays and(Place place, Mapping lines) {
        Map<Place, Mapping> more = new LinkedHashMap<>(layers);
        more.put(place, lines);
        return new Overlays(base, levels, more);
    }

    /** What a customer gets: each layer is called by its level and its label, such as {@code region: europe}. */
    public Mapping of(Target target) {
        Mapping all = base.over(Mapping.none(), BASE);
        for (String level : levels) {
            all = over(all, level, target.label(level));
        }
        return over(all, CUSTOMER, Optional.of(target.name()));
    }

    /** The lines that all customers get. */
    public Mapping base() {
        return base;
    }

    /** The names of the layers that a customer gets, from the widest to the narrowest. */
    public List<String> layersOf(Target target) {
        List<String> names = new ArrayList<>(List.of(BASE));
        for (String level : levels) {
            target.label(level)
                    .filter(value -> layers.containsKey(Place.of(level, value)))
                    .ifPresent(value -> names.add(level + ": " + value));
        }
        if (layers.containsKey(Place.of(CUSTOMER, target.name()))) {
            names.add(CUSTOMER + ": " + target.name());
        }
        return List.copyOf(names);
    }

    private Mapping over(Mapping below, String level, Optional<String> label) {
        return label.flatMap(value -> Optional.ofNullable(layers.get(Place.of(level, value)))
                        .map(lines -> lines.over(below, level + ": " + value)))
                .orElse(below);
    }

    /** The layers that no customer has the label for, such as {@code region: asia}: they make no difference. */
    public List<String> unusedBy(Collection<Target> targets) {
        List<String> unused = new ArrayList<>();
        layers.keySet().forEach(place -> {
            if (targets.stream().noneMatch(target -> isFor(place, target))) {
                unused.add(place.level() + ": " + place.value());
            }
        });
        return List.copyOf(unused);
    }

    private static boolean isFor(Place place, Target target) {
        Optional<String> label =
                place.level().equals(CUSTOMER) ? Optional.of(target.name()) : target.label(place.level());
        return label.filter(value -> Place.of(place.level(), value).equals(place))
                .isPresent();
    }

    /** In one line: which layers there are. */
    @Override
    public String toString() {
        return Shown.message("Overlays[" + BASE + ", then " + levels + ", then " + CUSTOMER + ": "
                + layers.keySet().stream()
                        .map(place -> place.level() + ": " + place.value())
                        .toList() + "]");
    }
}
