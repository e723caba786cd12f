package io.powermigrate.testkit.contract;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import java.util.List;

/** The contract of bundles, and packagers that break one promise each. */
final class BrokenBundles {

    private BrokenBundles() {}

    /** What every contract here is about. */
    abstract static class BundlesContract extends PackagerContract<Note> {

        @Override
        protected abstract Bundles subject();

        @Override
        protected MigrationPlugin plugin() {
            return subject();
        }

        @Override
        protected TwoEnvironments open() {
            return new TwoNotebooks();
        }
    }

    static class Sound extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles();
        }
    }

    /** Sound, with two rule sets of its own, of which it names the standard one. */
    static class NamesItsRuleSet extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public String standardRuleSet() {
                    return "notes-of-our-house";
                }

                @Override
                public List<RuleSet> ruleSets() {
                    List<Rule<?>> rules = super.ruleSets().get(0).rules();
                    return List.of(new RuleSet("notes-of-our-house", rules), new RuleSet("notes-of-others", rules));
                }
            };
        }
    }

    static class PacksEverythingTwice extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public List<Note> pack(List<? extends Resource> selected, Inventory source) {
                    Note bundle = super.pack(selected, source).get(0);
                    return List.of(bundle, new Note(bundle.item().withKey(Note.BUNDLE.key("Spare bundle"))));
                }
            };
        }
    }

    static class LeavesOneBehind extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public List<Note> pack(List<? extends Resource> selected, Inventory source) {
                    return super.pack(
                            selected.stream()
                                    .filter(note -> !note.displayName().endsWith("3"))
                                    .toList(),
                            source);
                }
            };
        }
    }

    static class PacksInTheOrderGiven extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public List<Note> pack(List<? extends Resource> selected, Inventory source) {
                    return List.of(bundle("All notes", selected));
                }
            };
        }
    }
}
