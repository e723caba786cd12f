package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.environment.Organization;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.facts.CarriedComponents;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the destination holds already, or does not hold, and what a package meets there although it does not name it: unmanaged
 * components below a managed package, roles of other solutions, controls (wire/dataverse-situations.md, S25, S31, S47, S80).
 */
final class Standing {

    private static final Basis SURE = Basis.sure("docs/wire/dataverse-situations.md, S25, S31, S47, S80", "2026-08-21");
    private static final Basis GUESS =
            Basis.unsure("docs/wire/dataverse-situations.md, S25, S31, S47, S80", "2026-08-21");
    private static final Set<String> LAYERED = Set.of(
            DataverseTable.TYPE.name(), GlobalChoice.TYPE.name(), SecurityRole.TYPE.name(), PermissionSet.TYPE.name());

    /** Comes with every server. */
    private static final String OF_THE_SERVICE = "mscrmcontrols.";

    private static final Organization NOTHING = new Organization(Item.of(Organization.TYPE.key("Dataverse"), "", ""));

    private final Solution solution;
    private final SolutionFacts facts;
    private final CheckContext context;
    private final SolutionOptions options;

    Standing(Solution solution, SolutionFacts facts, CheckContext context, SolutionOptions options) {
        this.solution = solution;
        this.facts = facts;
        this.context = context;
        this.options = options;
    }

    List<Finding> findings() {
        return Stream.of(apps(), unmanaged(), roles(), controls(), virtualTables())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Organization organization(Inventory inventory) {
        return inventory.all(Organization.TYPE).stream().findFirst().orElse(NOTHING);
    }

    private boolean isManaged() {
        return facts.manifest().managed();
    }

    private Optional<Finding> apps() {
        Set<String> there = organization(context.destination()).unmanagedApps();
        String names = facts.content().canvasApps().stream()
                .filter(app -> isManaged() && there.contains(app.name()))
                .map(app -> "\"" + app.displayName() + "\" (" + app.name() + ")")
                .collect(Collectors.joining(", "));
        return finding(
                names,
                "LAYER-APP",
                Verdict.BLOCK,
                "the destination holds unmanaged canvas apps of the same name, and a managed package cannot take their place: "
                        + names,
                "Delete these apps in the destination, or import the unmanaged package");
    }

    private Optional<Finding> unmanaged() {
        String names = Contents.of(solution).keys().stream()
                .filter(key -> isManaged() && !options.overwritesUnmanaged() && LAYERED.contains(key.type()))
                .filter(this::isUnmanaged)
                .map(ResourceKey::toString)
                .collect(Collectors.joining(", "));
        return finding(
                names,
                "LAYER-001",
                Verdict.WARN,
                "the destination holds as unmanaged what the package brings as managed, and what is unmanaged there stays on top:"
                        + " changes of the package stay hidden in " + names,
                "Add SolutionOptions.overwriteUnmanaged(), or remove the unmanaged layer there (Solution layers) before the import");
    }

    private boolean isUnmanaged(ResourceKey key) {
        return context.destination().named(key).stream()
                .map(Resource::content)
                .filter(content ->
                        content.text("template").filter(id -> !id.isBlank()).isEmpty())
                .anyMatch(content ->
                        content.text("managed").filter("false"::equals).isPresent());
    }

    /** The definition that was imported last decides. */
    private Optional<Finding> roles() {
        Map<String, String> others = new TreeMap<>();
        facts.schema().roles().forEach(role -> context.destination()
                .byId(SecurityRole.TYPE, role.id())
                .ifPresent(there -> {
                    String names = there.solutions().stream()
                            .filter(name ->
                                    !name.equalsIgnoreCase(facts.manifest().uniqueName()))
                            .collect(Collectors.joining(", "));
                    if (!names.isEmpty()) {
                        others.put(role.name(), names);
                    }
                }));
        String names = others.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\" of " + each.getValue())
                .collect(Collectors.joining("; "));
        return finding(
                names,
                "ROLE-SHARED",
                Verdict.WARN,
                "roles of the package belong to other solutions of the destination, too, and what was imported last may take away"
                        + " what the others grant: " + names,
                "Compare the privileges after the import (the report names those that were lost), or grant them in a role of"
                        + " their own");
    }

    /** Forms name controls, and packages do not say who brings them. */
    private Optional<Finding> controls() {
        Map<String, String> there = lower(organization(context.destination()).controls());
        Map<String, String> source = lower(organization(context.source()).controls());
        Set<String> own = facts.content().carried().stream()
                .filter(carried -> carried.type().equals("CustomControls"))
                .map(CarriedComponents::names)
                .flatMap(List::stream)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String names = facts.content().controls().stream()
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith(OF_THE_SERVICE))
                .filter(name -> !own.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> control(name, there, source).stream())
                .collect(Collectors.joining("; "));
        return finding(
                names,
                "CONTROL-001",
                Verdict.WARN,
                "forms of the package use controls of other solutions: " + names,
                "Install the solutions that bring these controls, in the version of the source, before the import");
    }

    /** The service shares the connection of a virtual table on (wire/dataverse-situations.md, S47). Which one that is, no package says. */
    private Optional<Finding> virtualTables() {
        boolean virtual = facts.content().carried().stream()
                .anyMatch(carried -> carried.type().equals("EntityDataSources") && carried.count() > 0);
        String caller = context.destination().about().text("callerId").orElse("");
        String names = facts.content().connectionReferences().stream()
                .filter(reference -> virtual)
                .flatMap(
                        reference -> context.source().find(ReferenceBinding.TYPE.key(reference.logicalName())).stream())
                .map(ReferenceBinding.class::cast)
                .flatMap(binding -> connection(binding).stream())
                .filter(connection -> !connection.isSharableBy(caller))
                .map(connection -> "\"" + connection.displayName() + "\" of " + connection.createdBy())
                .distinct()
                .collect(Collectors.joining(", "));
        return finding(
                names,
                "VIRTUAL-001",
                Verdict.WARN,
                "the package holds data sources of virtual tables, and the connection of such a table must be shared with the right"
                        + " to share it on; these are shared for use only: " + names,
                "Let the owner share the connection of the virtual table as 'Can use + share' or 'Can edit'");
    }

    private Optional<Connection> connection(ReferenceBinding binding) {
        return binding.connection(context.bindings())
                .or(() -> binding.held(context.destination()))
                .flatMap(id -> context.destination().byId(Connection.TYPE, id));
    }

    private static Optional<String> control(String name, Map<String, String> there, Map<String, String> source) {
        String installed = there.get(name.toLowerCase(Locale.ROOT));
        String made = source.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        if (installed == null) {
            return Optional.of("'" + name + "', which the destination "
                    + (there.isEmpty() ? "may lack, because it does not tell its controls" : "does not have"));
        }
        return made.isEmpty() || made.equals(installed)
                ? Optional.empty()
                : Optional.of(
                        "'" + name + "', which is " + made + " in the source and " + installed + " in the destination");
    }

    private static Map<String, String> lower(Map<String, String> controls) {
        return controls.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, second) -> first));
    }

    private Optional<Finding> finding(String names, String rule, Verdict verdict, String reason, String remedy) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        rule,
                        solution.key(),
                        verdict,
                        new Explanation(reason, remedy, verdict == Verdict.BLOCK ? SURE : GUESS)));
    }
}
