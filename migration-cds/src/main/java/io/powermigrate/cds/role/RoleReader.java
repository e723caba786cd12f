package io.powermigrate.cds.role;

import io.powermigrate.cds.rows.Changes;
import io.powermigrate.cds.rows.Details;
import io.powermigrate.cds.rows.Members;
import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.solution.schema.Metadata;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads roles of the root business unit; the privileges of all that a plan is about come with one request. Thread-safe. */
public final class RoleReader implements ResourceReader<SecurityRole> {

    /** A reader; it holds no state. */
    public RoleReader() {}

    @Override
    public ResourceType<SecurityRole> type() {
        return SecurityRole.TYPE;
    }

    @Override
    public Stream<SecurityRole> list(Endpoint endpoint) {
        if (!Dataverse.exists(endpoint)) {
            return Stream.empty();
        }
        Rows rows = endpoint.client(Rows.KEY);
        RoleSolutions solutions = endpoint.ceiling() == Effect.READ ? RoleSolutions.of(rows) : RoleSolutions.none();
        return rows.all(RowKind.ROLES).stream().map(row -> listed(row, solutions));
    }

    private static SecurityRole listed(Document row, RoleSolutions solutions) {
        String name = row.text("name").orElse("");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("managed", row.flag("ismanaged"));
        content.put("template", row.text("_roletemplateid_value").orElse(""));
        content.put("solutions", solutions.holding(row.text("roleid").orElse("")));
        return new SecurityRole(Item.of(
                        SecurityRole.TYPE.key(name),
                        row.text("roleid").orElse("").toLowerCase(Locale.ROOT),
                        name)
                .withContent(Document.of(content)));
    }

    @Override
    public void prepareFetch(Collection<? extends SecurityRole> listed, Endpoint endpoint) {
        List<String> ids = listed.stream().map(SecurityRole::id).toList();
        List<Query> queries = ids.stream()
                .flatMap(id -> Stream.of(privileges(id), Members.OF_ROLES.of(id)))
                .toList();
        List<Answer> answers = endpoint.client(Dataverse.KEY).batch(queries);
        for (int i = 0; i < ids.size() && 2 * i + 1 < answers.size(); i++) {
            keep(ids.get(i), answers.get(2 * i), answers.get(2 * i + 1), endpoint);
        }
    }

    /** Who may not see users still may see privileges. */
    private void keep(String id, Answer privileges, Answer members, Endpoint endpoint) {
        if (privileges.error() == null) {
            Document told = Document.of(Map.of("privileges", privileges.json().at("RolePrivileges")));
            Details.of(endpoint)
                    .keep(
                            type(),
                            id,
                            Members.OF_ROLES
                                    .in(members)
                                    .map(names -> told.with("members", names))
                                    .orElse(told));
        }
    }

    private Document asked(String id, Endpoint endpoint) {
        List<Answer> answers = endpoint.client(Dataverse.KEY).batch(List.of(privileges(id), Members.OF_ROLES.of(id)));
        keep(id, answers.get(0), answers.get(1), endpoint);
        return Details.of(endpoint).take(type(), id, () -> answers.get(0).object());
    }

    private static Query privileges(String roleId) {
        return Query.function("RetrieveRolePrivilegesRole", Parameters.guid("RoleId", roleId));
    }

    @Override
    public SecurityRole fetch(SecurityRole listed, Endpoint endpoint, Workspace workspace) {
        Document told = Details.of(endpoint).take(type(), listed.id(), () -> asked(listed.id(), endpoint));
        Document named = Document.of(Map.of("roleid", listed.id(), "name", listed.displayName()));
        Document row = listed.template()
                .map(template -> named.with("_roletemplateid_value", template))
                .orElse(named);
        return listed.with(Metadata.role(row, told.at("privileges"))).heldBy(told.at("members"));
    }

    /** A solution keeps the id; a built-in role is found by its template; else a line or a unique name decides. */
    @Override
    public Match<SecurityRole> match(SecurityRole source, Inventory destination, Mapping mapping) {
        return Matching.byBinding(type(), source, destination, mapping)
                .or(() -> destination.byId(type(), source.id()).map(same -> Match.one(same, "has the same id")))
                .or(() -> source.template().flatMap(template -> ofTemplate(template, destination)))
                .orElseGet(() -> Matching.byName(type(), source, destination, mapping));
    }

    private static Optional<Match<SecurityRole>> ofTemplate(String template, Inventory destination) {
        return destination.all(SecurityRole.TYPE).stream()
                .filter(role ->
                        role.template().filter(template::equalsIgnoreCase).isPresent())
                .findFirst()
                .map(role -> Match.one(role, "is made of the same template"));
    }

    @Override
    public List<Difference> differences(SecurityRole desired, SecurityRole actual) {
        Role wanted = desired.wanted();
        Role there = actual.definition();
        return Changes.lacking(
                schema(wanted), schema(new Role(wanted.id(), wanted.name(), there.privileges(), there.template())));
    }

    private static Schema schema(Role role) {
        return new Schema(List.of(), List.of(), List.of(), List.of(role), List.of());
    }
}
