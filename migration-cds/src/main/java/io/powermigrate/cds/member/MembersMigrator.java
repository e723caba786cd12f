package io.powermigrate.cds.member;

import io.powermigrate.cds.member.PermissionMembers.Member;
import io.powermigrate.cds.permission.PermissionSetReader;
import io.powermigrate.cds.rows.Details;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the members that lines of the mapping name to permission sets of the destination, which are read back; nobody is taken out
 * (wire/dataverse-situations.md, S40). Thread-safe.
 */
public final class MembersMigrator implements Migrator<PermissionMembers> {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, sections 4.2 and 4.4", "2026-08-21");
    private static final String USERS = "systemuserprofiles_association";
    private static final String TEAMS = "teamprofiles_association";
    private static final String PROFILES = "fieldsecurityprofiles";

    /** A migrator; it holds no state. */
    public MembersMigrator() {}

    @Override
    public ResourceType<PermissionMembers> type() {
        return PermissionMembers.TYPE;
    }

    @Override
    public Stream<PermissionMembers> list(Endpoint endpoint) {
        return new PermissionSetReader()
                .list(endpoint)
                .filter(set -> !set.isBuiltIn())
                .map(PermissionMembers::of);
    }

    @Override
    public void prepareFetch(Collection<? extends PermissionMembers> listed, Endpoint endpoint) {
        List<String> ids = listed.stream().map(PermissionMembers::id).toList();
        List<Answer> answers = endpoint.client(Dataverse.KEY)
                .batch(ids.stream().map(MembersMigrator::query).toList());
        for (int i = 0; i < Math.min(ids.size(), answers.size()); i++) {
            Details.of(endpoint).keep(type(), ids.get(i), told(answers.get(i)));
        }
    }

    @Override
    public PermissionMembers fetch(PermissionMembers listed, Endpoint endpoint, Workspace workspace) {
        Document row = Details.of(endpoint)
                .take(
                        type(),
                        listed.id(),
                        () -> told(endpoint.client(Dataverse.KEY)
                                .batch(List.of(query(listed.id())))
                                .get(0)));
        return row.at(USERS).isArray() && row.at(TEAMS).isArray() ? listed.of(members(row)) : listed;
    }

    private static Query query(String profile) {
        return Query.of(PROFILES)
                .key(Key.id(profile))
                .select("fieldsecurityprofileid")
                .expand(USERS + "($select=systemuserid,domainname)", TEAMS + "($select=teamid,name)");
    }

    private static Document told(Answer answer) {
        return answer.isSuccess() ? answer.json() : Document.missing();
    }

    private static List<Member> members(Document row) {
        Stream<Member> users = row.at(USERS).items().stream()
                .map(user -> member(DataverseUser.TYPE, user, "systemuserid", "domainname"));
        Stream<Member> teams =
                row.at(TEAMS).items().stream().map(team -> member(DataverseTeam.TYPE, team, "teamid", "name"));
        return Stream.concat(users, teams)
                .sorted(Comparator.comparing(Member::type).thenComparing(Member::id))
                .toList();
    }

    private static Member member(ResourceType<?> type, Document row, String id, String name) {
        String own = row.text(id).orElse("").toLowerCase(Locale.ROOT);
        return new Member(
                type.name(), own, row.text(name).filter(text -> !text.isBlank()).orElse(own));
    }

    /** A solution keeps the id of the set. Where no line names one of its members, nothing is to be done. */
    @Override
    public Match<PermissionMembers> match(PermissionMembers source, Inventory destination, Mapping mapping) {
        List<Member> members = source.members().orElse(List.of());
        if (members.stream().noneMatch(member -> isNamed(member, mapping))) {
            return Match.one(
                    source,
                    members.isEmpty()
                            ? "the source tells no member of it"
                            : "no line of the mapping names one of its members");
        }
        return destination
                .byId(type(), source.id())
                .map(same -> Match.one(same, "has the same id"))
                .orElseGet(() -> Matching.byName(type(), source, destination, mapping));
    }

    private static boolean isNamed(Member member, Mapping mapping) {
        return mapping.find(new SlotType(member.type()), member.id(), member.name())
                .isPresent();
    }

    /** With the members of the destination that are wanted, and no others. */
    @Override
    public PermissionMembers adapt(PermissionMembers source, Bindings bindings, Workspace workspace) {
        List<Member> wanted = new ArrayList<>();
        source.members().orElse(List.of()).forEach(member -> bindings.destinationId(member.key())
                .ifPresent(id -> wanted.add(new Member(member.type(), id.toLowerCase(Locale.ROOT), member.name()))));
        return source.of(wanted);
    }

    @Override
    public Collection<Binding> met(PermissionMembers source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }

    /** Of members that no line names the engine says that they are not in the destination. */
    @Override
    public List<Finding> check(PermissionMembers source, CheckContext context) {
        if (source.members().isEmpty()) {
            return List.of(notTold(source, "MEMBERS-004", "the source"));
        }
        boolean hidden = context.destination().byId(type(), source.id()).stream()
                .anyMatch(there -> there.isFetched() && there.members().isEmpty());
        return hidden ? List.of(notTold(source, "MEMBERS-005", "the destination")) : List.of();
    }

    private static Finding notTold(PermissionMembers set, String rule, String side) {
        return Finding.of(
                rule,
                set.key(),
                Verdict.WARN,
                new Explanation(
                        side + " does not tell who is in it, so nobody is added",
                        "Plan as an identity that may read users and teams there, or add them in the destination by hand",
                        BASIS));
    }

    /** Who is in it may be unknown: then nothing is known to differ, and {@link #check} says so. */
    @Override
    public List<Difference> differences(PermissionMembers desired, PermissionMembers actual) {
        return actual.members().map(there -> lacking(desired, there)).orElse(List.of()).stream()
                .map(member -> new Difference("the member " + member.name(), "in it", "absent"))
                .toList();
    }

    private static List<Member> lacking(PermissionMembers desired, List<Member> there) {
        return desired.members().orElse(List.of()).stream()
                .filter(member -> there.stream().noneMatch(each -> each.key().equals(member.key())))
                .toList();
    }

    @Override
    public String create(PermissionMembers desired, WriteContext context) {
        return added(desired, List.of(), context);
    }

    @Override
    public String update(PermissionMembers desired, PermissionMembers actual, WriteContext context) {
        return added(desired, actual.members().orElse(List.of()), context);
    }

    @Override
    public Optional<String> takenBackByHand(PermissionMembers held) {
        String before = held.members()
                .map(members -> members.isEmpty()
                        ? "it had no members before"
                        : "its members before were "
                                + members.stream().map(Member::name).collect(Collectors.joining(", ")))
                .orElse("the destination did not tell who was in it before");
        return Optional.of(
                "Take out of the permission set \"" + held.displayName() + "\" whom the run has added; " + before);
    }

    /** Adding somebody twice is the same as once. */
    private static String added(PermissionMembers desired, List<Member> there, WriteContext context) {
        Dataverse dataverse = context.destination().client(Dataverse.KEY);
        String profile = profile(desired, dataverse)
                .orElseThrow(() -> new MigrationException(
                        "Nobody was added to the permission set \"" + desired.displayName() + "\" because "
                                + context.destination().name() + " does not hold it",
                        "Import a solution that holds it, then plan again"));
        for (Member member : lacking(desired, there)) {
            boolean user = member.type().equals(DataverseUser.TYPE.name());
            dataverse.associate(user ? "systemusers" : "teams", member.id(), user ? USERS : TEAMS, PROFILES, profile);
        }
        return profile;
    }

    /** A solution keeps the id; one that somebody made by hand has the name only. */
    private static Optional<String> profile(PermissionMembers desired, Dataverse dataverse) {
        return dataverse
                .find(Query.of(PROFILES).key(Key.id(desired.id())).select("fieldsecurityprofileid"))
                .or(() -> dataverse
                        .rows(Query.of(PROFILES)
                                .select("fieldsecurityprofileid")
                                .filter(Filter.eq("name", desired.key().name())))
                        .findFirst())
                .flatMap(row -> row.text("fieldsecurityprofileid"));
    }
}
