package io.powermigrate.internal.plan;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Nearest;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Step;
import io.powermigrate.plan.Unmatched;
import io.powermigrate.plan.Waiver;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.Verdict;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what the caller set and no resource of the plan met. */
final class UnmatchedSettings {

    private final PlanOptions options;
    private final Plugins plugins;
    private final Workspace workspace;
    private final Reading reading;
    private final Set<String> types = new TreeSet<>();

    UnmatchedSettings(PlanTools tools, Reading reading) {
        this.options = tools.options();
        this.plugins = tools.plugins();
        this.workspace = tools.workspace();
        this.reading = reading;
        plugins.types().stream().map(ResourceType::name).forEach(types::add);
    }

    /** What was set in vain, given the lines of the mapping that were met and the steps that came of it all. */
    List<Unmatched> all(Set<Binding> met, List<Step> steps) {
        return Stream.of(
                        scope(),
                        rules(),
                        lines(met),
                        new UnmatchedTexts(plugins, workspace, reading).all(met),
                        waivers(steps),
                        recreated(steps),
                        unread(),
                        files(steps))
                .flatMap(Collection::stream)
                .toList();
    }

    private List<Unmatched> scope() {
        List<Unmatched> found = new ArrayList<>();
        Set<String> asked = options.scope().types();
        asked.stream().filter(type -> !types.contains(type)).forEach(type -> found.add(unknown("scope " + type, type)));
        List<String> names = reading.source().all().stream()
                .filter(each -> asked.isEmpty() || asked.contains(each.key().type()))
                .map(Resource::displayName)
                .toList();
        options.scope()
                .unmatched(names)
                .forEach(pattern -> found.add(new Unmatched(
                        "scope named \"" + pattern + "\"",
                        "nothing in " + reading.source().name() + " is called so",
                        Nearest.to(pattern.replace("*", ""), names))));
        return found;
    }

    private List<Unmatched> lines(Set<Binding> met) {
        return reading.mapping().given().stream()
                .filter(line -> !met.contains(line))
                .flatMap(line -> line(line).stream())
                .toList();
    }

    private List<Unmatched> line(Binding line) {
        String type = line.type().name();
        String words = words(reading.mapping(), line);
        if (!types.contains(type)) {
            return isOther(line.type()) ? List.of() : List.of(unknown(words, type));
        }
        String where = reading.source().name();
        if (reading.source().byId(type, line.from()).isPresent()) {
            return List.of(); // it is there, and the plan is not about it
        }
        List<Resource> all = reading.source().all(type);
        List<Resource> called =
                all.stream().filter(each -> isCalled(each, line.from())).toList();
        return switch (called.size()) {
            case 0 ->
                List.of(new Unmatched(
                        words, "no " + type + " of " + where + " has this id or name", similar(line.from(), all)));
            case 1 -> List.of();
            default ->
                List.of(new Unmatched(
                        words,
                        called.size() + " of " + where + " are called so, and a line is about one id",
                        called.stream().map(Resource::id).toList()));
        };
    }

    /** A line as the caller knows it, with the place that it stands in. */
    static String words(Mapping mapping, Binding line) {
        return "mapping " + line.type() + " \"" + line.from() + "\""
                + mapping.place(line).map(place -> " (" + place + ")").orElse("");
    }

    private boolean isOther(SlotType type) {
        return UnmatchedTexts.isText(type)
                || reading.source().all().stream()
                        .flatMap(each -> each.item().slots().stream())
                        .anyMatch(slot -> slot.type().equals(type));
    }

    private static boolean isCalled(Resource resource, String name) {
        return name.equalsIgnoreCase(resource.key().name()) || name.equalsIgnoreCase(resource.displayName());
    }

    private static List<String> similar(String wanted, List<Resource> all) {
        return Nearest.to(
                wanted,
                all.stream()
                        .flatMap(each -> Stream.of(each.id(), each.key().name(), each.displayName()))
                        .distinct()
                        .toList());
    }

    /** A set of the caller's own rules alone has the caller's name; and a rule about what nobody reads never speaks. */
    private List<Unmatched> rules() {
        List<Unmatched> found = new ArrayList<>();
        List<String> names =
                plugins.ruleSets().stream().map(RuleSet::name).distinct().toList();
        String name = options.rules().name();
        if (!names.isEmpty() && !names.contains(name)) {
            found.add(new Unmatched(
                    "ruleSet " + name, "no installed plugin has rules of this set", Nearest.to(name, names)));
        }
        options.rules().rules().stream()
                .filter(rule -> !types.contains(rule.subject().name()))
                .forEach(rule -> found.add(
                        unknown("addRules " + rule.id(), rule.subject().name())));
        return found;
    }

    private List<Unmatched> waivers(List<Step> steps) {
        return options.waivers().stream()
                .filter(waiver -> steps.stream()
                        .flatMap(step -> step.findings().stream())
                        .noneMatch(finding -> finding.rule().equals(waiver.rule())
                                && finding.resource().equals(waiver.resource())))
                .map(waiver -> waiver(waiver, steps))
                .toList();
    }

    private Unmatched waiver(Waiver waiver, List<Step> steps) {
        ResourceKey resource = waiver.resource();
        Set<String> here = new TreeSet<>();
        steps.stream().filter(step -> step.key().equals(resource)).forEach(step -> step.findings()
                .forEach(finding -> here.add(finding.rule())));
        Set<String> rules = new TreeSet<>(here);
        options.rules().rules().stream().map(Rule::id).forEach(rules::add);
        boolean known = steps.stream().anyMatch(step -> step.key().equals(resource));
        return new Unmatched(
                "waive " + waiver.rule() + " of " + resource,
                known ? "nothing of this rule was found there" : "the plan is not about this resource",
                known
                        ? Nearest.to(waiver.rule(), rules)
                        : Nearest.to(
                                resource.name(),
                                steps.stream().map(step -> step.key().name()).toList()));
    }

    private List<Unmatched> recreated(List<Step> steps) {
        return options.recreate().stream()
                .sorted()
                .flatMap(type -> recreated(type, steps).stream())
                .toList();
    }

    private Optional<Unmatched> recreated(String type, List<Step> steps) {
        String setting = "recreate " + type;
        if (!types.contains(type)) {
            return Optional.of(unknown(setting, type));
        }
        if (plugins.migrator(type).isEmpty()) {
            return Optional.of(new Unmatched(setting, "no migrator makes it, so a person does", List.of()));
        }
        List<Step> ofType =
                steps.stream().filter(step -> step.key().type().equals(type)).toList();
        boolean switched = ofType.stream()
                .flatMap(step -> step.findings().stream())
                .anyMatch(finding -> finding.verdict() == Verdict.RECREATE);
        return ofType.isEmpty() || switched
                ? Optional.empty()
                : Optional.of(new Unmatched(setting, "the rules leave none of them to this switch", List.of()));
    }

    private List<Unmatched> unread() {
        return options.mayStayUnread().stream()
                .filter(type -> !types.contains(type))
                .sorted()
                .map(type -> unknown("allowUnread " + type, type))
                .toList();
    }

    /** Files of what is to be changed lie in the workspace that the source was read into. */
    private List<Unmatched> files(List<Step> steps) {
        List<String> missing = steps.stream()
                .filter(step -> step.action().writes())
                .flatMap(step -> reading.source().find(step.key()).stream())
                .flatMap(each -> each.artifacts().stream())
                .filter(artifact -> !workspace.holds(artifact))
                .map(Artifact::name)
                .distinct()
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(new Unmatched(
                        "workspace",
                        "it does not hold " + Counted.of(missing.size(), "file") + " of the source, such as "
                                + missing.get(0)
                                + "; without them nothing is carried out. Give the one that the source was read into",
                        List.of()));
    }

    private Unmatched unknown(String setting, String type) {
        return new Unmatched(setting, "no installed plugin reads the type \"" + type + "\"", Nearest.to(type, types));
    }
}
