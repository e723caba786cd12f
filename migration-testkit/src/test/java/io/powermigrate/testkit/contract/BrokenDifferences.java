package io.powermigrate.testkit.contract;

import io.powermigrate.model.Difference;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.testkit.contract.BrokenNotes.NotesContract;
import java.util.List;

/** Migrators of notes that do not see, or do not write, what differs. */
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

    /** Has no way back from a longer text to a shorter one. */
    static class OnlyEverAppends extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public String update(Note desired, Note actual, WriteContext context) {
                    return desired.text().length() < actual.text().length()
                            ? actual.id()
                            : super.update(desired, actual, context);
                }
            };
        }
    }
}
