package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import java.util.Optional;

/** A row of a table of a Dataverse, asked each time as it is then (wire/dataverse.md, section 1). Thread-safe. */
public final class FakeRow {
    private final Organisation organisation;
    private final String entitySet;
    private final String id;

    FakeRow(Organisation organisation, String entitySet, String id) {
        this.organisation = organisation;
        this.entitySet = entitySet;
        this.id = id;
    }

    /** The entity set, e.g. {@code accounts}. */
    public String entitySet() {
        return entitySet;
    }

    /** The id, in lower case. */
    public String id() {
        return id;
    }

    /** Whether the row is still there. */
    public boolean exists() {
        return row().isPresent();
    }

    /**
     * The value of a member as the Web API spells it, e.g. {@code name} or {@code _primarycontactid_value}, as text.
     *
     * @return empty for nothing, also where the row is no more
     */
    public Optional<String> value(String member) {
        return row().map(each -> each.path(member))
                .filter(each -> !each.isMissingNode() && !each.isNull())
                .map(each -> each.isValueNode() ? each.asText() : each.toString());
    }

    /**
     * Changes a text of the row, as somebody else would do it meanwhile; its version grows.
     *
     * @throws IllegalArgumentException if the table has no such member
     */
    public FakeRow with(String member, String value) {
        organisation.rows(entitySet).update(id, Rows.row().put(member, value));
        return this;
    }

    /** Takes the row away. */
    public void remove() {
        organisation.rows(entitySet).remove(id);
    }

    private Optional<ObjectNode> row() {
        organisation.settle();
        return organisation.rows(entitySet).find(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FakeRow row
                && row.organisation == organisation
                && row.entitySet.equals(entitySet)
                && row.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return entitySet + "(" + id + ")";
    }
}
