package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Limits;
import io.powermigrate.canvas.rebind.OriginReference;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.SlotType;
import io.powermigrate.store.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        return isIn(opened, texts)
                ? texts.stream().filter(line -> isIn(opened, List.of(line))).toList()
                : List.of();
    }

    /** A line with the same value on both sides replaces nothing, so each gets another value here, which nobody reads. */
    private static boolean isIn(CanvasDocument document, List<Binding> texts) {
        Rebinding.Builder builder = Rebinding.builder();
        AppRebinding.longEnough(texts).forEach(line -> {
            String other = other(line.from());
            builder.text(line.from(), other).formulaText(line.from(), other);
        });
        return document.rebind(builder.build()).changes().stream()
                .anyMatch(change -> change.tie().treatment() != OriginReference.Treatment.REMOVED);
    }

    private static String other(String text) {
        String id =
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        return SiteAddress.isOne(text) ? "https://nowhere.invalid/" + id : id;
    }
}
