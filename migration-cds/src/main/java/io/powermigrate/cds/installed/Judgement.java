package io.powermigrate.cds.installed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the dependents of what an upgrade removes stop it (wire/dataverse-situations.md, S10). */
final class Judgement {

    private final Questions questions;
    private final Set<String> kept;
    private final Set<String> removed;
    private final Set<String> installed;

    /** @param installed ids of all components of the installed solution */
    Judgement(
            Questions questions,
            Collection<InstalledPart> kept,
            Collection<InstalledPart> removed,
            Set<String> installed) {
        this.questions = questions;
        this.kept = ids(kept);
        this.removed = ids(removed);
        this.installed = installed;
    }

    private static Set<String> ids(Collection<InstalledPart> parts) {
        return parts.stream().map(InstalledPart::id).collect(Collectors.toSet());
    }

    List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        questions.dependents().forEach((required, dependents) -> dependents.stream()
                .filter(this::stays)
                .forEach(each -> needs.add(new Need(required, each, isSure(required, each)))));
        return needs;
    }

    /** What goes, too, needs nothing; what the package replaces needs what the package says, unless people changed it. */
    private boolean stays(InstalledPart dependent) {
        boolean replaced = kept.contains(dependent.id()) && questions.isUnchanged(dependent.id());
        return !removed.contains(dependent.id()) && !replaced;
    }

    private boolean isSure(InstalledPart required, InstalledPart dependent) {
        boolean brought = installed.contains(required.id());
        boolean foreign = !installed.contains(dependent.id()) && Kinds.isCompared(dependent.kind());
        return brought && (foreign || questions.isChanged(dependent.id()));
    }
}
