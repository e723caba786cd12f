package io.powermigrate.testkit.fake.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A choice of one form for each fact that varies. Immutable. */
public final class Dialects {
    private final Map<Dialect, String> chosen;

    private Dialects(Map<Dialect, String> chosen) {
        this.chosen = chosen;
    }

    /** The default form of every fact. */
    public static Dialects standard() {
        return new Dialects(new EnumMap<>(Dialect.class));
    }

    /** Any form of every fact; the same seed chooses the same. */
    public static Dialects ofSeed(long seed) {
        Random random = new Random(seed);
        Map<Dialect, String> chosen = new EnumMap<>(Dialect.class);
        for (Dialect row : varied()) {
            chosen.put(row, row.variants().get(random.nextInt(row.variants().size())));
        }
        return new Dialects(chosen);
    }

    /** The standard, then one choice for each other form of each fact. */
    public static List<Dialects> each() {
        List<Dialects> all = new ArrayList<>();
        all.add(standard());
        for (Dialect row : varied()) {
            row.variants().stream()
                    .skip(1)
                    .forEach(variant -> all.add(standard().with(row, variant)));
        }
        return List.copyOf(all);
    }

    /**
     * The same with another form of one fact.
     *
     * @throws IllegalArgumentException for a form that the fact does not have
     */
    public Dialects with(Dialect row, String variant) {
        if (!row.variants().contains(variant)) {
            throw new IllegalArgumentException("The fact " + row.name() + " has no variant '" + variant
                    + "'. Choose one of " + row.variants() + ".");
        }
        Map<Dialect, String> more = new EnumMap<>(Dialect.class);
        more.putAll(chosen);
        more.put(row, variant);
        return new Dialects(more);
    }

    /** The form chosen for a fact. */
    public String of(Dialect row) {
        return chosen.getOrDefault(row, row.standard());
    }

    /** Whether that form is chosen; a form that does not exist is a mistake. */
    public boolean is(Dialect row, String variant) {
        if (!row.variants().contains(variant)) {
            throw new IllegalArgumentException("The fact " + row.name() + " has no variant '" + variant
                    + "'. Choose one of " + row.variants() + ".");
        }
        return of(row).equals(variant);
    }

    private static List<Dialect> varied() {
        return List.of(Dialect.values()).stream()
                .filter(row -> row.kind() == Dialect.Kind.VARIED)
                .toList();
    }

    /** Only what differs from the standard, so that it can stand in the name of a test. */
    @Override
    public String toString() {
        Map<Dialect, String> other = new EnumMap<>(Dialect.class);
        chosen.forEach((row, variant) -> {
            if (!variant.equals(row.standard())) {
                other.put(row, variant);
            }
        });
        return other.isEmpty() ? "standard" : other.toString();
    }
}
