package io.powermigrate.internal.page.junit;

import io.powermigrate.internal.page.junit.JUnitCase.End;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.Place;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a page is a case, and how it ended: a failure where somebody has to do something before it is right. */
final class JUnitCases {

    private JUnitCases() {}

    /** The page as a whole; of a plan, whether it can be approved where there is something to do. */
    static JUnitCase verdict(Page page) {
        List<String> lines = new ArrayList<>(List.of(page.verdict()));
        lines.addAll(page.lede());
        boolean isOpen =
                Stream.of("ready", "waiting", "by-hand", "decisions", "jobs").anyMatch(key -> page.figure(key) > 0);
        boolean isStuck = page.kind() == Page.Kind.PLAN && page.figure("approvable") == 0 && isOpen;
        return new JUnitCase(
                page.title(),
                "",
                isStuck ? End.FAILED : End.PASSED,
                isStuck ? lines(lines, " ") : "",
                lines(lines, "\n"));
    }

    /** Decisions, risks and gaps are a case each; elsewhere each resource is one. */
    static Stream<JUnitCase> of(Section section) {
        return switch (section.key()) {
            case WARNINGS, DECISIONS, RISKS, UNCHECKED, AFTER ->
                section.groups().stream().map(group -> whole(section, group));
            default -> section.groups().stream().flatMap(JUnitCases::each);
        };
    }

    private static JUnitCase whole(Section section, Group group) {
        boolean isBad = section.key() == Section.Key.DECISIONS || group.state() == State.FAILED;
        List<String> detail = new ArrayList<>();
        group.items().stream().map(JUnitCases::words).forEach(detail::add);
        group.choices()
                .forEach(choice ->
                        detail.add(choice.name() + ": " + choice.line().code()));
        group.lines().forEach(line -> detail.add(line.code()));
        return new JUnitCase(group.title(), "", isBad ? End.FAILED : End.SKIPPED, why(group, ""), lines(detail, "\n"));
    }

    private static Stream<JUnitCase> each(Group group) {
        return group.items().isEmpty()
                ? Stream.of(new JUnitCase(group.title(), "", end(group.state()), why(group, ""), ""))
                : group.items().stream().map(item -> one(group, item));
    }

    private static JUnitCase one(Group group, Item item) {
        String type = item.key() == null ? "" : item.key().type();
        String name = item.key() != null && item.key().isTwin() ? item.name() + " (" + item.id() + ")" : item.name();
        End end = end(item.state());
        return end == End.PASSED
                ? JUnitCase.passed(name, type)
                : new JUnitCase(
                        name,
                        type,
                        end,
                        why(group, item.words()),
                        lines(item.places().stream().map(JUnitCases::words).toList(), "\n"));
    }

    private static End end(State state) {
        return switch (state) {
            case READY, THERE, DONE -> End.PASSED;
            case WAITING, BY_HAND, NOT_COMPARED -> End.SKIPPED;
            case FAILED, PARTLY, UNVERIFIED, NOT_RUN, NEW, GONE, CHANGED -> End.FAILED;
        };
    }

    private static String why(Group group, String words) {
        return Stream.of(group.title(), words, group.reason(), group.remedy())
                .map(Words::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String words(Item item) {
        return item.words().isEmpty() ? item.name() : item.name() + ": " + item.words();
    }

    private static String words(Place place) {
        return Stream.of(place.artifact(), place.words(), place.excerpt())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static String lines(List<String> lines, String between) {
        return lines.stream().map(Shown::message).collect(Collectors.joining(between));
    }
}
