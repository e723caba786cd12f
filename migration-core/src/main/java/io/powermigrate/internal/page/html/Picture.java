package io.powermigrate.internal.page.html;

import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The picture as numbers: what is ready by wave, what waits for which decisions, what a person makes. At most eight decisions and 24
 * rows; the rest is folded into one. A mark stands for one resource, of very many for 10, 100 or 1,000.
 */
final class Picture {

    static final int MOST_DECISIONS = 8;
    private static final int MOST_ROWS = 24;
    private static final int MOST_MARKS = 400;

    private final Page page;
    private final Numbers numbers;

    Picture(Page page, Numbers numbers) {
        this.page = page;
        this.numbers = numbers;
    }

    /**
     * A row of marks.
     *
     * @param label in front of it
     * @param state of its resources
     * @param needs the decisions that it waits for
     * @param count how many resources
     * @param index of the row among those that wait; -1 where it is none, or several
     */
    record Row(String label, State state, List<Integer> needs, long count, int index) {

        double middle() {
            return needs.stream().mapToInt(Integer::intValue).average().orElse(-1);
        }
    }

    /** How many resources a mark stands for. */
    long scale() {
        long total = page.figure("total");
        long scale = 1;
        while (total / scale > MOST_MARKS && scale < 1000) {
            scale *= 10;
        }
        return scale;
    }

    List<Group> decisions() {
        List<Group> all = numbers.decisions();
        return all.subList(0, Math.min(MOST_DECISIONS, all.size()));
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        page.section(Section.Key.HAPPENS).ifPresent(happens -> happens.groups()
                .forEach(group -> rows.add(new Row(
                        group.title(), State.READY, List.of(), group.items().size(), -1))));
        rows.addAll(waiting());
        long byHand = page.figure("by-hand");
        if (byHand > 0) {
            rows.add(new Row("by hand", State.BY_HAND, List.of(), byHand, -1));
        }
        return rows;
    }

    private List<Row> waiting() {
        List<Group> groups =
                page.section(Section.Key.WAITS).map(Section::groups).orElse(List.of());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Integer> needs = numbers.needs(groups.get(i));
            rows.add(new Row(
                    label(needs), State.WAITING, needs, groups.get(i).items().size(), i));
        }
        rows.sort(Comparator.comparing(Row::count).reversed());
        List<Row> shown = new ArrayList<>();
        List<Row> folded = new ArrayList<>();
        for (Row row : rows) {
            boolean fits = shown.size() < MOST_ROWS && row.needs().stream().allMatch(need -> need < MOST_DECISIONS);
            (fits ? shown : folded).add(row);
        }
        shown.sort(Comparator.comparingDouble(Row::middle).thenComparing(Row::label));
        if (!folded.isEmpty()) {
            long count = folded.stream().mapToLong(Row::count).sum();
            shown.add(new Row("others", State.WAITING, List.of(), count, -1));
        }
        return shown;
    }

    private static String label(List<Integer> needs) {
        return needs.isEmpty()
                ? "?"
                : String.join(
                        " + ",
                        needs.stream().map(need -> String.valueOf(need + 1)).toList());
    }
}
