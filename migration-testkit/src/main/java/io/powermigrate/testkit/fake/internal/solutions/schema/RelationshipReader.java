package io.powermigrate.testkit.fake.internal.solutions.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.MetadataShapes;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Relationships of a package as relationship metadata; the targets of lookups live here (wire/dataverse.md, section 6.6). */
public final class RelationshipReader {
    private static final List<String> CASCADES =
            List.of("Assign", "Delete", "Archive", "Merge", "Reparent", "Share", "Unshare", "RollupView");

    private final Organisation organisation;

    public RelationshipReader(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The targets of each lookup column, by {@code table.column}. */
    public static Map<String, List<String>> targets(SolutionPackage arriving) {
        Map<String, List<String>> targets = new TreeMap<>();
        arriving.parts(PartKind.RELATIONSHIP)
                .map(Part::xml)
                .filter(RelationshipReader::isOneToMany)
                .forEach(each -> {
                    String column =
                            lower(each, "ReferencingEntityName") + "." + lower(each, "ReferencingAttributeName");
                    List<String> known = targets.computeIfAbsent(column, any -> new ArrayList<>());
                    if (!known.contains(lower(each, "ReferencedEntityName"))) {
                        known.add(lower(each, "ReferencedEntityName"));
                    }
                });
        return targets;
    }

    public static boolean isOneToMany(Element relationship) {
        return Dom.text(relationship, "EntityRelationshipType").equals("OneToMany");
    }

    /** The tables that it joins, in lower case. */
    public static List<String> tables(Element relationship) {
        return isOneToMany(relationship)
                ? List.of(lower(relationship, "ReferencingEntityName"), lower(relationship, "ReferencedEntityName"))
                : List.of(lower(relationship, "FirstEntityName"), lower(relationship, "SecondEntityName"));
    }

    public static String column(Element relationship) {
        return lower(relationship, "ReferencingAttributeName");
    }

    public ObjectNode read(Element relationship) {
        MetadataShapes shapes = organisation.schema().shapes();
        String name = relationship.getAttribute("Name");
        List<String> tables = tables(relationship);
        if (!isOneToMany(relationship)) {
            return shapes.manyToMany(name, tables.get(0), tables.get(1), lower(relationship, "IntersectEntityName"));
        }
        String navigation = navigation(relationship).orElse(Dom.text(relationship, "ReferencingAttributeName"));
        ObjectNode shape = shapes.oneToMany(name, tables.get(1), tables.get(0), navigation);
        shape.put("ReferencingAttribute", column(relationship));
        for (String cascade : CASCADES) {
            Dom.find(relationship, "Cascade" + cascade)
                    .ifPresent(each -> shape.withObject("/CascadeConfiguration").put(cascade, each));
        }
        shape.put("IsHierarchical", Dom.text(relationship, "IsHierarchical").equals("1"));
        Dom.find(relationship, "IntroducedVersion").ifPresent(each -> shape.put("IntroducedVersion", each));
        return shape;
    }

    private static Optional<String> navigation(Element relationship) {
        return Dom.list(relationship, "EntityRelationshipRoles").stream()
                .filter(each -> Dom.text(each, "RelationshipRoleType").equals("1"))
                .map(each -> Dom.text(each, "NavigationPropertyName"))
                .filter(each -> !each.isEmpty())
                .findFirst();
    }

    private static String lower(Element relationship, String member) {
        return Dom.text(relationship, member).toLowerCase(Locale.ROOT);
    }
}
