package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Limits;
import io.powermigrate.canvas.rebind.RebindResult;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The document of an app as the destination should hold it: bound to what is there, without the source's secrets. */
final class AppRebinding {

    private final CanvasApp app;
    private final Bindings bindings;

    AppRebinding(CanvasApp app, Bindings bindings) {
        this.app = app;
        this.bindings = bindings;
    }

    /** The rebound document in the workspace; the same artifact where nothing had to be changed. */
    Artifact applied(Artifact document, Workspace workspace, Limits limits) {
        RebindResult rebound =
                CanvasDocument.open(workspace.file(document), limits).rebind(rebinding());
        if (!rebound.changed()) {
            return document;
        }
        try {
            Path part = OwnerOnly.newFile(workspace.folder(), "rebound-", ".part");
            try {
                rebound.writeTo(part);
                try (InputStream bytes = Files.newInputStream(part)) {
                    return DocumentFacts.kept(document.name(), bytes, workspace, limits);
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workspace " + workspace.folder() + " cannot be written", e);
        }
    }

    Rebinding rebinding() {
        Rebinding.Builder builder = Rebinding.builder();
        Set<String> connectors = new LinkedHashSet<>();
        Set<String> flows = new LinkedHashSet<>(app.facts().texts("flows"));
        for (ConnectionUse use : app.knownDocumentReferences()) {
            connectors.add(use.connector());
            if (!use.isFlow() && !use.connection().isEmpty()) {
                bindings.of(AppNeeds.slot(use.connection(), app.key()))
                        .map(bound -> ConnectionUse.last(bound.value()))
                        .ifPresent(to -> builder.connection(use.connector(), use.connection(), to));
            }
        }
        connectors.forEach(name -> destination(AppNeeds.CONNECTOR, name).ifPresent(to -> builder.connector(name, to)));
        flows.forEach(flow -> destination(AppNeeds.FLOW, flow).ifPresent(to -> builder.flow(flow, to)));
        addresses(builder);
        add(texts(bindings), builder);
        return builder.build();
    }

    /** What the texts of a mapping alone bind. */
    static Rebinding ofTexts(Mapping mapping) {
        Rebinding.Builder builder = Rebinding.builder();
        add(longEnough(mapping.all(SlotType.TEXT)), builder);
        return builder.build();
    }

    private static void add(Stream<Binding> texts, Rebinding.Builder builder) {
        texts.forEach(line -> builder.text(line.from(), line.to()).formulaText(line.from(), line.to()));
    }

    private Optional<String> destination(String type, String id) {
        return bindings.destinationId(ResourceKey.ofId(type, id)).map(ConnectionUse::last);
    }

    private void addresses(Rebinding.Builder builder) {
        for (String address : app.facts().texts("bound", "dataverseHosts")) {
            bindings.of(new Slot(SlotType.ADDRESS, address, app.key(), false))
                    .map(Bound::value)
                    .ifPresent(own -> builder.dataverseInstance(address, own));
        }
    }

    /** A line of the mapping is explicit, so it holds in formulas too. */
    static Stream<Binding> texts(Bindings bindings) {
        return longEnough(bindings.all(SlotType.TEXT));
    }

    static Stream<Binding> longEnough(List<Binding> lines) {
        return lines.stream().filter(line -> Rebinding.isLongEnough(line.from()));
    }
}
