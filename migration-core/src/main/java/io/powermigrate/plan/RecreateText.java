package io.powermigrate.plan;

import io.powermigrate.internal.text.Lines;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The recreate list as people read it: items of which the same is to be said stand together, in the place of the first. */
final class RecreateText {

    private final Lines page;

    RecreateText(Lines page) {
        this.page = page;
    }

    /** What is the same for several items. */
    private record Words(String type, RecreateItem.State state, String by, String reason, String remedy, Basis basis) {

        static Words of(RecreateItem item) {
            return new Words(item.key().type(), item.state(), item.by(), item.reason(), item.remedy(), item.basis());
        }
    }

    void write(List<RecreateItem> items) {
        if (items.isEmpty()) {
            return;
        }
        long open = items.stream().filter(item -> !item.isSatisfied()).count();
        page.title("MUST BE RECREATED (" + open + " of " + items.size() + " open)");
        folders(items);
        Map<Words, List<RecreateItem>> same = new LinkedHashMap<>();
        items.forEach(item ->
                same.computeIfAbsent(Words.of(item), words -> new ArrayList<>()).add(item));
        same.forEach(this::write);
    }

    /** Where the files are; that a temporary one goes is told before somebody counts on it. */
    private void folders(List<RecreateItem> items) {
        items.stream()
                .flatMap(item -> item.files().stream())
                .filter(RecreateFile::isThere)
                .map(file -> "  files: " + file.folder()
                        + (file.temporary()
                                ? " (deleted when the migration is closed: copy what you need before, or build the migration"
                                        + " with workspace(Workspace.at(folder)))"
                                : ""))
                .distinct()
                .forEach(page::line);
    }

    private void write(Words words, List<RecreateItem> same) {
        RecreateItem first = same.get(0);
        if (same.size() == 1 || first.isSatisfied()) {
            same.forEach(this::one);
            return;
        }
        page.line("  [ ] " + first.state() + " " + same.size() + " of the type " + words.type() + ": " + words.by());
        page.list("      these: ", same.stream().map(RecreateItem::key).toList());
        details(first, settling(same));
        waiting(same);
    }

    private void one(RecreateItem item) {
        page.line((item.isSatisfied() ? "  [x] " : "  [ ] ") + item.state() + " " + item.key() + ": " + item.by());
        if (!item.isSatisfied()) {
            details(item, item.lines());
            waiting(List.of(item));
        }
    }

    private void details(RecreateItem item, List<Binding> lines) {
        page.line("      why: " + item.reason() + " [" + item.basis() + "]");
        page.line("      do: " + item.remedy());
        item.files().forEach(this::file);
        lines.forEach(line -> page.line("      or " + Pasted.verb(line) + Pasted.line(line, item.candidates())));
    }

    private void file(RecreateFile file) {
        page.line(
                file.isThere()
                        ? "      file: " + file.path()
                        : "      without the file " + file.name() + ": " + file.problem());
    }

    /** Where some lines settle all of them, only those; the plan has one for each, too. */
    private static List<Binding> settling(List<RecreateItem> same) {
        List<Binding> ofAll = same.get(0).lines().stream()
                .filter(line -> same.stream().allMatch(item -> item.lines().contains(line)))
                .toList();
        return ofAll.isEmpty()
                ? same.stream()
                        .flatMap(item -> item.lines().stream())
                        .distinct()
                        .toList()
                : ofAll;
    }

    private void waiting(List<RecreateItem> items) {
        TreeSet<ResourceKey> waiting = new TreeSet<>();
        items.forEach(item -> waiting.addAll(item.waiting()));
        if (!waiting.isEmpty()) {
            page.list("      waits: ", waiting);
        }
    }
}
