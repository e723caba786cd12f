package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The body of {@code modifyPermissions}, of apps and of flows: shares to give and shares to take
 * (wire/power-platform.md, sections 4.3 and 8.2). What is refused is refused whole, before anything changes. How the
 * service words a refusal is not known. Immutable.
 */
public record ShareBody(List<Sharing.Grant> put, List<String> delete) {
    private static final Set<String> TYPES = Set.of("User", "Group", "ServicePrincipal", "Tenant");

    /** The body, if it makes sense for a thing of that tenant with those roles. */
    public static ShareBody of(ObjectNode body, TenantState tenant, Set<String> roles) {
        List<Sharing.Grant> put = new ArrayList<>();
        for (JsonNode item : body.path("put")) {
            JsonNode properties = item.path("properties");
            put.add(grant(
                    properties.path("principal"), properties.path("roleName").asText(), tenant, roles));
        }
        List<String> delete = new ArrayList<>();
        body.path("delete")
                .forEach(item ->
                        delete.add(ResourceIds.last(item.path("id").asText()).replaceFirst("(?i)^tenant-", "")));
        if (put.isEmpty() && delete.isEmpty()) {
            throw refused("It has neither \"put\" nor \"delete\".");
        }
        return new ShareBody(List.copyOf(put), List.copyOf(delete));
    }

    private static Sharing.Grant grant(JsonNode principal, String role, TenantState tenant, Set<String> roles) {
        String type = principal.path("type").asText();
        boolean everybody = type.equals("Tenant");
        String id = everybody ? tenant.id() : principal.path("id").asText().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type) || id.isEmpty()) {
            throw refused("A principal needs an id and a type of "
                    + TYPES.stream().sorted().toList() + ".");
        }
        if (!roles.contains(role) || everybody && !role.equals(Sharing.VIEWER)) {
            throw refused("The role '" + role + "' cannot be given to a " + type + " this way.");
        }
        if (type.equals("User") && tenant.userById(id).isEmpty()) {
            throw refused("The user '" + id + "' is not in the tenant.");
        }
        return new Sharing.Grant(id, type, role);
    }

    /** Does it, and answers the shares that were given, each as its kind of thing tells one. */
    public Answer applied(Sharing sharing, Function<Sharing.Grant, ObjectNode> json) {
        ObjectNode answer = Json.object();
        answer.putArray("put");
        applyTo(sharing).forEach(grant -> answer.withArray("put").add(json.apply(grant)));
        return Answer.ok(answer);
    }

    private List<Sharing.Grant> applyTo(Sharing sharing) {
        String owner = sharing.owner().objectId();
        if (delete.stream().anyMatch(owner::equalsIgnoreCase)
                || put.stream().anyMatch(each -> each.principal().equalsIgnoreCase(owner))) {
            throw refused("The owner's own role cannot be changed this way.");
        }
        delete.forEach(sharing::revoke);
        put.forEach(sharing::grant);
        return put;
    }

    /** The principal as the lists of shares tell it. */
    public static ObjectNode principal(Sharing.Grant grant, TenantState tenant) {
        ObjectNode principal = Json.object().put("id", grant.principal());
        tenant.userById(grant.principal())
                .ifPresent(user ->
                        principal.put("displayName", user.displayName()).put("email", user.userPrincipalName()));
        return principal.put("type", grant.type()).put("tenantId", tenant.id());
    }

    /** The owner first, then everybody else. */
    public static List<Sharing.Grant> all(Sharing sharing) {
        List<Sharing.Grant> all = new ArrayList<>();
        all.add(new Sharing.Grant(sharing.owner().objectId(), "User", "Owner"));
        all.addAll(sharing.grants());
        return all;
    }

    private static Refusal refused(String words) {
        return Refusal.of(400, "InvalidPermissionRequest", "The permissions were not changed. " + words);
    }
}
