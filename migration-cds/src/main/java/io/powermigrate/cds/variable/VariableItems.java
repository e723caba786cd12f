package io.powermigrate.cds.variable;

import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Variables and their values out of rows and out of packages. Values stay where they are: what is kept is a digest. */
final class VariableItems {

    private static final String VALUES = "environmentvariabledefinition_environmentvariablevalue";

    private VariableItems() {}

    /** What is known of one variable. */
    private record Known(
            String name, String id, String title, String kind, boolean required, boolean hasDefault, boolean managed) {

        boolean isSecret() {
            return kind.equals("100000005");
        }
    }

    private static Known known(Document row) {
        String name = row.text("schemaname").orElse("");
        return new Known(
                name,
                row.text("environmentvariabledefinitionid").orElse(name),
                row.text("displayname").filter(text -> !text.isBlank()).orElse(name),
                row.text("type").orElse(""),
                row.flag("isrequired"),
                row.text("defaultvalue").filter(text -> !text.isEmpty()).isPresent(),
                row.flag("ismanaged"));
    }

    private static Known known(EnvironmentVariable variable) {
        String title = variable.displayName() == null ? variable.schemaName() : variable.displayName();
        return new Known(
                variable.schemaName(),
                variable.schemaName(),
                title,
                variable.type(),
                variable.required(),
                variable.hasDefault(),
                false);
    }

    static VariableDefinition definition(Document row) {
        return definition(known(row), row.text("defaultvalue"));
    }

    /** The definition that a package holds. */
    static VariableDefinition definition(EnvironmentVariable variable) {
        return definition(known(variable), Optional.empty());
    }

    private static VariableDefinition definition(Known known, Optional<String> value) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", known.kind());
        content.put("required", known.required());
        content.put("hasDefault", known.hasDefault());
        content.put("managed", known.managed());
        value.filter(text -> !text.isEmpty())
                .ifPresent(text ->
                        content.put("default", Fingerprint.of(Document.of(text)).value()));
        return new VariableDefinition(Item.of(VariableDefinition.TYPE.key(known.name()), known.id(), known.title())
                .withContent(Document.of(content)));
    }

    static VariableValue value(Document row) {
        List<Document> values = row.at(VALUES).items();
        Optional<String> value = values.stream()
                .flatMap(each -> each.text("value").stream())
                .filter(text -> !text.isEmpty())
                .findFirst();
        return value(known(row), value.isPresent(), value.map(text -> Fingerprint.of(Document.of(text))
                .value()));
    }

    /** The value of the destination of a variable that a package holds. */
    static VariableValue value(EnvironmentVariable variable) {
        return value(known(variable), variable.hasValue(), Optional.empty());
    }

    private static VariableValue value(Known known, boolean hasValue, Optional<String> digest) {
        boolean needed = hasValue || known.required() && !known.hasDefault();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", known.kind());
        content.put("secret", known.isSecret());
        content.put("needed", needed);
        content.put("hasDefault", known.hasDefault());
        digest.ifPresent(text -> content.put("digest", text));
        Item item = Item.of(VariableValue.TYPE.key(known.name()), known.id(), known.name())
                .withContent(Document.of(content))
                .withReferences(Set.of(Reference.needs(VariableDefinition.TYPE.key(known.name()))));
        return new VariableValue(
                item.withSlots(List.of(new Slot(VariableValue.SLOT, known.name(), item.key(), needed))));
    }
}
