package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the service remembers of solutions beside metadata and rows: definitions as they arrived (forms, views and whatever
 * the fake knows no more of than its XML), what the managed layers set, and which solution brought what. Changed inside
 * {@link Organisation#exclusively} only.
 */
public final class SolutionState {
    private final Organisation organisation;
    private final Dialects dialects;
    private final Faults faults = new Faults();
    private final Work work;
    private final Map<Part.Id, Part> parts = new LinkedHashMap<>();
    private final Map<String, Installed> installed = new LinkedHashMap<>();
    private final Map<String, ObjectNode> layers = new LinkedHashMap<>();

    private final Map<Needs.Component, Set<Needs.Component>> required = new LinkedHashMap<>();
    private final Map<String, Result> results = new LinkedHashMap<>();

    private SolutionState(Organisation organisation, Dialects dialects) {
        this.organisation = organisation;
        this.dialects = dialects;
        this.work = new Work(organisation);
    }

    /** How an import ended. */
    record Result(Manifest manifest, Log log) {}

    /** That of an organisation, made when it is first asked for. */
    public static SolutionState of(Organisation organisation, Dialects dialects) {
        return organisation.attached(SolutionState.class, () -> {
            SolutionState state = new SolutionState(organisation, dialects);
            organisation.beforeEachLook(state.work::settle);
            return state;
        });
    }

    /** What a test says that a component requires, beside what the fake knows by itself. */
    public void require(int type, String id, int requiredType, String requiredId) {
        required.computeIfAbsent(new Needs.Component(type, id), none -> new LinkedHashSet<>())
                .add(new Needs.Component(requiredType, requiredId));
    }

    Set<Needs.Component> required(Needs.Component component) {
        return required.getOrDefault(component, Set.of());
    }

    /** Results of imports by the ids of their jobs. */
    Map<String, Result> results() {
        return results;
    }

    public Organisation organisation() {
        return organisation;
    }

    public Dialects dialects() {
        return dialects;
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** Jobs, uploads and locks. */
    public Work work() {
        return work;
    }

    Map<Part.Id, Part> parts() {
        return parts;
    }

    /** What managed layers set, by component, for {@link Layering}. */
    Map<String, ObjectNode> layers() {
        return layers;
    }

    Optional<Installed> installed(String uniqueName) {
        return Optional.ofNullable(installed.get(uniqueName.toLowerCase(Locale.ROOT)));
    }

    Stream<Map.Entry<String, Installed>> others(String uniqueName) {
        return List.copyOf(installed.entrySet()).stream()
                .filter(each -> !each.getKey().equals(uniqueName.toLowerCase(Locale.ROOT)));
    }

    void install(String uniqueName, Installed solution) {
        installed.put(uniqueName.toLowerCase(Locale.ROOT), solution);
    }

    void forget(String uniqueName) {
        installed.remove(uniqueName.toLowerCase(Locale.ROOT));
    }

    /** The row of a solution. */
    Optional<ObjectNode> row(String uniqueName) {
        return organisation.rows("solutions").first("uniquename", uniqueName);
    }

    /** Everything as it is now, to go back to it. */
    Runnable kept() {
        Map<Part.Id, Part> keptParts = new LinkedHashMap<>(parts);
        Map<String, Installed> keptInstalled = new LinkedHashMap<>(installed);
        Map<String, ObjectNode> keptLayers = new LinkedHashMap<>(layers);
        return () -> {
            replace(parts, keptParts);
            replace(installed, keptInstalled);
            replace(layers, keptLayers);
        };
    }

    private static <K, V> void replace(Map<K, V> now, Map<K, V> before) {
        now.clear();
        now.putAll(before);
    }
}
