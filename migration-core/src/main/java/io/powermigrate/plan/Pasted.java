package io.powermigrate.plan;

import io.powermigrate.internal.text.JavaText;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import java.util.List;

/** Lines to paste, as a page shows them: Java source, and what people call that to which they lead. */
final class Pasted {

    private Pasted() {}

    /** A literal in a comment: a name may hold an escape that would end the comment. */
    static String line(Binding line, List<Candidate> candidates) {
        return candidates.stream()
                .filter(each -> each.id().equals(line.to()))
                .findFirst()
                .map(each -> line.toCode() + " // " + JavaText.literal(Shown.name(each.name())))
                .orElseGet(line::toCode);
    }

    /** What to do with it. */
    static String verb(Binding line) {
        return line.isToBeFilledIn() ? "paste, filled in: " : "paste: ";
    }
}
