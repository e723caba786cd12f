package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packed;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
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
                public Packed<Note> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
                    Note bundle =
                            super.pack(selected, source, mapping).carriers().get(0);
                    return Packed.of(List.of(bundle, new Note(bundle.item().withKey(Note.BUNDLE.key("Spare bundle")))));
                }
            };
        }
    }

    static class LeavesOneBehind extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public Packed<Note> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
                    return super.pack(
                            selected.stream()
                                    .filter(note -> !note.displayName().endsWith("3"))
                                    .toList(),
                            source,
                            mapping);
                }
            };
        }
    }

    static class PacksInTheOrderGiven extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public Packed<Note> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
                    return Packed.of(List.of(bundle("All notes", selected)));
                }
            };
        }
    }

    static class ForgetsOneNote extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                Unpacking unpacking() {
                    return new Unpacking() {
                        @Override
                        void unpack(Note bundle, WriteContext context) {
                            String whole = bundle.text();
                            int last = whole.lastIndexOf('\n');
                            super.unpack(
                                    last < 0
                                            ? bundle
                                            : new Note(bundle.item()
                                                    .withContent(
                                                            Document.empty().with("text", whole.substring(0, last)))),
                                    context);
                        }
                    };
                }
            };
        }
    }

    static class LooksAtItsOwnTextOnly extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                Unpacking unpacking() {
                    return new Unpacking() {
                        @Override
                        public String update(Note desired, Note actual, WriteContext context) {
                            return desired.text().equals(actual.text())
                                    ? actual.id()
                                    : super.update(desired, actual, context);
                        }
                    };
                }
            };
        }
    }

    static class ExportsWheneverItReads extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public List<ResourceReader<?>> readers() {
                    return List.of(
                            new Notes() {
                                @Override
                                public Note fetch(Note listed, Endpoint endpoint, Workspace workspace) {
                                    if (endpoint.id().equals("here")) {
                                        notebook(endpoint).export();
                                    }
                                    return super.fetch(listed, endpoint, workspace);
                                }
                            },
                            unpacking());
                }
            };
        }
    }

    static class WritesWhileStaging extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                Unpacking unpacking() {
                    return new Unpacking() {
                        @Override
                        public List<Finding> stage(Note desired, WriteContext context) {
                            notebook(context.destination()).add(Note.BUNDLE, "scratch", "");
                            return List.of();
                        }

                        @Override
                        public void unstage(Note desired, WriteContext context) {}
                    };
                }
            };
        }
    }

    static class LeavesWhatItStaged extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                Unpacking unpacking() {
                    return new Unpacking() {
                        @Override
                        public void unstage(Note desired, WriteContext context) {}
                    };
                }
            };
        }
    }

    static class SuggestsWhatItDoesNotTake extends BundlesContract {
        @Override
        protected Bundles subject() {
            return new Bundles() {
                @Override
                public Packed<Note> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
                    return super.pack(selected, source, mapping)
                            .finding(List.of(Finding.of(
                                            "BUNDLE-1",
                                            notes(selected).get(0).key(),
                                            Verdict.WARN,
                                            new Explanation(
                                                    "two hold it", "Choose one", Basis.sure("the test", "2026-11-01")))
                                    .suggesting(List.of(Binding.of("bundle", "Note 1", "All notes")))));
                }
            };
        }
    }
}
