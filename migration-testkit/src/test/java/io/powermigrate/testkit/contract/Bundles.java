package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.spi.WriteContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Moves notes in one bundle, and keeps every promise. */
class Bundles implements Packager<Note>, MigrationPlugin {

    @Override
    public ResourceType<Note> carrier() {
        return Note.BUNDLE;
    }

    @Override
    public Set<ResourceType<?>> carries() {
        return Set.of(Note.TYPE);
    }

    @Override
    public List<Note> pack(List<? extends Resource> selected, Inventory source) {
        return List.of(bundle(
                "All notes",
                selected.stream()
                        .sorted(Comparator.comparing(Resource::displayName))
                        .toList()));
    }

    static Note bundle(String name, List<? extends Resource> notes) {
        String text = notes.stream()
                .map(note ->
                        note.displayName() + "=" + note.content().text("text").orElse(""))
                .collect(Collectors.joining("\n"));
        return new Note(Item.of(Note.BUNDLE.key(name), name, name)
                .withContent(Document.empty().with("text", text)));
    }

    private static Map<String, String> notes(Note bundle) {
        return bundle.text()
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    @Override
    public Set<ResourceKey> contents(Note carrier) {
        return notes(carrier).keySet().stream().map(Note.TYPE::key).collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return "notes in bundles";
    }

    @Override
    public List<ResourceReader<?>> readers() {
        return List.of(new Notes(), new Unpacking());
    }

    @Override
    public List<Packager<?>> packagers() {
        return List.of(this);
    }

    @Override
    public List<RuleSet> ruleSets() {
        return List.of(RuleSet.of(RuleSets.CLASSIC_2016, travels(Note.TYPE), travels(Note.BUNDLE)));
    }

    private static Rule<Note> travels(ResourceType<Note> type) {
        return Rule.withId("TRAVELS-" + type)
                .forEach(type)
                .always()
                .migrates()
                .because("it is paper")
                .remedy("Nothing");
    }

    /** Writes the notes of a bundle, then the bundle itself. */
    private static final class Unpacking extends Notes {

        Unpacking() {
            super(Note.BUNDLE);
        }

        @Override
        public String create(Note desired, WriteContext context) {
            unpack(desired, context);
            return super.create(desired, context);
        }

        @Override
        public String update(Note desired, Note actual, WriteContext context) {
            unpack(desired, context);
            return super.update(desired, actual, context);
        }

        private void unpack(Note bundle, WriteContext context) {
            context.destination().require(Effect.WRITE, "write the notes of " + bundle.key());
            Notebook notebook = notebook(context.destination());
            Map<String, String> there;
            try (Stream<Note> listed = new Notes().list(context.destination())) {
                there = listed.collect(Collectors.toMap(Note::displayName, Note::id));
            }
            notes(bundle)
                    .forEach((name, text) -> patiently(notebook, () -> {
                        String id = there.get(name);
                        return id == null ? notebook.add(Note.TYPE, name, text) : notebook.rewrite(id, text);
                    }));
        }
    }
}
