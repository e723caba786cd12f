package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.schema.ColumnPermission;
import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads roles and column security profiles (wire/dataverse.md, section 6.7). */
final class SecurityReader {

    private final XmlCursor xml;
    private final Taken taken;

    SecurityReader(XmlCursor xml, Taken taken) {
        this.xml = xml;
        this.taken = taken;
    }

    Role role() {
        String id = xml.attribute("id").map(Fields::id).orElse("");
        String name = xml.attribute("name").orElse("");
        Map<String, PrivilegeDepth> privileges = new LinkedHashMap<>();
        xml.children(child -> {
            if (child.equals("RolePrivileges")) {
                xml.children(privilege -> privileges.put(xml.attribute("name").orElse(""), depth(name)));
            }
        });
        return new Role(id, name, privileges, null);
    }

    /** What a word that nobody knows allows could be anything, so the role is not read. */
    private PrivilegeDepth depth(String role) {
        String level = xml.attribute("level").orElse("");
        return PrivilegeDepth.of(level).orElseThrow(() -> taken.refusals()
                .refused(
                        "its role '" + Shown.name(role) + "' grants a privilege at the level '" + Shown.name(level)
                                + "', which is not known",
                        "Use a version of this library that knows the level"));
    }

    ColumnSecurityProfile profile() {
        String id = xml.attribute("fieldsecurityprofileid").map(Fields::id).orElse("");
        String name = xml.attribute("name").orElse("");
        List<ColumnPermission> permissions = new ArrayList<>();
        xml.children(child -> {
            if (child.equals("FieldPermissions")) {
                xml.children(permission -> permissions.add(permission()));
            }
        });
        return new ColumnSecurityProfile(id, name, permissions);
    }

    private ColumnPermission permission() {
        Fields fields = Fields.read(
                xml, Set.of("EntityName", "AttributeName", "CanRead", "CanUpdate", "CanCreate"), child -> {});
        return new ColumnPermission(
                Fields.logical(fields.text("EntityName", "")),
                Fields.logical(fields.text("AttributeName", "")),
                fields.number("CanRead", 0),
                fields.number("CanUpdate", 0),
                fields.number("CanCreate", 0));
    }
}
