package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Depth;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Security;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Roles keep their ids; privileges are found by their names (wire/dataverse.md, sections 4.1 and 6.7). */
final class RoleImport {
    private final Arrival arrival;
    private final Organisation organisation;
    private final Security security;

    RoleImport(Arrival arrival) {
        this.arrival = arrival;
        this.organisation = arrival.organisation();
        this.security = organisation.security();
    }

    void role(Part part) {
        Element xml = part.xml();
        String id = Manifest.plain(xml.getAttribute("id"));
        Optional<ObjectNode> named = security.roleNamed(xml.getAttribute("name"));
        if (named.isPresent() && !named.get().path("roleid").asText().equalsIgnoreCase(id)) {
            if (arrival.order().isChecked()) {
                throw new ImportFailure(
                        ImportFailure.ROLE,
                        "The role " + xml.getAttribute("name") + " already exists with another id: "
                                + named.get().path("roleid").asText() + ".");
            }
        }
        Map<String, Depth> wanted = wanted(xml, id);
        Optional<ObjectNode> now = security.role(id);
        ObjectNode fingerprint = fingerprint(wanted);
        if (now.isEmpty()) {
            security.newRole(arrival.owned(Rows.row()
                    .put("roleid", id)
                    .put("name", xml.getAttribute("name"))
                    .put("description", Dom.text(xml, "Description"))));
        } else if (!arrival.layering()
                .shows(
                        "role:" + id,
                        fingerprint(security.granted(id)),
                        now.get().path("ismanaged").asBoolean())) {
            return;
        }
        grant(id, wanted, now.isPresent());
        arrival.layering().set("role:" + id, fingerprint(security.granted(id)));
    }

    private Map<String, Depth> wanted(Element xml, String roleId) {
        Map<String, Depth> wanted = new LinkedHashMap<>();
        for (Element each : Dom.list(xml, "RolePrivileges")) {
            String name = each.getAttribute("name");
            Optional<ObjectNode> privilege = security.privilege(name).or(() -> ofSystem(name));
            if (privilege.isPresent()) {
                Depth depth = Depth.of(each.getAttribute("level"));
                refuseDepth(privilege.get(), depth, roleId);
                wanted.put(privilege.get().path("privilegeid").asText(), depth);
            } else if (refusesUnknown()) {
                throw new ImportFailure(
                        ImportFailure.UNKNOWN_PRIVILEGE,
                        "The role " + xml.getAttribute("name") + " has the privilege " + name
                                + ", which does not exist in this organization.");
            }
        }
        return wanted;
    }

    /** The fake lists few of the system's own privileges; every Dataverse has them. Those of custom tables it knows. */
    private Optional<ObjectNode> ofSystem(String name) {
        if (name.indexOf('_') >= 0 && arrival.order().isChecked()) {
            return Optional.empty();
        }
        Rows rows = organisation.rows("privileges");
        String id = rows.add(Rows.row()
                .put("privilegeid", organisation.idOf("privilege/" + name))
                .put("name", name)
                .put("accessright", 0)
                .put("canbebasic", true)
                .put("canbelocal", true)
                .put("canbedeep", true)
                .put("canbeglobal", true));
        return rows.find(id);
    }

    private boolean refusesUnknown() {
        return arrival.order().isChecked()
                && arrival.state().dialects().is(Dialect.ROLE_WITH_UNKNOWN_PRIVILEGE, "refused");
    }

    private void refuseDepth(ObjectNode privilege, Depth depth, String roleId) {
        if (arrival.order().isChecked() && !privilege.path(depth.flag()).asBoolean()) {
            throw new ImportFailure(
                    ImportFailure.ROLE,
                    "The privilege " + privilege.path("name").asText() + " with id = "
                            + privilege.path("privilegeid").asText() + " can't have depth = " + depth.word()
                            + ", RoleId = " + roleId);
        }
    }

    private void grant(String roleId, Map<String, Depth> wanted, boolean known) {
        if (known && arrival.state().dialects().is(Dialect.ROLE_UPDATE, "replaced")) {
            security.granted(roleId).keySet().stream()
                    .filter(each -> !wanted.containsKey(each))
                    .forEach(each -> security.revoke(roleId, each));
        }
        wanted.forEach((privilege, depth) -> security.grant(roleId, privilege, depth));
    }

    static ObjectNode fingerprint(Map<String, Depth> privileges) {
        ObjectNode all = Rows.row();
        privileges.forEach((privilege, depth) -> all.put(privilege, depth.word()));
        return all;
    }
}
