package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Limits;
import io.powermigrate.canvas.rebind.DocumentChange;
import io.powermigrate.canvas.rebind.OriginReference;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.SlotType;
import io.powermigrate.store.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which texts of a mapping stand in the document of an app where a line would replace them. */
final class TextLines {

    private final CanvasApp app;
    private final Workspace workspace;
    private final Limits limits;

    TextLines(CanvasApp app, Workspace workspace, Limits limits) {
        this.app = app;
        this.workspace = workspace;
        this.limits = limits;
    }

    /** Of a document that is not here nothing is known: then all. Addresses are met in the slots of the app. */
    Collection<Binding> met(Collection<Binding> lines) {
        Optional<Artifact> document = app.document();
        if (!app.isClassic()) {
            return List.of();
        }
        if (document.isEmpty() || !workspace.holds(document.get())) {
            return lines;
        }
        List<Binding> texts =
                lines.stream().filter(line -> line.type().equals(SlotType.TEXT)).toList();
        CanvasDocument opened = CanvasDocument.open(workspace.file(document.get()), limits);
        Set<Binding> found = new LinkedHashSet<>(in(opened, texts));
        List<Binding> hidden = texts.stream()
                .filter(line -> !found.contains(line) && mayBeHidden(line, found))
                .toList();
        hidden.forEach(line -> found.addAll(in(opened, List.of(line))));
        return found;
    }

    /** Where several lines fit one place the longest counts: whether a shorter one fits, too, only its own rebinding tells. */
    private static boolean mayBeHidden(Binding line, Set<Binding> found) {
        String text = line.from().toLowerCase(Locale.ROOT);
        return !found.isEmpty()
                && (SiteAddress.isOne(line.from())
                        || found.stream()
                                .anyMatch(other ->
                                        other.from().toLowerCase(Locale.ROOT).contains(text)));
    }

    /**
     * The lines that one rebinding replaces something by. A line with the same value on both sides replaces nothing, so each
     * gets a value of its own here, which nobody reads and which tells the line.
     */
    private static List<Binding> in(CanvasDocument document, List<Binding> texts) {
        Rebinding.Builder builder = Rebinding.builder();
        AppRebinding.longEnough(texts).forEach(line -> {
            String other = other(line.from());
            builder.text(line.from(), other).formulaText(line.from(), other);
        });
        Set<String> values = document.rebind(builder.build()).changes().stream()
                .filter(change -> change.tie().treatment() != OriginReference.Treatment.REMOVED)
                .map(DocumentChange::to)
                .collect(Collectors.toSet());
        return texts.stream()
                .filter(line -> values.stream().anyMatch(value -> value.contains(id(line.from()))))
                .toList();
    }

    private static String other(String text) {
        return SiteAddress.isOne(text) ? "https://nowhere.invalid/" + id(text) : id(text);
    }

    private static String id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
