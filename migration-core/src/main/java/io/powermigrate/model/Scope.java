package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which resources a migration is about. Immutable. */
public final class Scope {

    private static final Scope EVERYTHING = new Scope(Set.of(), List.of(), true);

    private final Set<String> types;
    private final List<String> names;
    private final boolean dependencies;

    private Scope(Set<String> types, List<String> names, boolean dependencies) {
        this.types = types;
        this.names = names;
        this.dependencies = dependencies;
    }

    /** Everything that the source shows, but for what the service and installed products supplied ({@link Resource#isSupplied}). */
    public static Scope everything() {
        return EVERYTHING;
    }

    /** The resources of some types. */
    public static Scope of(ResourceType<?>... types) {
        return new Scope(
                Arrays.stream(types).map(ResourceType::name).collect(Collectors.toUnmodifiableSet()), List.of(), false);
    }

    /** Only what has one of these display names; {@code *} stands for any text, case does not count. */
    public Scope named(String... patterns) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(patterns));
        return new Scope(types, List.copyOf(all), dependencies);
    }

    /** Also what these need, directly or not; without it they wait for what they need. */
    public Scope withDependencies() {
        return new Scope(types, names, true);
    }

    /** Whether dependencies come along. */
    public boolean includesDependencies() {
        return dependencies;
    }

    /** Whether a resource was asked for by its type and name; what is supplied only by its name. */
    public boolean selects(Resource resource) {
        return asksFor(resource) && !passesOver(resource);
    }

    /** Whether it would be selected if it were not supplied: then somebody has to give its name. */
    public boolean passesOver(Resource resource) {
        return names.isEmpty() && resource.isSupplied() && asksFor(resource);
    }

    private boolean asksFor(Resource resource) {
        return (types.isEmpty() || types.contains(resource.key().type()))
                && (names.isEmpty() || names.stream().anyMatch(name -> matches(name, resource.displayName())));
    }

    /** The names of the types that were asked for; none where all were. */
    public Set<String> types() {
        return types;
    }

    /** The patterns that none of some display names matches. */
    public List<String> unmatched(Collection<String> displayNames) {
        return names.stream()
                .filter(pattern -> displayNames.stream().noneMatch(name -> matches(pattern, name)))
                .toList();
    }

    private static boolean matches(String pattern, String name) {
        return matches(pattern.toLowerCase(Locale.ROOT), 0, name.toLowerCase(Locale.ROOT), 0);
    }

    private static boolean matches(String pattern, int p, String name, int n) {
        if (p == pattern.length()) {
            return n == name.length();
        }
        if (pattern.charAt(p) == '*') {
            return matches(pattern, p + 1, name, n) || (n < name.length() && matches(pattern, p, name, n + 1));
        }
        return n < name.length() && pattern.charAt(p) == name.charAt(n) && matches(pattern, p + 1, name, n + 1);
    }

    @Override
    public String toString() {
        return Shown.message((types.isEmpty()
                        ? "everything"
                        : String.join(", ", types.stream().sorted().toList()))
                + (names.isEmpty() ? "" : " named " + String.join(" or ", names))
                + (dependencies ? " with dependencies" : ""));
    }
}
