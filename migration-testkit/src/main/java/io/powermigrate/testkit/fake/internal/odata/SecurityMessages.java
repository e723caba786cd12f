package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Depth;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Map;

/** The messages of roles and privileges (wire/dataverse.md, section 4.1). */
final class SecurityMessages {
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private SecurityMessages() {}

    static List<Message> all() {
        return List.of(
                Message.function("RetrieveRolePrivilegesRole", SecurityMessages::ofRole),
                Message.function("RetrieveUserPrivileges", SecurityMessages::ofUser),
                Message.action("AddPrivilegesRole", FakeEffect.WRITE, SecurityMessages::add),
                Message.action("ReplacePrivilegesRole", FakeEffect.WRITE, SecurityMessages::replace),
                Message.action("RemovePrivilegeRole", FakeEffect.WRITE, SecurityMessages::remove));
    }

    private static Answer ofRole(Request request, ObjectNode parameters) {
        String id = parameters.path("RoleId").asText();
        Organisation organisation = request.organisation();
        Rights.check(request, "prvReadRole");
        if (organisation.security().role(id).isEmpty()) {
            throw Refused.noRow("role", id);
        }
        return privileges(
                request,
                "RetrieveRolePrivilegesRoleResponse",
                organisation.security().granted(id));
    }

    private static Answer ofUser(Request request, ObjectNode parameters) {
        String id = parameters
                .path("@bound")
                .asText(parameters
                        .path("UserId")
                        .asText(parameters.path("userId").asText()));
        Organisation organisation = request.organisation();
        if (organisation.rows("systemusers").find(id).isEmpty()) {
            throw Refused.noRow("systemuser", id);
        }
        return privileges(
                request,
                "RetrieveUserPrivilegesResponse",
                organisation.security().grantedToUser(id));
    }

    private static Answer privileges(Request request, String type, Map<String, Depth> granted) {
        ObjectNode body = BuiltInMessages.response(request, type).body();
        ArrayNode list = body.putArray("RolePrivileges");
        String unit = request.organisation().security().rootBusinessUnit();
        granted.forEach((id, depth) -> {
            String name = request.organisation()
                    .rows("privileges")
                    .find(id)
                    .map(each -> each.path("name").asText())
                    .orElse("");
            list.add(Json.object()
                    .put("Depth", depth.word())
                    .put("PrivilegeId", id)
                    .put("BusinessUnitId", unit)
                    .put("PrivilegeName", name)
                    .put("RecordFilterId", NO_ID)
                    .putNull("RecordFilterUniqueName"));
        });
        return Answer.ok(body);
    }

    private static Answer add(Request request, ObjectNode parameters) {
        String role = role(request, parameters);
        parameters.path("Privileges").forEach(each -> grant(request, role, each));
        return Answer.empty(204);
    }

    private static Answer replace(Request request, ObjectNode parameters) {
        String role = role(request, parameters);
        var security = request.organisation().security();
        security.granted(role).keySet().forEach(id -> security.revoke(role, id));
        parameters.path("Privileges").forEach(each -> grant(request, role, each));
        return Answer.empty(204);
    }

    private static Answer remove(Request request, ObjectNode parameters) {
        request.organisation()
                .security()
                .revoke(
                        role(request, parameters),
                        parameters.path("PrivilegeId").asText());
        return Answer.empty(204);
    }

    private static String role(Request request, ObjectNode parameters) {
        Rights.check(request, "prvWriteRole");
        String id = parameters.path("@bound").asText();
        Organisation organisation = request.organisation();
        ObjectNode row = organisation.security().role(id).orElseThrow(() -> Refused.noRow("role", id));
        Protection.check(organisation, organisation.schema().required("role"), row);
        return id;
    }

    /** A privilege can be given only as far as its flags say. */
    private static void grant(Request request, String role, JsonNode wanted) {
        String id = wanted.path("PrivilegeId").asText();
        Depth depth = Depth.of(wanted.path("Depth").asText("Basic"));
        ObjectNode privilege =
                request.organisation().rows("privileges").find(id).orElseThrow(() -> Refused.noRow("privilege", id));
        if (!privilege.path(depth.flag()).asBoolean()) {
            throw Refused.argument("The privilege " + privilege.path("name").asText() + " with id = " + id
                    + " can't have depth = " + depth.word() + ", RoleId = " + role);
        }
        request.organisation()
                .security()
                .grant(role, privilege.path("privilegeid").asText(), depth);
    }
}
