package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Links;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import java.util.List;

/** Links rows and takes links away: {@code …/nav/$ref} (wire/dataverse.md, section 1.7). */
final class NavigationWrites {

    private NavigationWrites() {}

    static Answer answer(Request request, Rows rows, List<Segment> segments) {
        Rights.check(request, "Append", rows.table());
        ObjectNode row = Keys.required(request, rows, segments.get(0));
        Navigation navigation = Navigation.of(
                        request.organisation(), rows.table(), segments.get(1).name())
                .orElseThrow(() -> Refused.noSegment(segments.get(1).name()));
        String id = row.path(rows.table().primaryId()).asText();
        boolean delete = request.method().equals("DELETE");
        if (navigation.single()) {
            String to = delete ? null : target(request, navigation, segments);
            rows.update(id, Rows.row().put(navigation.member(), to));
        } else {
            collection(request, navigation, id, target(request, navigation, segments));
        }
        return Answer.empty(204);
    }

    /** In the body, in the query, or in the parentheses of the navigation property. */
    private static String target(Request request, Navigation navigation, List<Segment> segments) {
        if (segments.get(1).called()) {
            return Keys.primary(navigation.target(), segments.get(1))
                    .orElseThrow(() -> Refused.argument("'" + segments.get(1).key() + "' is no id."));
        }
        String address = request.option("$id")
                .orElseGet(() -> request.json().path("@odata.id").asText());
        return References.id(request.organisation(), navigation.target(), address);
    }

    private static void collection(Request request, Navigation navigation, String id, String other) {
        boolean delete = request.method().equals("DELETE");
        Rows others = request.organisation().rowsOf(navigation.target().logicalName());
        if (others.find(other).isEmpty()) {
            throw Refused.noRow(navigation.target().logicalName(), other);
        }
        if (navigation.side() == Navigation.Side.REFERENCED) {
            others.update(other, Rows.row().put(navigation.member(), delete ? null : id));
            return;
        }
        boolean first = navigation.side() == Navigation.Side.FIRST;
        Links links = request.organisation().links();
        String name = navigation.text("SchemaName");
        boolean changed = delete
                ? links.remove(name, first ? id : other, first ? other : id)
                : links.add(name, first ? id : other, first ? other : id);
        if (!changed && !delete) {
            throw Refused.duplicate();
        }
    }
}
