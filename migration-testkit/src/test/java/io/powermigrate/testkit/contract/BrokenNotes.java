package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Document;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.contract.Notebook.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract of notes, and migrators of notes that break one promise each. */
final class BrokenNotes {

    private BrokenNotes() {}

    /** What every contract here is about. */
    abstract static class NotesContract extends MigratorContract<Note> {

        @Override
        protected TwoEnvironments open() {
            return new TwoNotebooks();
        }

        @Override
        protected abstract Notes subject();
    }

    static class Sound extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes();
        }
    }

    static class WritesWithoutAsking extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                void require(WriteContext context, String what) {}
            };
        }
    }

    static class ListsTheFirstTwice extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public Stream<Note> list(Endpoint endpoint) {
                    Stream<Note> all = super.list(endpoint);
                    boolean[] first = {true};
                    return all.flatMap(note -> {
                                boolean twice = first[0];
                                first[0] = false;
                                return twice ? Stream.of(note, note) : Stream.of(note);
                            })
                            .onClose(all::close);
                }
            };
        }
    }

    static class TakesTheTimeOfReadingForContent extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                Document content(Entry entry) {
                    return super.content(entry).with("readAt", entry.readAt());
                }
            };
        }
    }

    static class MarksAsReadWhileFetching extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public Note fetch(Note listed, Endpoint endpoint, Workspace workspace) {
                    Note fetched = super.fetch(listed, endpoint, workspace);
                    notebook(endpoint).rewrite(listed.id(), fetched.text());
                    return fetched;
                }
            };
        }
    }

    static class ForgetsTheText extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public String create(Note desired, WriteContext context) {
                    return notebook(context.destination()).add(type(), desired.displayName(), "");
                }
            };
        }
    }

    static class SwallowsRefusals extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public String create(Note desired, WriteContext context) {
                    try {
                        return super.create(desired, context);
                    } catch (Notebook.Lost lost) {
                        throw lost;
                    } catch (MigrationException refused) {
                        return "nobody knows";
                    }
                }
            };
        }
    }

    static class TicksOffInTheSource extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public String create(Note desired, WriteContext context) {
                    Endpoint source = context.source().orElseThrow();
                    patiently(notebook(source), () -> notebook(source).rewrite("none", ""));
                    return super.create(desired, context);
                }
            };
        }
    }

    static class CountsWhileAdapting extends NotesContract {
        @Override
        protected Notes subject() {
            int[] count = {0};
            return new Notes() {
                @Override
                public Note adapt(Note source, Bindings bindings, Workspace workspace) {
                    return new Note(source.item().withContent(source.content().with("adapted", ++count[0])));
                }
            };
        }
    }

    static class AsksTheSourceWhileAdapting extends NotesContract {
        @Override
        protected Notes subject() {
            Notebook[] asked = new Notebook[1];
            return new Notes() {
                @Override
                public Note fetch(Note listed, Endpoint endpoint, Workspace workspace) {
                    asked[0] = endpoint.id().equals("here") ? notebook(endpoint) : asked[0];
                    return super.fetch(listed, endpoint, workspace);
                }

                @Override
                public Note adapt(Note source, Bindings bindings, Workspace workspace) {
                    asked[0].read(source.id());
                    return source;
                }
            };
        }
    }

    static class IsImpatient extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                <T> T patiently(Notebook notebook, Supplier<T> request) {
                    return request.get();
                }
            };
        }
    }

    static class SharesANameThatBindsNothing extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public Optional<String> sharedName(Note note) {
                    return Optional.of("notes");
                }
            };
        }
    }

    static class AsksAgainAtOnce extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                <T> T patiently(Notebook notebook, Supplier<T> request) {
                    try {
                        return request.get();
                    } catch (Notebook.Throttled throttled) {
                        return request.get();
                    }
                }
            };
        }
    }

    static class SendsAgainWhatIsLost extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                <T> T patiently(Notebook notebook, Supplier<T> request) {
                    try {
                        return super.patiently(notebook, request);
                    } catch (Notebook.Lost lost) {
                        return super.patiently(notebook, request);
                    }
                }
            };
        }
    }

    static class MakesWithoutLooking extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                Set<String> alike(Note desired, Endpoint destination) {
                    return Set.of();
                }
            };
        }
    }

    static class KeepsThePassword extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                Document content(Entry entry) {
                    return super.content(entry).with("password", entry.password());
                }
            };
        }
    }

    static class LeavesThePageOpen extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public Stream<Note> list(Endpoint endpoint) {
                    Spliterator<Note> all = super.list(endpoint).spliterator();
                    return StreamSupport.stream(all, false);
                }
            };
        }
    }

    static class ReadsEveryPageAtOnce extends NotesContract {
        @Override
        protected Notes subject() {
            return new Notes() {
                @Override
                public Stream<Note> list(Endpoint endpoint) {
                    try (Stream<Note> all = super.list(endpoint)) {
                        return all.toList().stream();
                    }
                }
            };
        }
    }
}
