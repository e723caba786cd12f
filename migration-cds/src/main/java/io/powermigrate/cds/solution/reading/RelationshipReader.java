package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.RelationshipKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an {@code EntityRelationship} (wire/dataverse.md, section 6.6). */
final class RelationshipReader {

    private static final String CASCADE = "Cascade";
    private static final Set<String> NAMES = Set.of(
            "EntityRelationshipType",
            "ReferencingEntityName",
            "ReferencedEntityName",
            "ReferencingAttributeName",
            "FirstEntityName",
            "SecondEntityName");

    private RelationshipReader() {}

    static Relationship read(XmlCursor xml) {
        String name = xml.attribute("Name").orElse("");
        Map<String, String> cascades = new LinkedHashMap<>();
        Fields fields = Fields.read(xml, NAMES, child -> {
            if (child.startsWith(CASCADE)) {
                cascades.put(child.substring(CASCADE.length()), xml.text().trim());
            }
        });
        boolean many = fields.text("EntityRelationshipType", "").equals("ManyToMany");
        return new Relationship(
                name,
                many ? RelationshipKind.MANY_TO_MANY : RelationshipKind.ONE_TO_MANY,
                Fields.logical(fields.text(many ? "FirstEntityName" : "ReferencingEntityName", "")),
                Fields.logical(fields.text(many ? "SecondEntityName" : "ReferencedEntityName", "")),
                Optional.ofNullable(fields.text("ReferencingAttributeName"))
                        .map(Fields::logical)
                        .orElse(null),
                cascades);
    }
}
