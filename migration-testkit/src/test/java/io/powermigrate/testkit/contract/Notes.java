package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.Operation;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.contract.Notebook.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Moves notes, or bundles of them, and keeps every promise. */
class Notes implements Migrator<Note> {

    private final ResourceType<Note> type;

    Notes() {
        this(Note.TYPE);
    }

    Notes(ResourceType<Note> type) {
        this.type = type;
    }

    static Notebook notebook(Endpoint endpoint) {
        return endpoint.connection(Notebook.class);
    }

    /** Asks, and waits as long as it is told to. */
    <T> T patiently(Notebook notebook, Supplier<T> request) {
        try {
            return request.get();
        } catch (Notebook.Throttled throttled) {
            notebook.clock.sleeper().sleep(Notebook.Throttled.WAIT);
            return request.get();
        }
    }

    @Override
    public ResourceType<Note> type() {
        return type;
    }

    @Override
    public Stream<Note> list(Endpoint endpoint) {
        Notebook notebook = notebook(endpoint);
        int[] open = {0};
        return IntStream.iterate(0, index -> index + 1)
                .mapToObj(index -> {
                    close(notebook, open);
                    open[0] = 1;
                    return patiently(notebook, () -> notebook.page(type, index));
                })
                .takeWhile(page -> !page.isEmpty())
                .map(page -> listed(page.get(0)))
                .onClose(() -> close(notebook, open));
    }

    private static void close(Notebook notebook, int[] open) {
        if (open[0] > 0) {
            open[0] = 0;
            notebook.closePage();
        }
    }

    Note listed(Entry entry) {
        return new Note(Item.of(type.key(entry.name()), entry.id(), entry.name()));
    }

    @Override
    public Note fetch(Note listed, Endpoint endpoint, Workspace workspace) {
        Notebook notebook = notebook(endpoint);
        Entry entry = patiently(notebook, () -> notebook.read(listed.id()));
        return new Note(listed.item().withContent(content(entry)));
    }

    Document content(Entry entry) {
        return Document.empty().with("text", entry.text());
    }

    @Override
    public List<Difference> differences(Note desired, Note actual) {
        return desired.text().equals(actual.text())
                ? List.of()
                : List.of(new Difference("text", desired.text(), actual.text()));
    }

    @Override
    public Note adapt(Note source, Bindings bindings, Workspace workspace) {
        return source;
    }

    @Override
    public String create(Note desired, WriteContext context) {
        return context.run("add the note", new Addition(desired, context));
    }

    @Override
    public String update(Note desired, Note actual, WriteContext context) {
        require(context, "rewrite " + actual.key());
        Notebook notebook = notebook(context.destination());
        return patiently(notebook, () -> notebook.rewrite(actual.id(), desired.text()));
    }

    /** Asks whether it may write: nobody else holds what goes to a notebook against the ceiling. */
    void require(WriteContext context, String what) {
        context.destination().require(Effect.WRITE, what);
    }

    /** What would be doubled by a note. */
    Set<String> alike(Note desired, Endpoint destination) {
        return named(desired, destination);
    }

    private Set<String> named(Note desired, Endpoint destination) {
        try (Stream<Note> listed = list(destination)) {
            return listed.filter(note -> note.key().equals(desired.key()))
                    .map(Note::id)
                    .collect(Collectors.toSet());
        }
    }

    /** Adds a note, or finds the one that an earlier try has added. */
    private final class Addition implements Operation<String> {

        private final Note desired;
        private final WriteContext context;

        Addition(Note desired, WriteContext context) {
            this.desired = desired;
            this.context = context;
        }

        @Override
        public String start() {
            require(context, "add " + desired.key());
            Notebook notebook = notebook(context.destination());
            return patiently(notebook, () -> notebook.add(type, desired.displayName(), desired.text()));
        }

        @Override
        public Set<String> alike() {
            return Notes.this.alike(desired, context.destination());
        }

        @Override
        public Optional<String> find(Intent intent) {
            return named(desired, context.destination()).stream()
                    .filter(id -> !intent.alike().contains(id) && !context.hasArrived(id))
                    .findFirst();
        }

        @Override
        public String await(String reference) {
            return reference;
        }
    }
}
