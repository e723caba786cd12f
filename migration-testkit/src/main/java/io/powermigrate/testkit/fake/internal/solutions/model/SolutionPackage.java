package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A package taken apart. Immutable by agreement.
 *
 * @param languages the codes of the package's languages
 * @param parts its parts by section and key, in the order of the package
 * @param rest files that no part names
 */
public record SolutionPackage(
        Manifest manifest, List<String> languages, Map<Part.Id, Part> parts, Map<String, byte[]> rest) {
    public SolutionPackage {
        languages = List.copyOf(languages);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }

    public Stream<Part> parts(PartKind kind) {
        return parts.values().stream().filter(part -> part.kind() == kind);
    }

    public Optional<Part> part(PartKind kind, String key) {
        return Optional.ofNullable(parts.get(new Part.Id(kind.section(), key)));
    }
}
