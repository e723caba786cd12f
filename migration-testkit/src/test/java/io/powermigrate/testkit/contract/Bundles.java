package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.Packed;
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
    public Packed<Note> pack(List<? extends Resource> selected, Inventory source, Mapping mapping) {
        return Packed.of(List.of(bundle("All notes", notes(selected))));
    }

    /** Without bundles that were selected, in the order of their names. */
    static List<? extends Resource> notes(List<? extends Resource> selected) {
        return selected.stream()
                .filter(each -> each.key().type().equals(Note.TYPE.name()))
                .sorted(Comparator.comparing(Resource::displayName))
                .toList();
    }

    static Note bundle(String name, List<? extends Resource> notes) {
        String text = notes.stream()
                .map(note ->
                        note.displayName() + "=" + note.content().text("text").orElse(""))
                .collect(Collectors.joining("\n"));
        return new Note(Item.of(Note.BUNDLE.key(name), name, name)
                .withContent(Document.empty().with("text", text)));
    }

    static Map<String, String> notes(Note bundle) {
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
        return List.of(new Notes(), unpacking());
    }

    /** Who makes bundles. */
    Unpacking unpacking() {
        return new Unpacking();
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
    static class Unpacking extends Notes {

        Unpacking() {
            super(Note.BUNDLE);
        }

        @Override
        public List<Finding> stage(Note desired, WriteContext context) {
            context.destination().require(Effect.STAGE, "stage " + desired.key());
            Notebook notebook = notebook(context.destination());
            return patiently(notebook, () -> {
                notebook.stage();
                return List.of();
            });
        }

        @Override
        public void unstage(Note desired, WriteContext context) {
            notebook(context.destination()).unstage();
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

        void unpack(Note bundle, WriteContext context) {
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
