package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** Column security profiles with their permissions; members do not travel (wire/dataverse.md, section 4.2). */
final class ProfileImport {
    private final Arrival arrival;
    private final Organisation organisation;

    ProfileImport(Arrival arrival) {
        this.arrival = arrival;
        this.organisation = arrival.organisation();
    }

    void profile(Part part) {
        Element xml = part.xml();
        ObjectNode row = arrival.owned(
                Rows.row().put("name", xml.getAttribute("name")).put("description", xml.getAttribute("description")));
        organisation.rows("fieldsecurityprofiles").put(part.key(), row);
        for (Element permission : Dom.list(xml, "FieldPermissions")) {
            permission(part.key(), permission);
        }
    }

    private void permission(String profile, Element xml) {
        String table = Dom.text(xml, "EntityName");
        String column = Dom.text(xml, "AttributeName");
        if (arrival.order().isChecked()) {
            refuse(table, column);
        }
        ObjectNode row = arrival.owned(Rows.row()
                .put("entityname", table)
                .put("attributelogicalname", column)
                .put("_fieldsecurityprofileid_value", profile));
        for (String member : List.of("CanRead", "CanUpdate", "CanCreate")) {
            row.put(member.toLowerCase(Locale.ROOT), Integer.parseInt(Dom.text(xml, member)));
        }
        Rows permissions = organisation.rows("fieldpermissions");
        Optional<ObjectNode> known = permissions
                .where(each ->
                        each.path("_fieldsecurityprofileid_value").asText().equalsIgnoreCase(profile)
                                && each.path("entityname").asText().equals(table)
                                && each.path("attributelogicalname").asText().equals(column))
                .stream()
                .findFirst();
        known.ifPresentOrElse(
                each -> permissions.update(each.path("fieldpermissionid").asText(), row), () -> permissions.add(row));
    }

    private void refuse(String table, String column) {
        Optional<ObjectNode> definition =
                organisation.schema().table(table).map(Table::columns).map(each -> each.get(column));
        if (definition.isEmpty()) {
            throw new ImportFailure(
                    ImportFailure.COLUMN_OF_PROFILE,
                    "The attribute " + column + " of the entity " + table + " does not exist.");
        }
        if (!definition.get().path("IsSecured").asBoolean()) {
            throw new ImportFailure(
                    ImportFailure.NOT_SECURABLE,
                    "The attribute " + column + " of the entity " + table + " is not secured.");
        }
    }
}
