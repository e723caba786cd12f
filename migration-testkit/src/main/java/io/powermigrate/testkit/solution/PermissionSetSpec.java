package io.powermigrate.testkit.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A permission set: a column security profile with what it allows on secured columns. Immutable.
 *
 * <pre>{@code
 * PermissionSetSpec.named("Salaries").reads("new_order", "new_salary").edits("new_order", "new_discount")
 * }</pre>
 */
public final class PermissionSetSpec {
    private final String id;
    private final String name;
    private final List<Permission> permissions;

    private PermissionSetSpec(String id, String name, List<Permission> permissions) {
        this.id = id;
        this.name = name;
        this.permissions = List.copyOf(permissions);
    }

    private record Permission(String table, String column, boolean edits) {}

    /** A permission set that allows nothing; its id follows from its name. */
    public static PermissionSetSpec named(String name) {
        SpecError.notBlank(name, "name of a permission set", "Name it, for example Salaries.");
        return new PermissionSetSpec(Ids.of("fieldsecurityprofile", name), name, List.of());
    }

    /** The same under another id. */
    public PermissionSetSpec id(String guid) {
        return new PermissionSetSpec(Ids.checked(guid), name, permissions);
    }

    /** The same, allowed to read a column; both by their logical names. */
    public PermissionSetSpec reads(String table, String column) {
        return with(new Permission(table.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT), false));
    }

    /** The same, allowed to read, update and create a column; both by their logical names. */
    public PermissionSetSpec edits(String table, String column) {
        return with(new Permission(table.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT), true));
    }

    String id() {
        return id;
    }

    void write(Xml xml) {
        xml.open("FieldSecurityProfile", "name", name, "description", "", "fieldsecurityprofileid", "{" + id + "}");
        xml.open("FieldPermissions");
        for (Permission permission : permissions) {
            String edit = permission.edits() ? "4" : "0";
            xml.open("FieldPermission").leaf("EntityName", permission.table());
            xml.leaf("AttributeName", permission.column()).leaf("CanRead", "4");
            xml.leaf("CanUpdate", edit).leaf("CanCreate", edit).close();
        }
        xml.close().close();
    }

    private PermissionSetSpec with(Permission permission) {
        List<Permission> more = new ArrayList<>(permissions);
        more.add(permission);
        return new PermissionSetSpec(id, name, more);
    }
}
