package io.powermigrate.testkit.contract;

import io.powermigrate.journal.JournalHeldException;
import io.powermigrate.journal.JournalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Stores in the memory of a test, and some that break one promise each. */
final class BrokenStores {

    private BrokenStores() {}

    /** The place that all stores of one test share. */
    static class Place {
        final List<String> lines = new ArrayList<>();
        final AtomicReference<String> holder = new AtomicReference<>();
    }

    /** A store that keeps every promise that can be kept in memory. */
    static class Remembering implements JournalStore {

        final Place place;

        Remembering(Place place) {
            this.place = place;
        }

        @Override
        public long read(long after, Consumer<String> lines) {
            List<String> all = List.copyOf(place.lines);
            all.subList((int) after, all.size()).forEach(lines);
            return all.size();
        }

        @Override
        public long append(String line) {
            place.lines.add(line);
            return place.lines.size();
        }

        @Override
        public Hold hold(String holder) {
            String other = place.holder.compareAndExchange(null, holder);
            if (other != null) {
                throw new JournalHeldException("The test's journal", other);
            }
            return () -> place.holder.set(null);
        }

        @Override
        public String place() {
            return "the memory of a test";
        }
    }

    static class Sound extends JournalStoreContract {

        final Place place = new Place();

        @Override
        protected JournalStore open() {
            return new Remembering(place);
        }
    }

    static class ChangesTheCase extends Sound {
        @Override
        protected JournalStore open() {
            return new Remembering(place) {
                @Override
                public long append(String line) {
                    return super.append(line.toUpperCase(Locale.ROOT).replace("LINE", "line"));
                }
            };
        }
    }

    static class ReadsFromTheBeginning extends Sound {
        @Override
        protected JournalStore open() {
            return new Remembering(place) {
                @Override
                public long read(long after, Consumer<String> lines) {
                    return super.read(0, lines);
                }
            };
        }
    }

    static class LetsEverybodyWrite extends Sound {
        @Override
        protected JournalStore open() {
            return new Remembering(place) {
                @Override
                public Hold hold(String holder) {
                    return () -> {};
                }
            };
        }
    }

    static class DoesNotSayWhoWrites extends Sound {
        @Override
        protected JournalStore open() {
            return new Remembering(place) {
                @Override
                public Hold hold(String holder) {
                    return super.hold("somebody");
                }
            };
        }
    }
}
