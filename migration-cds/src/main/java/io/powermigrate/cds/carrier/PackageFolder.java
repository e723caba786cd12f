package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.InventoryBuilder;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The packages of a folder as an inventory; internal. What several packages hold is told by the first. */
public final class PackageFolder {

    private final Path folder;
    private final Workspace workspace;
    private final List<Solution> solutions = new ArrayList<>();
    private final Map<ResourceType<?>, Map<String, Resource>> contents = new LinkedHashMap<>();

    /** A folder with zips. */
    public PackageFolder(Path folder, Workspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
    }

    /** Reads all zips, whatever is wrong with one of them. */
    public Inventory inventory() {
        List<Path> zips = zips();
        if (zips.isEmpty()) {
            throw new MigrationException(
                    "No package was read because " + folder + " holds no file that ends with .zip",
                    "Give the folder with the packages that were exported");
        }
        zips.forEach(this::read);
        InventoryBuilder inventory = Inventory.of(
                        folder.toAbsolutePath().normalize().toUri().toString(), "This computer", Document.empty())
                .add(Solution.TYPE, solutions)
                .coverage(Solution.TYPE.name(), Coverage.complete());
        add(inventory, DataverseTable.TYPE);
        add(inventory, GlobalChoice.TYPE);
        add(inventory, SecurityRole.TYPE);
        add(inventory, PermissionSet.TYPE);
        add(inventory, VariableDefinition.TYPE);
        add(inventory, VariableValue.TYPE);
        add(inventory, ReferenceDefinition.TYPE);
        add(inventory, ReferenceBinding.TYPE);
        add(inventory, FlowState.TYPE);
        return inventory.build();
    }

    private <R extends Resource> void add(InventoryBuilder inventory, ResourceType<R> type) {
        inventory
                .add(
                        type,
                        contents.getOrDefault(type, Map.of()).values().stream()
                                .map(each -> type.model().cast(each))
                                .toList())
                .coverage(type.name(), Coverage.complete());
    }

    private List<Path> zips() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MigrationException(
                    "The folder " + folder + " was not read because " + e,
                    "Give a folder that exists and that you may read",
                    e);
        }
    }

    private void read(Path file) {
        String id = folder.relativize(file).toString().replace('\\', '/');
        try (InputStream bytes = Files.newInputStream(file)) {
            Artifact zip = workspace.put(id, Solution.ZIP, bytes);
            Solution solution = Exports.packed(new Solution(Item.of(Solution.TYPE.key(id), id, id)), zip, workspace);
            SolutionFacts facts = solution.facts().orElseThrow();
            Set<String> different = new TreeSet<>();
            contents(facts, different);
            solutions.add(named(solution, facts, different));
        } catch (MigrationException e) {
            solutions.add(unreadable(id, e.problem(), e.remedy()));
        } catch (IOException e) {
            solutions.add(unreadable(id, "it could not be read: " + e, "Check that the file may be read"));
        }
    }

    private static Solution unreadable(String id, String problem, String remedy) {
        return new Solution(Depth.unreadable(Item.of(Solution.TYPE.key(id), id, id), problem, remedy));
    }

    /** A package has no id of the solution in it; the file is one. Managed or not, it can be imported, so it counts as one that travels. */
    private static Solution named(Solution solution, SolutionFacts facts, Set<String> different) {
        Document content = solution.content()
                .with("version", facts.manifest().version())
                .with("managed", false)
                .with("visible", true)
                .with("publisher", facts.manifest().publisher().uniqueName())
                .with(Solution.COMPARED_ELSEWHERE, different);
        Item item = Item.of(
                Solution.TYPE.key(facts.manifest().uniqueName()),
                solution.id(),
                facts.manifest().title());
        return new Solution(
                item.withContent(content).withArtifacts(solution.artifacts()).withReferences(solution.references()));
    }

    /** What an earlier package holds with other contents is noted. */
    private void contents(SolutionFacts facts, Set<String> different) {
        facts.schema().tables().stream()
                .filter(table -> table.described())
                .forEach(table -> add(
                        different,
                        DataverseTable.TYPE,
                        DataverseTable.of(table, facts.schema().relationships())));
        facts.schema()
                .choices()
                .forEach(each -> add(different, GlobalChoice.TYPE, GlobalChoice.of(each, each.name(), false)));
        facts.schema().roles().forEach(each -> add(different, SecurityRole.TYPE, SecurityRole.of(each)));
        facts.schema().profiles().forEach(each -> add(different, PermissionSet.TYPE, PermissionSet.of(each, false)));
        facts.content().variables().forEach(each -> {
            add(different, VariableDefinition.TYPE, VariableDefinition.of(each));
            add(different, VariableValue.TYPE, VariableValue.of(each));
        });
        facts.content().connectionReferences().forEach(each -> {
            add(different, ReferenceDefinition.TYPE, ReferenceDefinition.of(each));
            add(different, ReferenceBinding.TYPE, ReferenceBinding.of(each));
        });
        facts.content().workflows().stream()
                .filter(Workflow::isCloudFlow)
                .forEach(each -> add(different, FlowState.TYPE, FlowState.of(each)));
    }

    private void add(Set<String> different, ResourceType<?> type, Resource resource) {
        Resource first =
                contents.computeIfAbsent(type, none -> new LinkedHashMap<>()).putIfAbsent(resource.id(), resource);
        if (first != null && !first.fingerprint().equals(resource.fingerprint())) {
            different.add(resource.key().toString());
        }
    }

    /** In one line: the folder. */
    @Override
    public String toString() {
        return Shown.message("Packages in " + folder);
    }
}
