package io.powermigrate.testkit.contract;

import io.powermigrate.model.Difference;
import io.powermigrate.testkit.contract.BrokenNotes.NotesContract;
import java.util.List;

/** Migrators of notes that compare them wrongly. */
final class BrokenDifferences {

    private BrokenDifferences() {}

    static class SeesNoDifference extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public List<Difference> differences(Note desired, Note actual) {
                    return List.of();
                }
            };
        }
    }

    /** Takes a longer text for one that holds what is wanted, so a longer one never goes away. */
    static class OnlyEverAppends extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public List<Difference> differences(Note desired, Note actual) {
                    return actual.text().startsWith(desired.text()) ? List.of() : super.differences(desired, actual);
                }
            };
        }
    }
}
