package io.powermigrate.cds.member;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the users or the teams of a Dataverse (wire/dataverse.md, section 4.3). Only a line of the mapping says who is who: what a
 * member may see is given to nobody by a name alone. Thread-safe.
 *
 * @param <R> users or teams
 */
public final class PrincipalReader<R extends Resource> implements ResourceReader<R> {

    private final ResourceType<R> type;
    private final String set;
    private final String id;
    private final String name;

    private PrincipalReader(ResourceType<R> type, String set, String id, String name) {
        this.type = type;
        this.set = set;
        this.id = id;
        this.name = name;
    }

    /** A reader of users. */
    public static PrincipalReader<DataverseUser> ofUsers() {
        return new PrincipalReader<>(DataverseUser.TYPE, "systemusers", "systemuserid", "domainname");
    }

    /** A reader of teams. */
    public static PrincipalReader<DataverseTeam> ofTeams() {
        return new PrincipalReader<>(DataverseTeam.TYPE, "teams", "teamid", "name");
    }

    @Override
    public ResourceType<R> type() {
        return type;
    }

    @Override
    public Stream<R> list(Endpoint endpoint) {
        if (!Dataverse.exists(endpoint)) {
            return Stream.empty();
        }
        return endpoint.client(Dataverse.KEY)
                .rows(Query.of(set).select(id, name))
                .map(this::listed);
    }

    /** An application has no sign-in name. */
    private R listed(Document row) {
        String own = row.text(id).orElse("");
        String called = row.text(name).filter(text -> !text.isBlank()).orElse(own);
        return type.of(Item.of(type.key(called), own, called));
    }

    @Override
    public Match<R> match(R source, Inventory destination, Mapping mapping) {
        return Matching.byBinding(type, source, destination, mapping).orElseGet(() -> notBound(source, destination));
    }

    private Match<R> notBound(R source, Inventory destination) {
        List<R> same =
                destination.named(source.key()).stream().map(type.model()::cast).toList();
        String how = "no line of the mapping says who that is in the destination";
        return same.isEmpty() ? Match.absent(how) : Match.ambiguous(same, how);
    }

    @Override
    public List<Difference> differences(R desired, R actual) {
        return List.of();
    }

    @Override
    public String toString() {
        return Shown.message("PrincipalReader of " + set);
    }
}
