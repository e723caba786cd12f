package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.Sections;
import java.util.Optional;

/** The ids and types under which solutioncomponents know parts and root components. */
final class ObjectIds {
    private final Organisation organisation;

    ObjectIds(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The number of a root's component type, empty where the organisation has no such type. */
    Optional<Integer> type(Manifest.Root root) {
        return root.number() >= 0
                ? Optional.of(root.number())
                : organisation.componentTypes().number(root.type());
    }

    /** The number of a part's component type, empty for parts that the fake knows by their XML only. */
    Optional<Integer> type(Part part) {
        return part.kind() == PartKind.OTHER
                ? Optional.empty()
                : part.kind().number() >= 0
                        ? Optional.of(part.kind().number())
                        : organisation.componentTypes().number(part.kind().word());
    }

    String of(Manifest.Root root) {
        return find(root.number(), root.key())
                .or(() -> Optional.of(root.id()).filter(each -> !each.isEmpty()))
                .orElseGet(() -> organisation.idOf("component/" + root.type() + "/" + root.key()));
    }

    String of(Part part) {
        String key = part.kind() == PartKind.WEB_RESOURCE ? Sections.name(part) : part.key();
        return find(type(part).orElse(-1), key)
                .orElseGet(() -> part.key().matches("[0-9a-f-]{36}")
                        ? part.key()
                        : organisation.idOf("component/" + part.section() + "/" + part.key()));
    }

    private Optional<String> find(int type, String name) {
        return switch (type) {
            case 1 -> organisation.schema().table(name).map(Table::metadataId);
            case 9 ->
                organisation.schema().choice(name).map(each -> each.path("MetadataId")
                        .asText());
            case 61 -> row("webresourceset", "name", name);
            case 300 -> row("canvasapps", "name", name);
            case 380 -> row("environmentvariabledefinitions", "schemaname", name);
            default ->
                organisation
                                .componentTypes()
                                .number("connectionreference")
                                .filter(each -> each == type)
                                .isPresent()
                        ? row("connectionreferences", "connectionreferencelogicalname", name)
                        : Optional.empty();
        };
    }

    private Optional<String> row(String set, String member, String name) {
        Rows rows = organisation.rows(set);
        return rows.first(member, name)
                .map(each -> each.path(rows.table().primaryId()).asText());
    }
}
