package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Subject;
import java.util.List;

/** The rows of a table, with what their navigation properties lead to. */
record RowSubject(Organisation organisation, Table table) implements Subject {

    @Override
    public JsonNode value(JsonNode node, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return node.path(path);
        }
        String head = path.substring(0, slash);
        if (isObject(head)) {
            return node.path(head).path(path.substring(slash + 1));
        }
        List<ObjectNode> found = navigation(head).rows(organisation, table, node);
        return found.isEmpty() ? MissingNode.getInstance() : of(head).value(found.get(0), path.substring(slash + 1));
    }

    @Override
    public List<ObjectNode> collection(JsonNode node, String path) {
        return navigation(path).rows(organisation, table, node);
    }

    @Override
    public Subject of(String collectionPath) {
        return new RowSubject(organisation, navigation(collectionPath).target());
    }

    private Navigation navigation(String name) {
        return Navigation.of(organisation, table, name)
                .orElseThrow(() -> Malformed.noProperty(name, table.logicalName()));
    }

    @Override
    public void check(String path) {
        int slash = path.indexOf('/');
        String head = slash < 0 ? path : path.substring(0, slash);
        if (slash < 0 || isObject(head)) {
            checkColumn(head);
        } else {
            of(head).check(path.substring(slash + 1));
        }
    }

    /** A managed property, whose members are addressed like those of what a navigation property leads to. */
    private boolean isObject(String name) {
        return table.column(name).filter(each -> !Columns.isLookup(each)).isPresent();
    }

    private void checkColumn(String name) {
        boolean lookup = table.column(name).filter(Columns::isLookup).isPresent();
        if (!table.holds(name) || lookup) {
            throw Malformed.noProperty(name, table.logicalName());
        }
    }
}
