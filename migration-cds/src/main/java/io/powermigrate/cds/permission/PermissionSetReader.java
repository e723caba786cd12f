package io.powermigrate.cds.permission;

import io.powermigrate.cds.rows.Changes;
import io.powermigrate.cds.rows.Details;
import io.powermigrate.cds.rows.Members;
import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.cds.solution.schema.Metadata;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Reads column security profiles with all their permissions: two lists, whatever their number. Thread-safe. */
public final class PermissionSetReader implements ResourceReader<PermissionSet> {

    /** A reader; it holds no state. */
    public PermissionSetReader() {}

    @Override
    public ResourceType<PermissionSet> type() {
        return PermissionSet.TYPE;
    }

    @Override
    public Stream<PermissionSet> list(Endpoint endpoint) {
        if (!Dataverse.exists(endpoint)) {
            return Stream.empty();
        }
        Rows rows = endpoint.client(Rows.KEY);
        List<Document> permissions = rows.all(RowKind.PERMISSIONS);
        return rows.all(RowKind.PROFILES).stream()
                .map(row -> PermissionSet.of(Metadata.profile(row, permissions), row.flag("ismanaged")));
    }

    @Override
    public void prepareFetch(Collection<? extends PermissionSet> listed, Endpoint endpoint) {
        List<String> ids = listed.stream().map(PermissionSet::id).toList();
        List<Answer> answers = endpoint.client(Dataverse.KEY)
                .batch(ids.stream().map(Members.OF_PROFILES::of).toList());
        for (int i = 0; i < Math.min(ids.size(), answers.size()); i++) {
            Details.of(endpoint).keep(type(), ids.get(i), told(answers.get(i)));
        }
    }

    @Override
    public PermissionSet fetch(PermissionSet listed, Endpoint endpoint, Workspace workspace) {
        return listed.heldBy(Details.of(endpoint)
                .take(
                        type(),
                        listed.id(),
                        () -> told(endpoint.client(Dataverse.KEY)
                                .batch(List.of(Members.OF_PROFILES.of(listed.id())))
                                .get(0))));
    }

    /** Who may not see users still may see permissions. */
    private static Document told(Answer members) {
        return Members.OF_PROFILES.in(members).map(Document::of).orElseGet(Document::missing);
    }

    /** A solution keeps the id; else a line or a unique name decides. */
    @Override
    public Match<PermissionSet> match(PermissionSet source, Inventory destination, Mapping mapping) {
        return Matching.byBinding(type(), source, destination, mapping)
                .or(() -> destination.byId(type(), source.id()).map(same -> Match.one(same, "has the same id")))
                .orElseGet(() -> Matching.byName(type(), source, destination, mapping));
    }

    @Override
    public List<Difference> differences(PermissionSet desired, PermissionSet actual) {
        ColumnSecurityProfile wanted = desired.definition();
        return Changes.lacking(
                schema(wanted),
                schema(new ColumnSecurityProfile(
                        wanted.id(), wanted.name(), actual.definition().permissions())));
    }

    private static Schema schema(ColumnSecurityProfile profile) {
        return new Schema(List.of(), List.of(), List.of(), List.of(), List.of(profile));
    }
}
