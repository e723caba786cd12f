package io.powermigrate.rollout;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One customer of a rollout: what people call it, the ring it belongs to, and how its environment is opened. Immutable.
 *
 * <pre>{@code
 * Target.of("Customer 07", () -> Endpoint.of(id, name, connection)).inRing("pilots").with("region", "europe");
 * }</pre>
 */
public final class Target {

    /** The ring of a customer for whom no ring was named. */
    public static final String STANDARD_RING = "all";

    private final String name;
    private final String ring;
    private final SortedMap<String, String> labels;
    private final Supplier<Endpoint> open;

    private Target(String name, String ring, Map<String, String> labels, Supplier<Endpoint> open) {
        this.name = name;
        this.ring = ring;
        this.labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        this.open = open;
    }

    /**
     * A customer.
     *
     * @param name what people call it; no other customer of the rollout may have the same name, whatever its case
     * @param open opens its environment; called when its plan is made and again when the plan is executed, by any thread.
     *     The rollout closes what it opened. What it throws is told of this customer, and the others go on
     * @throws IllegalArgumentException when the name is blank
     */
    public static Target of(String name, Supplier<Endpoint> open) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A customer of a rollout has no name. Give it one.");
        }
        return new Target(name, STANDARD_RING, Map.of(), Objects.requireNonNull(open, "open"));
    }

    /** The same customer in a ring. Rings are executed one after the other, in the order in which the customers name them. */
    public Target inRing(String other) {
        return new Target(name, other, labels, open);
    }

    /**
     * The same customer with a label, such as its region, by which {@link Overlays} choose what it gets.
     *
     * @param level the kind of label
     * @param value its value; replaces an earlier one of the same level
     */
    public Target with(String level, String value) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(level, value);
        return new Target(name, ring, more, open);
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The name of its ring; {@link #STANDARD_RING} unless said otherwise. */
    public String ring() {
        return ring;
    }

    /** Its label of a level; empty where it has none. */
    public Optional<String> label(String level) {
        return Optional.ofNullable(labels.get(level));
    }

    /** All its labels, by level. */
    public Map<String, String> labels() {
        return labels;
    }

    /**
     * Opens its environment; the caller closes it.
     *
     * @throws RuntimeException whatever the supplier throws
     */
    public Endpoint open() {
        return Objects.requireNonNull(open.get(), "the supplier of " + name + " opened no environment");
    }

    /** In one line: its name, its ring and its labels. */
    @Override
    public String toString() {
        return Shown.message("Target[" + Shown.name(name) + ", ring " + Shown.name(ring) + ", " + labels + "]");
    }
}
