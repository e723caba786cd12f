package io.powermigrate.powerapps;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.InventoryBuilder;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.List;

/** A resource with the two environments and the mapping that it is judged in. */
record RuleCase(Resource subject, Document from, Document to, Mapping mapping, List<Resource> there) {

    private static final Document PLAIN = Document.empty().with("region", "europe");

    static RuleCase of(Resource subject) {
        return new RuleCase(subject, PLAIN, PLAIN, Mapping.none(), List.of());
    }

    RuleCase from(Document other) {
        return new RuleCase(subject, other, to, mapping, there);
    }

    RuleCase to(Document other) {
        return new RuleCase(subject, from, other, mapping, there);
    }

    /** Bound, to one of these of the destination. */
    RuleCase with(Binding line, Resource... others) {
        return new RuleCase(subject, from, to, Mapping.of(line), List.of(others));
    }

    /** Beside these of the source. */
    RuleCase beside(Resource... others) {
        return new RuleCase(subject, from, to, mapping, List.of(others));
    }

    /** What a rule says of it. */
    <R extends Resource> List<Finding> check(Rule<R> rule) {
        return rule.subject().model().isInstance(subject)
                ? rule.check(rule.subject().model().cast(subject), context())
                : List.of();
    }

    private RuleContext context() {
        List<Resource> source = new ArrayList<>(List.of(subject));
        boolean bound = !mapping.lines().isEmpty();
        source.addAll(bound ? List.of() : there);
        Inventory origin = inventory("Dev", from, source);
        Inventory destination = inventory("Prod", to, bound ? there : List.of());
        return new Context(origin, destination, mapping);
    }

    private record Context(Inventory source, Inventory destination, Mapping mapping) implements RuleContext {

        @Override
        public Match<? extends Resource> match(ResourceKey key) {
            return source.find(key)
                    .<Match<? extends Resource>>map(this::matched)
                    .orElseGet(() -> Match.absent("not there"));
        }

        private Match<?> matched(Resource resource) {
            return PowerApps.plugin().readers().stream()
                    .filter(reader -> reader.type().name().equals(resource.key().type()))
                    .findFirst()
                    .map(reader -> matched(reader, resource))
                    .orElseThrow();
        }

        private <R extends Resource> Match<R> matched(ResourceReader<R> reader, Resource resource) {
            return reader.match(reader.type().model().cast(resource), destination, mapping);
        }
    }

    private static Inventory inventory(String name, Document about, List<Resource> resources) {
        InventoryBuilder builder = Inventory.of(name, name, about);
        resources.forEach(each -> add(builder, each));
        return builder.build();
    }

    private static void add(InventoryBuilder builder, Resource resource) {
        PowerApps.plugin().readers().stream()
                .filter(reader -> reader.type().name().equals(resource.key().type()))
                .forEach(reader -> add(builder, reader.type(), resource));
    }

    private static <R extends Resource> void add(InventoryBuilder builder, ResourceType<R> type, Resource resource) {
        builder.add(type, List.of(type.model().cast(resource)));
    }
}
