package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A section as blocks: what it needs at least, what it would take, and its lines in a room. */
final class Blocks {

    private static final String INDENT = "     ";

    private final Section section;
    private final List<String> heading;
    private final List<Block> blocks;
    private final int width;
    private final String unit;
    private final boolean spaced;

    Blocks(Section section, List<String> heading, int width, String unit, Stream<Block> blocks) {
        this.section = section;
        this.heading = heading;
        this.width = width;
        this.unit = unit;
        this.spaced = section.key() == Section.Key.DECISIONS;
        this.blocks = blocks.toList();
    }

    /** A heading and a line for each group. */
    int least() {
        return heading.size()
                + blocks.stream().mapToInt(block -> block.shortest().size()).sum();
    }

    int whole() {
        return heading.size() + blocks.stream().mapToInt(this::whole).sum();
    }

    private int whole(Block block) {
        return block.size(INDENT, width) + (spaced ? 1 : 0);
    }

    /** What fits: the first groups in full, the others in short, and of too many the number. */
    List<String> within(int room) {
        List<String> lines = new ArrayList<>(heading);
        int left = room - heading.size();
        int shown = shown(left);
        int later = blocks.stream()
                .limit(shown)
                .mapToInt(block -> block.shortest().size())
                .sum();
        left -= shown < blocks.size() ? 1 : 0;
        for (Block block : blocks.subList(0, shown)) {
            later -= block.shortest().size();
            List<String> some = block.within(Math.max(left - later - (spaced ? 1 : 0), 1), INDENT, width);
            lines.addAll(some);
            left -= some.size();
            if (spaced && some.size() > block.shortest().size() && left - later > 0) {
                lines.add("");
                left--;
            }
        }
        if (shown < blocks.size()) {
            lines.add("  " + rest(shown));
        }
        return lines;
    }

    private int shown(int room) {
        int taken = 0;
        for (int i = 0; i < blocks.size(); i++) {
            taken += blocks.get(i).shortest().size();
            if (taken > room - (i < blocks.size() - 1 ? 1 : 0)) {
                return Math.max(i, 1);
            }
        }
        return blocks.size();
    }

    private String rest(int shown) {
        List<Group> others = section.groups().subList(shown, blocks.size());
        long frees = others.stream()
                .mapToLong(group -> group.gain() == null ? 0 : group.gain().now())
                .sum();
        long items = others.stream().mapToLong(group -> group.items().size()).sum();
        String more = frees > 0
                ? " that free " + Words.counted(frees, unit)
                : items > 0 ? " with " + Words.counted(items, "item") : "";
        return "… and " + Words.number(others.size()) + " more" + more;
    }
}
