package io.powermigrate.plan;

import io.powermigrate.internal.text.Nearest;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import io.powermigrate.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what the caller set and no resource of the plan met. */
final class UnmatchedSettings {

    private final PlanOptions options;
    private final Plugins plugins;
    private final Reading reading;
    private final Set<String> types = new TreeSet<>();

    UnmatchedSettings(Planner.Tools tools, Reading reading) {
        this.options = tools.options();
        this.plugins = tools.plugins();
        this.reading = reading;
        plugins.types().stream().map(ResourceType::name).forEach(types::add);
    }

    /** What was set in vain, given the lines of the mapping that were met and the steps that came of it all. */
    List<Unmatched> all(Set<Binding> met, List<Step> steps) {
        return Stream.of(scope(), lines(met), waivers(steps), recreated(), unread())
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
        String words = "mapping " + type + " \"" + line.from() + "\"";
        if (!types.contains(type)) {
            return isOther(line.type()) ? List.of() : List.of(unknown(words, type));
        }
        List<Resource> all = reading.source().all(type);
        if (all.stream().anyMatch(each -> isCalled(each, line.from()))) {
            return List.of(); // it is there, and the plan is not about it
        }
        return List.of(new Unmatched(
                words,
                "no " + type + " of " + reading.source().name() + " has this id or name",
                similar(line.from(), all)));
    }

    private boolean isOther(SlotType type) {
        return type.equals(SlotType.TEXT)
                || type.equals(SlotType.ADDRESS)
                || reading.source().all().stream()
                        .flatMap(each -> each.item().slots().stream())
                        .anyMatch(slot -> slot.type().equals(type));
    }

    private static boolean isCalled(Resource resource, String name) {
        return name.equalsIgnoreCase(resource.id())
                || name.equalsIgnoreCase(resource.key().name());
    }

    /** By id and name; what is called so for people is told by its id. */
    private static List<String> similar(String wanted, List<Resource> all) {
        List<String> shown = all.stream()
                .filter(each -> each.displayName().equalsIgnoreCase(wanted))
                .map(Resource::id)
                .toList();
        return shown.isEmpty()
                ? Nearest.to(
                        wanted,
                        all.stream()
                                .flatMap(each -> Stream.of(each.id(), each.key().name()))
                                .toList())
                : shown;
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

    private List<Unmatched> recreated() {
        return options.recreate().stream()
                .filter(type -> plugins.migrator(type).isEmpty())
                .sorted()
                .map(type -> types.contains(type)
                        ? new Unmatched("recreate " + type, "no migrator makes it, so a person does", List.of())
                        : unknown("recreate " + type, type))
                .toList();
    }

    private List<Unmatched> unread() {
        return options.mayStayUnread().stream()
                .filter(type -> !types.contains(type))
                .sorted()
                .map(type -> unknown("allowUnread " + type, type))
                .toList();
    }

    private Unmatched unknown(String setting, String type) {
        return new Unmatched(setting, "no installed plugin reads the type \"" + type + "\"", Nearest.to(type, types));
    }
}
