package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import java.util.List;
import java.util.Optional;

/** References to rows: {@code /accounts(…)}, {@code accounts(…)}, or a whole address. */
final class References {

    private References() {}

    /** The id of a row of that table, which must be there. */
    static String id(Organisation organisation, Table target, String address) {
        Segment segment = last(address);
        String id = Keys.primary(target, segment)
                .orElseThrow(() -> Refused.argument("'" + address + "' is no reference to a row by its id."));
        Optional<ObjectNode> row = organisation.rowsOf(target.logicalName()).find(id);
        if (!segment.name().equals(target.entitySet()) || row.isEmpty()) {
            throw Refused.noRow(target.logicalName(), id);
        }
        return id;
    }

    /** The id of a user or a team. */
    static String owner(Organisation organisation, String address) {
        boolean team = last(address).name().equals("teams");
        return id(organisation, organisation.schema().required(team ? "team" : "systemuser"), address);
    }

    private static Segment last(String address) {
        List<Segment> segments = Segment.of(address.replaceFirst("(?i)^https?://", ""));
        if (segments.isEmpty()) {
            throw Refused.argument("An empty reference leads to no row.");
        }
        return segments.get(segments.size() - 1);
    }
}
