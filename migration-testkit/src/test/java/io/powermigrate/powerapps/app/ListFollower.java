package io.powermigrate.powerapps.app;

import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.Step;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does what a plan asks a person for, knowing nothing but its text: follows recipes, and pastes lines into the mapping. */
final class ListFollower {

    private static final Pattern LINE = Pattern.compile("Binding\\.of\\(\"text\", \"((?:[^\"\\\\]|\\\\.)+)\", \"<");

    private final RecipeFollower recipes;
    private final Map<String, Binding> pasted = new LinkedHashMap<>();
    private final Map<ResourceKey, String> made = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    ListFollower(RecipeFollower recipes) {
        this.recipes = recipes;
    }

    Collection<Binding> pasted() {
        return List.copyOf(pasted.values());
    }

    void follow(Plan plan) {
        Set<ResourceKey> listed =
                plan.recreate().stream().map(RecreateItem::key).collect(Collectors.toSet());
        plan.recreate().forEach(this::follow);
        plan.steps().stream().filter(step -> !listed.contains(step.key())).forEach(this::unblock);
        plan.steps().forEach(this::read);
    }

    private void follow(RecreateItem item) {
        switch (item.state()) {
            case SATISFIED -> {}
            case AMBIGUOUS, NOT_FOUND -> settle(item.lines());
            case MISSING -> missing(item);
        }
    }

    /** What was made before, and is not found, gets its line. */
    private void missing(RecreateItem item) {
        Optional<String> known = Optional.ofNullable(made.get(item.key()));
        known.or(() -> recipes.make(item)).ifPresent(there -> {
            made.put(item.key(), there);
            if (known.isPresent() || item.remedy().contains("bind it with a line")) {
                fillIn(item, there);
            }
        });
    }

    /** The line of the item itself is the last one. */
    private void fillIn(RecreateItem item, String there) {
        List<Binding> lines =
                item.lines().stream().filter(Binding::isToBeFilledIn).toList();
        Binding own = lines.get(lines.size() - 1);
        paste(new Binding(own.type(), own.from(), there));
    }

    private void unblock(Step step) {
        step.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.BLOCK && step.action() == Action.BLOCKED)
                .forEach(finding -> settle(finding.suggestions()));
    }

    /** Lines of texts stand in findings of steps that are not skipped. */
    private void read(Step step) {
        for (Finding finding : step.action() == Action.SKIP ? List.<Finding>of() : step.findings()) {
            if (finding.verdict() != Verdict.MIGRATE) {
                finding.suggestions().stream()
                        .filter(line -> line.isToBeFilledIn() && isText(line))
                        .forEach(line -> text(line.from()));
                Matcher lines = LINE.matcher(finding.remedy());
                while (lines.find()) {
                    text(lines.group(1).translateEscapes());
                }
            }
        }
    }

    private static boolean isText(Binding line) {
        return line.type().equals(SlotType.TEXT) || line.type().equals(SlotType.ADDRESS);
    }

    /** One of several: each of the source its own one, as long as there is one. */
    private void settle(List<Binding> lines) {
        List<Binding> there =
                lines.stream().filter(line -> !line.isToBeFilledIn()).toList();
        if (there.stream().anyMatch(pasted.values()::contains)) { // one line for several
            return;
        }
        there.stream()
                .filter(line -> line.isNew() || !taken.contains(line.type() + " " + line.to()))
                .findFirst()
                .or(() -> there.stream().findFirst())
                .ifPresent(this::paste);
    }

    /** In the place of the line for the same, where there is one. */
    private void paste(Binding line) {
        taken.add(line.type() + " " + line.to());
        pasted.put(line.type() + " " + canonical(line.from()), line);
    }

    private static String canonical(String from) {
        return SiteAddress.canonical(from).toLowerCase(Locale.ROOT);
    }

    /** A site or a list of the destination; what is neither is the same there. */
    private void text(String from) {
        String canonical = canonical(from);
        String own = UUID.nameUUIDFromBytes(canonical.getBytes(StandardCharsets.UTF_8))
                .toString();
        if (from.startsWith("<") || pasted.containsKey(SlotType.TEXT + " " + canonical)) {
            return;
        }
        paste(new Binding(
                SlotType.TEXT,
                from,
                canonical.contains("sharepoint")
                        ? "https://fabrikam.sharepoint.com/sites/" + own.substring(0, 8)
                        : from.matches("[0-9a-f-]{36}") ? own : from));
    }
}
