package io.powermigrate.internal.undo;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.Json;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Undo;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One resource that a run has changed, and what the destination held of it before.
 *
 * @param undo how it is taken back
 * @param id its id in the destination; where the run did not come to know it, a text that is the id of nothing
 * @param before what was kept; empty where it cannot be put back
 * @param why why it cannot be put back, and what to do; empty where it can
 */
record Kept(Undo undo, String id, Optional<Item> before, Optional<Obstacle> why) {

    /** Why something is not put back. */
    record Obstacle(String rule, String reason, String remedy) {}

    static Kept of(Undo undo, Workspace workspace) {
        return switch (undo.way()) {
            case DELETE -> by(undo, "the run made it, and the library deletes nothing", undo.remedy());
            case NONE -> by(undo, "the library has not kept what it was before, or cannot write it", undo.remedy());
            case PUT_BACK -> read(undo, workspace);
        };
    }

    private static Kept by(Undo undo, String reason, String remedy) {
        String id = undo.destinationId().isEmpty() ? "unknown: " + undo.key() : undo.destinationId();
        return new Kept(undo, id, Optional.empty(), Optional.of(new Obstacle("UNDO-BY-HAND", reason, remedy)));
    }

    /** What cannot be read keeps nothing else from being put back. */
    private static Kept read(Undo undo, Workspace workspace) {
        try {
            return stored(undo, workspace)
                    .map(item -> whole(undo, item, workspace))
                    .orElseGet(() -> notHeld(undo, workspace, "what it was before"));
        } catch (MigrationException | UncheckedIOException | IllegalArgumentException e) {
            return by(
                    undo,
                    "what it was before cannot be read: " + e.getMessage(),
                    "Give report and workspace as the run left them, or do it by hand: " + undo.remedy());
        }
    }

    /** Of this resource only: whatever else a report names is not what it was before. */
    private static Optional<Item> stored(Undo undo, Workspace workspace) {
        return undo.files().stream()
                .findFirst()
                .flatMap(file -> workspace.withDigest(file.sha256(), file.name(), "application/json"))
                .map(artifact -> item(artifact, workspace))
                .filter(item -> item.id().equals(undo.destinationId())
                        && item.key().type().equals(undo.key().type()));
    }

    private static Kept whole(Undo undo, Item item, Workspace workspace) {
        String missing = item.artifacts().stream()
                .filter(artifact -> !workspace.holds(artifact))
                .map(Artifact::name)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new Kept(undo, undo.destinationId(), Optional.of(item), Optional.empty())
                : notHeld(undo, workspace, missing);
    }

    private static Kept notHeld(Undo undo, Workspace workspace, String what) {
        return by(
                undo,
                "the workspace " + workspace.folder() + " does not hold " + what,
                "Give the workspace of the run, or do it by hand: " + undo.remedy());
    }

    private static Item item(Artifact artifact, Workspace workspace) {
        try (InputStream bytes = workspace.open(artifact)) {
            return Json.bind(Json.parse(bytes), Item.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the source of the undo shows it: without what it needs, because all of it is in the destination that it is put back into. */
    Item item() {
        ResourceKey key = before.map(Item::key).orElseGet(undo::key);
        String name = before.map(Item::displayName).orElseGet(() -> undo.key().name());
        Item shown = Item.of(key, id, name);
        return before.map(held -> shown.withContent(held.content()).withArtifacts(held.artifacts()))
                .orElse(shown);
    }

    /**
     * What stands against putting it back.
     *
     * @param now fingerprint of what the destination holds; empty where it does not show it
     * @param more whether that is what it held before and more, which no update takes away
     */
    Optional<Obstacle> obstacle(Optional<String> now, boolean more) {
        if (why.isPresent()) {
            return why;
        }
        if (now.isEmpty()) {
            return told("GONE", "the destination does not show it any more", "Do it by hand: " + undo.remedy());
        }
        if (more) {
            return told(
                    "MORE",
                    "it holds what it held before, and the run has added to it, which no update takes away",
                    "Take away by hand what the run added: " + undo.remedy());
        }
        if (undo.left().isEmpty()) {
            return told(
                    "NOT-VERIFIED",
                    "the run did not see what it wrote, so nobody knows whether somebody has changed it since",
                    "Look at it in the destination. If nobody has, waive UNDO-NOT-VERIFIED for it, then plan again");
        }
        return undo.left().equals(now.get())
                ? Optional.empty()
                : told(
                        "CHANGED",
                        "somebody has changed it since the run, and that would be lost",
                        "Look at what was changed. If it may be lost, waive UNDO-CHANGED for it, then plan again");
    }

    private static Optional<Obstacle> told(String rule, String reason, String remedy) {
        return Optional.of(new Obstacle("UNDO-" + rule, reason, remedy));
    }
}
