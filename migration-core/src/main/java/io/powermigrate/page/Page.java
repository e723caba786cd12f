package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people read of a plan, a report, a rollout or a comparison, without any format: no width, no colour, no HTML.
 * Everything is in its final order; formats show it and decide nothing. Texts may come from outside: formats escape them.
 * Immutable.
 *
 * <pre>{@code
 * Page page = plan.page();
 * System.out.println(page.verdict());
 * page.section(Section.Key.DECISIONS).ifPresent(decisions -> decisions.groups().forEach(System.out::println));
 * }</pre>
 *
 * @param kind what it is about
 * @param title what it is, from where to where
 * @param from the name of the environment that resources come from
 * @param to the name of the environment that they go to
 * @param verdict the sentence that counts everything
 * @param lede what follows from it, in sentences
 * @param unit what is counted, in the singular, such as {@code app}
 * @param figures numbers at the top
 * @param sections in the order in which they are read
 * @param facts about the whole
 * @param notes at the end, such as what another format tells
 */
public record Page(
        Kind kind,
        String title,
        String from,
        String to,
        String verdict,
        List<String> lede,
        String unit,
        List<Figure> figures,
        List<Section> sections,
        List<Fact> facts,
        List<String> notes) {

    /** What a page is about. */
    public enum Kind {
        /** What will happen. */
        PLAN,
        /** What came of it. */
        REPORT,
        /** What came of many. */
        ROLLOUT,
        /** What differs between two plans or inventories. */
        DIFFERENCE;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Page {
        lede = List.copyOf(lede);
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    /** A section; empty where the page has no such one. */
    public Optional<Section> section(Section.Key key) {
        return sections.stream().filter(section -> section.key() == key).findFirst();
    }

    /** The value of a figure; 0 where the page has no such one. */
    public long figure(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key))
                .mapToLong(Figure::value)
                .findFirst()
                .orElse(0);
    }

    @Override
    public String toString() {
        return Shown.value(title + ": " + verdict);
    }
}
