package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Privileges and roles of an organisation; both are rows (wire/dataverse.md, section 4.1). Thread-safe.
 */
public final class Security {
    /** Privileges that every role has and keeps. */
    public static final List<String> BASELINE = List.of(
            "prvCreateSharePointData",
            "prvReadPluginAssembly",
            "prvReadPluginType",
            "prvReadSdkMessage",
            "prvReadSdkMessageProcessingStep",
            "prvReadSdkMessageProcessingStepImage",
            "prvReadSharePointData",
            "prvReadSharePointDocument",
            "prvWriteSharePointData");

    private record Right(String word, int number) {}

    private static final List<Right> RIGHTS = List.of(
            new Right("Create", 32),
            new Right("Read", 1),
            new Right("Write", 2),
            new Right("Delete", 65536),
            new Right("Append", 4),
            new Right("AppendTo", 16),
            new Right("Assign", 524288),
            new Right("Share", 262144));

    private final Organisation organisation;

    Security(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The id of the root business unit; empty while there is none. */
    public String rootBusinessUnit() {
        return organisation.schema().table("businessunit").isEmpty()
                ? ""
                : organisation.rows("businessunits").all().stream()
                        .filter(each -> each.path("_parentbusinessunitid_value")
                                .asText("")
                                .isEmpty())
                        .map(each -> each.path("businessunitid").asText())
                        .findFirst()
                        .orElse("");
    }

    public Optional<ObjectNode> privilege(String name) {
        return organisation.rows("privileges").first("name", name);
    }

    /** The privileges of a new table; one that the organisation owns has neither Assign nor Share. */
    void privilegesFor(Table table) {
        boolean ready = organisation.schema().table("privilege").isPresent();
        if (!ready || table.header().path("IsIntersect").asBoolean()) {
            return;
        }
        for (Right right : RIGHTS) {
            boolean ofOwners = right.word().equals("Assign") || right.word().equals("Share");
            if (table.isUserOwned() || !ofOwners) {
                privilege("prv" + right.word() + table.schemaName(), right.number(), table.isUserOwned());
            }
        }
    }

    /** Makes a privilege if there is none of that name, and gives it to the built-in roles of administrators. */
    String privilege(String name, int right, boolean atEachDepth) {
        Optional<ObjectNode> known = privilege(name);
        if (known.isPresent()) {
            return known.get().path("privilegeid").asText();
        }
        String id = organisation
                .rows("privileges")
                .add(Rows.row()
                        .put(
                                "privilegeid",
                                KnownIds.privilege(name).orElseGet(() -> organisation.idOf("privilege/" + name)))
                        .put("name", name)
                        .put("accessright", right)
                        .put("canbebasic", atEachDepth)
                        .put("canbelocal", atEachDepth)
                        .put("canbedeep", atEachDepth)
                        .put("canbeglobal", true)
                        .put("canbeentityreference", false)
                        .put("canbeparententityreference", false)
                        .put("canberecordfilter", false));
        for (String role : List.of(KnownIds.ADMINISTRATOR_TEMPLATE, KnownIds.CUSTOMIZER_TEMPLATE)) {
            roleOfTemplate(role).ifPresent(each -> grant(each.path("roleid").asText(), id, Depth.GLOBAL));
        }
        return id;
    }

    /** The privileges of a table as its metadata tells them. */
    public List<ObjectNode> privilegesOf(Table table) {
        return RIGHTS.stream()
                .map(right -> privilege("prv" + right.word() + table.schemaName()))
                .flatMap(Optional::stream)
                .toList();
    }

    void forget(Table table) {
        for (ObjectNode privilege : privilegesOf(table)) {
            String id = privilege.path("privilegeid").asText();
            organisation.rows("privileges").remove(id);
            organisation
                    .rows("roleprivilegescollection")
                    .where("privilegeid", id)
                    .forEach(each -> organisation
                            .rows("roleprivilegescollection")
                            .remove(each.path("roleprivilegeid").asText()));
        }
    }

    public Optional<ObjectNode> role(String id) {
        return organisation.rows("roles").find(id);
    }

    /** The role of the root business unit that has that name. */
    public Optional<ObjectNode> roleNamed(String name) {
        return organisation.rows("roles").first("name", name);
    }

    /** The built-in role of a template. */
    public Optional<ObjectNode> roleOfTemplate(String templateId) {
        return organisation.schema().table("role").isEmpty()
                ? Optional.empty()
                : organisation.rows("roles").first("_roletemplateid_value", templateId);
    }

    /** Makes a role of the root business unit with the privileges that every role has; gives back its id. */
    public String newRole(ObjectNode row) {
        ObjectNode role = row.deepCopy();
        String id = role.path("roleid").asText(organisation.nextId("role")).toLowerCase(Locale.ROOT);
        ObjectNode defaults = Rows.row()
                .put("roleid", id)
                .put("roleidunique", organisation.nextId("roleunique"))
                .put("organizationid", organisation.id())
                .put("isinherited", 1)
                .put("ismanaged", false)
                .put("solutionid", KnownIds.ACTIVE_SOLUTION)
                .put("overwritetime", "1900-01-01T00:00:00Z")
                .put("_businessunitid_value", rootBusinessUnit())
                .putNull("_parentroleid_value")
                .put("_parentrootroleid_value", id);
        defaults.set("canbedeleted", Shapes.managed(true, true, "canbedeleted"));
        defaults.setAll(role);
        organisation.rows("roles").add(defaults.put("roleid", id));
        BASELINE.forEach(name -> privilege(name)
                .ifPresent(each -> grant(id, each.path("privilegeid").asText(), Depth.GLOBAL)));
        return id;
    }

    /** Gives a privilege to a role, or changes how far it reaches. */
    public void grant(String roleId, String privilegeId, Depth depth) {
        Rows all = organisation.rows("roleprivilegescollection");
        String id = organisation.idOf("roleprivilege/" + roleId + "/" + privilegeId);
        ObjectNode row = Rows.row()
                .put("roleid", roleId)
                .put("privilegeid", privilegeId)
                .put("privilegedepthmask", depth.mask());
        all.put(id, row);
    }

    /** Takes a privilege from a role; those that every role has stay. */
    public void revoke(String roleId, String privilegeId) {
        boolean kept = organisation
                .rows("privileges")
                .find(privilegeId)
                .filter(each -> BASELINE.contains(each.path("name").asText()))
                .isPresent();
        if (!kept) {
            organisation
                    .rows("roleprivilegescollection")
                    .remove(organisation.idOf("roleprivilege/" + roleId + "/" + privilegeId));
        }
    }

    /** The privileges of a role: ids with depths. */
    public Map<String, Depth> granted(String roleId) {
        Map<String, Depth> granted = new LinkedHashMap<>();
        organisation
                .rows("roleprivilegescollection")
                .where("roleid", roleId)
                .forEach(each -> granted.put(
                        each.path("privilegeid").asText(),
                        Depth.ofMask(each.path("privilegedepthmask").asInt())));
        return granted;
    }

    /** The privileges that a user has by all roles: ids with the greatest depths. */
    public Map<String, Depth> grantedToUser(String userId) {
        Map<String, Depth> granted = new LinkedHashMap<>();
        for (String role : organisation.members().rolesOf(userId)) {
            granted(role)
                    .forEach(
                            (id, depth) -> granted.merge(id, depth, (one, two) -> one.compareTo(two) >= 0 ? one : two));
        }
        return granted;
    }

    /** Whether a user has the privilege of that name, at any depth. */
    public boolean allows(String userId, String privilegeName) {
        return privilege(privilegeName)
                .filter(each -> grantedToUser(userId)
                        .containsKey(each.path("privilegeid").asText()))
                .isPresent();
    }
}
