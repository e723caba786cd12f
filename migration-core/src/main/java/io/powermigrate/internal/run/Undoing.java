package io.powermigrate.internal.run;

import io.powermigrate.internal.plan.ByHandFiles;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.RecreateFile;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Undo;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a step overwrites, and says how the step is taken back. Used by one thread at a time. */
final class Undoing {

    private final Step step;
    private final Workspace workspace;
    private final String destination;
    private final boolean carrier;
    private final int contents;
    private @Nullable Undo undo;

    Undoing(Step step, Surroundings around) {
        this.step = step;
        this.workspace = around.setting().workspace();
        this.destination = Shown.name(around.setting().destination().name());
        this.carrier = around.context().plugins().carries(step.key().type());
        this.contents = around.links().contentsOf(step.key()).size();
    }

    /** How it is taken back; empty where the step has begun to write nothing. */
    Optional<Undo> undo() {
        return Optional.ofNullable(undo);
    }

    /** Right before it is made, and once more when its id is known. */
    void creating(String id) {
        String which = id.isEmpty()
                ? "Look in " + destination + " for " + step.key() + ". If it is there, delete it"
                : "Delete " + step.key() + " (id " + Shown.name(id) + ") in " + destination;
        undo = new Undo(
                step.key(),
                step.action(),
                id,
                Undo.Way.DELETE,
                which + ", unless somebody uses it by now" + carried("; what came with it may stay: "),
                List.of(),
                "");
    }

    /**
     * Right before it is overwritten.
     *
     * @param byHand what a person does to take it back; empty where its migrator can
     * @return what of it is kept, in words
     */
    String updating(Resource held, Optional<String> byHand) {
        byte[] before = Document.of(held.item()).canonical().getBytes(StandardCharsets.UTF_8);
        Artifact kept = workspace.put(
                step.key() + " before its update.json", "application/json", new ByteArrayInputStream(before));
        Undo known = carrier
                ? importedOver(held)
                : byHand.map(remedy -> none(held, remedy)).orElseGet(() -> putBack(held, kept));
        undo = known;
        boolean back = known.way() == Undo.Way.PUT_BACK;
        return (back ? "what it held before is kept as " : "what was read of what it held before is kept as ")
                + kept.sha256();
    }

    private Undo importedOver(Resource held) {
        return none(
                held,
                "What " + destination
                        + " held in it before was not exported. Import the package of that time over it, if you have"
                        + " one" + carried("; it carries "));
    }

    private Undo none(Resource held, String remedy) {
        return new Undo(step.key(), step.action(), held.id(), Undo.Way.NONE, remedy, List.of(), "");
    }

    private Undo putBack(Resource held, Artifact kept) {
        List<Artifact> all = new ArrayList<>(List.of(kept));
        all.addAll(held.artifacts());
        List<RecreateFile> files = new ByHandFiles(workspace).of(all);
        return new Undo(
                step.key(),
                step.action(),
                held.id(),
                Undo.Way.PUT_BACK,
                "Put back into " + step.key() + " (id " + Shown.name(held.id()) + ") in " + destination
                        + " what the files say that it held before",
                files,
                "");
    }

    /** It is there as wanted: what somebody changes from here on is not lost when it is taken back. */
    void verified(Resource actual) {
        Undo known = undo;
        undo = known == null ? null : known.leaving(actual.fingerprint());
    }

    private String carried(String words) {
        return contents == 0 ? "" : words + Counted.of(contents, "resource");
    }
}
