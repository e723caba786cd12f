package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Depth;
import io.powermigrate.testkit.fake.internal.dataverse.Members;
import io.powermigrate.testkit.fake.internal.dataverse.MetadataShapes;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Security;
import io.powermigrate.testkit.fake.internal.dataverse.Shapes;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.solutions.SolutionState;
import io.powermigrate.testkit.fake.internal.world.ApplicationState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The Dataverse of an environment: its tables, rows, roles, members and settings. It begins with what each Dataverse has.
 * Thread-safe.
 *
 * <pre>{@code
 * FakeDataverse orders = fake.tenant("contoso.onmicrosoft.com").environment("Dev").dataverse("contosodev").organisation();
 * FakeRow row = orders.table("new_Order", "Order").row("new_orders", Map.of("new_name", "One"));
 * }</pre>
 */
public final class FakeDataverse extends Handle {
    private final Organisation inside;
    private final Dialects dialects;

    FakeDataverse(Organisation inside, Dialects dialects) {
        this.inside = inside;
        this.dialects = dialects;
        inside.settle();
    }

    /** Its solutions, and how imports and exports go. */
    public FakeSolutions solutions() {
        return new FakeSolutions(SolutionState.of(inside, dialects));
    }

    /**
     * Fills it with a solution package as people would have done, see {@link FakeSolutions#add}.
     *
     * @throws IllegalArgumentException for what is no package
     */
    public FakeSolution solution(byte[] zip) {
        return solutions().add(zip);
    }

    @Override
    Organisation inside() {
        return inside;
    }

    /** The domain name, the first label of its host. */
    public String name() {
        return inside.name();
    }

    /** The id of the organisation. */
    public String id() {
        return inside.id();
    }

    /**
     * A new unmanaged table of owned rows with a primary column, {@code new_Order} has {@code new_Name}; its entity set is its
     * logical name with an s.
     */
    public FakeDataverse table(String schemaName, String displayName) {
        String prefix = schemaName.substring(0, schemaName.indexOf('_') + 1);
        String set = schemaName.toLowerCase(Locale.ROOT) + "s";
        var names = new MetadataShapes.Names(schemaName, set, displayName, displayName + "s");
        inside.schema().define(inside.schema().shapes().table(names, true, prefix + "Name"));
        return this;
    }

    /**
     * A new column of a table.
     *
     * @param table logical name
     * @param type as metadata has it without its end, e.g. {@code String}, {@code Memo}, {@code Integer}, {@code DateTime}
     * @throws IllegalArgumentException if the table or the type does not exist
     */
    public FakeDataverse column(String table, String schemaName, String type) {
        ColumnType known = ColumnType.named(type);
        inside.schema().required(table);
        inside.schema().column(table, inside.schema().shapes().column(table, known, schemaName, schemaName));
        return this;
    }

    /** Lets a text column hold longer texts, as somebody would do it by hand; that is an unmanaged layer on a managed column. */
    public FakeDataverse lengthen(String table, String column, int length) {
        inside.exclusively(() -> {
            var known = inside.schema().required(table).column(column).orElseThrow();
            inside.schema().column(table, known.deepCopy().put("MaxLength", length));
            return this;
        });
        return this;
    }

    /** A new lookup column with its relationship; its navigation property has the case of the schema name. */
    public FakeDataverse lookup(String table, String schemaName, String target) {
        inside.exclusively(() -> {
            var shapes = inside.schema().shapes();
            inside.schema().column(table, shapes.lookup(table, schemaName, target));
            inside.schema().relate(shapes.oneToMany(table + "_" + schemaName, target, table, schemaName));
            return this;
        });
        return this;
    }

    /** A new alternate key of a table, which is active. */
    public FakeDataverse key(String table, String schemaName, String... columns) {
        inside.schema().key(table, inside.schema().shapes().key(table, schemaName, List.of(columns)));
        return this;
    }

    /**
     * The metadata id of a table.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public String tableId(String logicalName) {
        return inside.schema().required(logicalName).metadataId();
    }

    /**
     * A new unmanaged global choice with an option of each label, numbered from 100000000; returns its metadata id.
     *
     * @param name with the prefix of a publisher, e.g. {@code new_priority}
     */
    public String choice(String name, String... labels) {
        var options = IntStream.range(0, labels.length)
                .mapToObj(each -> Shapes.option(100_000_000 + each, labels[each]))
                .toList();
        inside.schema().choice(inside.schema().shapes().choice(name, name, options));
        return inside.schema().choice(name).orElseThrow().path("MetadataId").asText();
    }

    /** The logical names of all tables, in the order of their making. */
    public List<String> tables() {
        return inside.schema().tables().stream().map(Table::logicalName).toList();
    }

    /**
     * A new row.
     *
     * @param values by member as the Web API spells it; texts, numbers, booleans, or null
     * @throws IllegalArgumentException if the table has no such member
     */
    public FakeRow row(String entitySet, Map<String, ?> values) {
        return new FakeRow(inside, entitySet, inside.rows(entitySet).add(Json.ofMap(values)));
    }

    /** Links two rows by a many-to-many relationship, the row of its first table first. */
    public FakeDataverse link(String relationship, FakeRow first, FakeRow second) {
        inside.links().add(relationship, first.id(), second.id());
        return this;
    }

    /** That many new rows with a name of a number each, for tests of pages. */
    public FakeDataverse rows(String entitySet, int count) {
        String name = inside.rows(entitySet).table().primaryName();
        IntStream.rangeClosed(1, count)
                .forEach(each -> inside.rows(entitySet).add(Rows.row().put(name, "Row " + each)));
        return this;
    }

    /** All rows of an entity set, in the order of their making. */
    public List<FakeRow> rows(String entitySet) {
        inside.settle();
        String key = inside.rows(entitySet).table().primaryId();
        return inside.rows(entitySet).all().stream()
                .map(each -> new FakeRow(inside, entitySet, each.path(key).asText()))
                .toList();
    }

    /**
     * A new role of the root business unit.
     *
     * @param depths by name of privilege, e.g. {@code prvReadAccount}: Basic, Local, Deep or Global
     * @throws IllegalArgumentException if a privilege does not exist
     */
    public FakeRow role(String roleName, Map<String, String> depths) {
        return inside.exclusively(() -> {
            Security security = inside.security();
            String id = security.newRole(Rows.row().put("name", roleName));
            depths.forEach((privilege, depth) -> security.grant(id, privilegeId(privilege), Depth.of(depth)));
            return new FakeRow(inside, "roles", id);
        });
    }

    /**
     * Gives a role a privilege at this depth, as somebody would do it by hand.
     *
     * @param depth Basic, Local, Deep or Global
     * @throws IllegalArgumentException if the role or the privilege does not exist
     */
    public FakeDataverse grant(String roleName, String privilege, String depth) {
        inside.exclusively(() -> {
            inside.security().grant(roleId(roleName), privilegeId(privilege), Depth.of(depth));
            return this;
        });
        return this;
    }

    private String privilegeId(String privilege) {
        return inside.security()
                .privilege(privilege)
                .map(each -> each.path("privilegeid").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The organisation " + name() + " has no privilege '" + privilege + "'. Make its table first."));
    }

    /**
     * Gives a user these roles and no other.
     *
     * @throws IllegalArgumentException if a role does not exist
     */
    public FakeDataverse member(FakeUser user, String... roleNames) {
        UserState state = user.inside();
        String id = inside.members()
                .admit(new Members.Person(
                        state.objectId(), state.userPrincipalName(), state.displayName(), state.isAdministrator()));
        return roles(id, List.of(roleNames));
    }

    /** Makes a user of an application, with these roles. */
    public FakeDataverse member(FakeApplication application, String... roleNames) {
        ApplicationState state = application.inside();
        String id = inside.members()
                .admitApplication(
                        new Members.Person(state.objectId(), state.clientId(), state.clientId(), false),
                        state.clientId());
        return roles(id, List.of(roleNames));
    }

    private FakeDataverse roles(String userId, List<String> names) {
        List<String> ids = names.stream().map(this::roleId).toList();
        inside.members().rolesOf(userId).forEach(role -> inside.members().take(userId, role));
        ids.forEach(role -> inside.members().assign(userId, role));
        return this;
    }

    private String roleId(String roleName) {
        return inside.security()
                .roleNamed(roleName)
                .map(each -> each.path("roleid").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The organisation " + name() + " has no role '" + roleName + "'. Make it first."));
    }

    /** Changes of its metadata that nobody has published. */
    public FakeDrafts drafts() {
        return new FakeDrafts(inside);
    }

    /** Whether nothing of its metadata waits to be published. */
    public boolean isPublished() {
        return inside.unpublished().all().isEmpty();
    }

    /** Publishes all, as a person does in the portal. */
    public FakeDataverse publish() {
        inside.unpublished().publishAll();
        return this;
    }

    /** Blocks unmanaged customisations (wire/dataverse-facts.md, A9). */
    public FakeDataverse lockUnmanaged() {
        inside.settings().lockUnmanaged(true);
        return this;
    }

    /** The largest web resource that an import takes, in bytes. */
    public FakeDataverse maxUpload(long bytes) {
        inside.settings().maxUpload(bytes);
        return this;
    }

    /** The languages that are switched on; the first is that of the organisation. */
    public FakeDataverse languages(Integer... codes) {
        inside.settings().languages(List.of(codes));
        return this;
    }

    /** The version of the server, of four parts. */
    public FakeDataverse version(String version) {
        inside.settings().version(version);
        return this;
    }
}
