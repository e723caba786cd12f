package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What the service remembers of one Dataverse. Tables are metadata in the shape of the Web API, everything that Dataverse
 * keeps as rows is rows (wire/dataverse.md, sections 2 to 5). Nodes that it gives out are never changed by it and must not
 * be changed by the one who asked. Thread-safe; several steps that belong together run in {@link #exclusively}.
 */
public final class Organisation {
    private final Founding founding;
    private final AtomicLong versions = new AtomicLong(1_000_000);
    private final Schema schema;
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    private final Links links;
    private final Security security;
    private final Members members;
    private final Settings settings;
    private final Unpublished unpublished = new Unpublished();
    private final ComponentTypes componentTypes;
    private final Map<Class<?>, Object> attached = new LinkedHashMap<>();
    private final List<Runnable> looks = new CopyOnWriteArrayList<>();

    private Organisation(Founding founding) {
        this.founding = founding;
        this.schema = new Schema(this);
        this.links = new Links();
        this.settings = new Settings(this);
        this.security = new Security(this);
        this.members = new Members(this);
        this.componentTypes = new ComponentTypes(this);
    }

    /** A new one with what each Dataverse has. */
    public static Organisation of(Founding founding) {
        Organisation organisation = new Organisation(founding);
        BuiltInTables.into(organisation.schema);
        BuiltInRows.into(organisation);
        organisation.componentTypes.write();
        return organisation;
    }

    /** The domain name, the first label of its host. */
    public String name() {
        return founding.name();
    }

    public String id() {
        return founding.id();
    }

    public String displayName() {
        return founding.displayName();
    }

    public Instant now() {
        return founding.clock().get();
    }

    /** The moment as the Web API writes it, to the second. */
    public String stamp() {
        return Ids.seconds(now());
    }

    /** The next id of a series, the same in each run. */
    public String nextId(String series) {
        return founding.ids().next(founding.id() + "/" + series);
    }

    /** The id of a named thing of this organisation. */
    public String idOf(String name) {
        return founding.ids().of(founding.id() + "/" + name);
    }

    /** The id of a named thing that is the same in every organisation. */
    String commonIdOf(String name) {
        return founding.ids().of("dataverse/" + name);
    }

    long nextVersion() {
        return versions.incrementAndGet();
    }

    /** The version that the next change will exceed; what changed since has a greater one. */
    public long version() {
        return versions.get();
    }

    public Schema schema() {
        return schema;
    }

    public Links links() {
        return links;
    }

    public Security security() {
        return security;
    }

    public Members members() {
        return members;
    }

    public Settings settings() {
        return settings;
    }

    public Unpublished unpublished() {
        return unpublished;
    }

    public ComponentTypes componentTypes() {
        return componentTypes;
    }

    /**
     * The rows of an entity set, e.g. {@code solutions}.
     *
     * @throws IllegalArgumentException where no table has that set
     */
    public Rows rows(String entitySet) {
        synchronized (this) {
            Table table = schema.ofSet(entitySet)
                    .orElseThrow(() -> new IllegalArgumentException("The organisation " + name()
                            + " has no entity set '" + entitySet + "'. Define its table."));
            return rows.computeIfAbsent(table.logicalName(), any -> new Rows(this, table.logicalName()));
        }
    }

    /** The rows of a table by its logical name. */
    public Rows rowsOf(String table) {
        return rows(schema.required(table).entitySet());
    }

    void forget(String table) {
        synchronized (this) {
            rows.remove(table);
        }
    }

    /** What another room remembers of this organisation, made when it is first asked for. */
    public <T> T attached(Class<T> type, Supplier<T> make) {
        synchronized (this) {
            Object known = attached.get(type);
            T found = known == null ? make.get() : type.cast(known);
            attached.put(type, found);
            return found;
        }
    }

    /** Runs before anybody looks at the organisation: what is due by then has happened. */
    public void beforeEachLook(Runnable settles) {
        looks.add(settles);
    }

    /** Lets everything happen that is due. Routes and handles begin with it. */
    public void settle() {
        looks.forEach(Runnable::run);
    }

    /** Runs a change of several things as one; nested calls are fine. */
    public <T> T exclusively(Supplier<T> change) {
        synchronized (this) {
            return change.get();
        }
    }

    /** As {@link #exclusively}, and nothing of it stays where it fails. */
    public <T> T atomically(Supplier<T> change) {
        synchronized (this) {
            Runnable before = kept();
            try {
                return change.get();
            } catch (RuntimeException failed) {
                before.run();
                throw failed;
            }
        }
    }

    /** Rows, links and metadata as they are now, to go back to them. */
    private Runnable kept() {
        Map<String, Map<String, ObjectNode>> keptRows = new LinkedHashMap<>();
        rows.forEach((table, each) -> keptRows.put(table, each.kept()));
        Runnable schemaBefore = schema.kept();
        Runnable linksBefore = links.kept();
        Runnable unpublishedBefore = unpublished.kept();
        return () -> {
            schemaBefore.run();
            linksBefore.run();
            unpublishedBefore.run();
            rows.keySet().retainAll(keptRows.keySet());
            keptRows.forEach((table, content) ->
                    rows.computeIfAbsent(table, name -> new Rows(this, name)).goBack(content));
        };
    }

    @Override
    public String toString() {
        return "organisation " + name();
    }
}
