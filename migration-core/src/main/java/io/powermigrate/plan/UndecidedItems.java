package io.powermigrate.plan;

import io.powermigrate.internal.text.Natural;
import io.powermigrate.internal.text.Words;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The open items of the recreate list: those that one line or the same work settles are one. */
final class UndecidedItems {

    private final Plan plan;
    private final PageNames names;

    UndecidedItems(Plan plan, PageNames names) {
        this.plan = plan;
        this.names = names;
    }

    /** What has to be the same for items to be settled at once. */
    private record Same(String type, RecreateItem.State state, String settledBy, String reason, String remedy) {

        static Same of(RecreateItem item) {
            Optional<String> line = shared(item).map(Candidate::id);
            boolean isMissing = item.state() == RecreateItem.State.MISSING;
            return new Same(
                    item.key().type(),
                    item.state(),
                    line.orElse(isMissing ? "" : item.key().name() + item.key().twin()),
                    item.reason(),
                    item.remedy());
        }
    }

    /** What it shares with others, where a line says so. */
    private static Optional<Candidate> shared(RecreateItem item) {
        return Optional.ofNullable(item.shared()).filter(shared -> item.lines().stream()
                .anyMatch(line -> line.from().equals(shared.id())));
    }

    List<Undecided> all() {
        Map<Same, List<RecreateItem>> same = new LinkedHashMap<>();
        plan.recreate().stream().filter(item -> !item.isSatisfied()).forEach(item -> same.computeIfAbsent(
                        Same.of(item), words -> new ArrayList<>())
                .add(item));
        return same.values().stream().map(this::one).toList();
    }

    private Undecided one(List<RecreateItem> items) {
        RecreateItem first = items.get(0);
        Optional<Candidate> shared = shared(first);
        String title = title(items, shared);
        List<Item> listed =
                items.stream().map(this::item).sorted(PageNames.ORDER).toList();
        List<Choice> choices = shared.map(of -> choices(first, of.id())).orElse(List.of());
        List<Line> lines = first.lines().stream()
                .filter(Binding::isToBeFilledIn)
                .filter(line -> items.size() == 1
                        || shared.filter(of -> of.id().equals(line.from())).isPresent())
                .map(Line::of)
                .toList();
        boolean isJob = first.state() == RecreateItem.State.MISSING;
        Group group = Group.of(key(items, shared), title, isJob ? State.BY_HAND : State.WAITING, listed)
                .because("", reason(items), first.remedy(), first.basis().toString())
                .answeredBy(
                        choices.isEmpty() && items.size() == 1 ? listed.get(0).choices() : choices,
                        lines,
                        names.links(first.key().type()));
        return new Undecided(
                group,
                shared.map(Candidate::name).orElse(items.size() == 1 ? first.displayName() : title),
                isJob,
                items.stream().map(RecreateItem::key).collect(Collectors.toSet()));
    }

    private static String key(List<RecreateItem> items, Optional<Candidate> shared) {
        ResourceKey first = items.get(0).key();
        return first.type() + ":"
                + shared.map(Candidate::id)
                        .orElse(first.name()
                                + (first.twin().isEmpty() ? "" : ":" + first.twin())
                                + (items.size() == 1 ? "" : " and others"));
    }

    private String title(List<RecreateItem> items, Optional<Candidate> shared) {
        RecreateItem first = items.get(0);
        String source = plan.content().source().name();
        String there = plan.content().destination().name();
        String noun = PageNames.noun(first.key().type());
        String before = shared.map(of -> of.name() + ": ").orElse("");
        return switch (first.state()) {
            case AMBIGUOUS ->
                before
                        + (before.isEmpty() ? "Which " : "which ") + noun + " in " + there + " replaces "
                        + (items.size() == 1 ? quoted(first.displayName()) : "the " + items.size() + " of " + source)
                        + "?";
            case NOT_FOUND ->
                "Which " + noun + " in " + there + " does the mapping mean for " + quoted(first.displayName()) + "?";
            case MISSING, SATISFIED ->
                before + (before.isEmpty() ? "Make " : "make ")
                        + (items.size() == 1
                                ? "the " + noun + " " + quoted(first.displayName())
                                : Words.counted(items.size(), noun))
                        + " in " + there + " by hand";
        };
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static String reason(List<RecreateItem> items) {
        RecreateItem first = items.get(0);
        String fit = first.candidates().isEmpty()
                ? ""
                : Words.first(first.candidates().size())
                        + (first.state() == RecreateItem.State.NOT_FOUND
                                ? " could be meant. "
                                : first.candidates().size() == 1 ? " fits. " : " fit. ");
        return fit + Words.sentence(first.state() == RecreateItem.State.NOT_FOUND ? first.by() : first.reason());
    }

    private Item item(RecreateItem item) {
        Step step = names.step(item.key());
        String id = step == null ? item.key().twin() : step.originId();
        List<Choice> own = choices(item, id);
        List<Line> fill = item.lines().stream()
                .filter(line -> line.isToBeFilledIn() && line.from().equals(id))
                .map(Line::of)
                .toList();
        String files = item.files().stream()
                .map(file -> file.isThere()
                        ? "file " + file.path()
                        : "without the file " + file.name() + ": " + file.problem())
                .collect(Collectors.joining("; "));
        return Item.of(item.key(), item.displayName(), id, State.BY_HAND)
                .saying(files)
                .answeredBy(own, fill, item.waiting().size());
    }

    /** The lines that are about a value, in natural order of what they lead to. */
    private static List<Choice> choices(RecreateItem item, String from) {
        return item.lines().stream()
                .filter(line -> line.from().equals(from) && !line.isToBeFilledIn())
                .map(line -> new Choice(name(line, item.candidates()), line.isNew() ? "" : line.to(), Line.of(line)))
                .sorted(Comparator.comparing(Choice::name, Natural.ORDER).thenComparing(Choice::id))
                .toList();
    }

    static String name(Binding line, List<Candidate> candidates) {
        return line.isNew()
                ? "a new one"
                : candidates.stream()
                        .filter(each -> each.id().equals(line.to()))
                        .map(Candidate::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("(name not known)");
    }
}
