package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.dataverse.Members;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Web API of every organisation, for its members (wire/dataverse.md, section 1). */
public final class DataverseRoutes implements Route.Handler {
    private static final Pattern ROOT = Pattern.compile("(?i)^(.*?/api/data/v9\\.[0-9]{1,2})(/|$)");

    private final World world;
    private final Messages messages;
    private final WebApi api;

    private DataverseRoutes(World world, Messages messages) {
        this.world = world;
        this.messages = messages;
        this.api = new WebApi(messages);
    }

    /**
     * @param more messages beside those that this package plays; one of a known name takes its place
     */
    public static List<Route> of(World world, List<Message> more) {
        List<Message> all = new ArrayList<>(BuiltInMessages.all());
        all.addAll(more);
        DataverseRoutes handler = new DataverseRoutes(world, new Messages(all));
        return Stream.of("GET", "POST", "PATCH", "PUT", "DELETE")
                .flatMap(method -> Stream.of("", "/**").map(rest -> handler.route(method, rest)))
                .toList();
    }

    private Route route(String method, String rest) {
        FakeEffect effect = method.equals("GET") ? FakeEffect.READ : FakeEffect.WRITE;
        return new Route(Service.DATAVERSE, method, "/{org}/api/data/{version}" + rest, effect, Access.MEMBER, this);
    }

    /** As the message has it; a batch counts as the highest of its requests. */
    @Override
    public FakeEffect effect(Call call, FakeEffect declared) {
        try {
            return messages.effect(ask(call));
        } catch (Refusal unreadable) {
            return declared;
        }
    }

    @Override
    public Answer answer(Call call) {
        EnvironmentState environment = world.ofOrganisation(call.variable("org"))
                .orElseThrow(
                        () -> Refusal.of(404, "", "The organization '" + call.variable("org") + "' was not found."));
        Organisation organisation = environment.dataverse().orElseThrow();
        String user = member(environment, organisation, call);
        String base = call.link(Service.DATAVERSE, root(call)) + "/";
        return api.answer(new Request(new Request.Origin(environment, organisation, user, base), ask(call)));
    }

    /** The path up to the version, as the client wrote it. */
    private static String root(Call call) {
        Matcher matcher = ROOT.matcher(call.rawPath());
        if (!matcher.find()) {
            throw Refused.noSegment(call.variable("version"));
        }
        return matcher.group(1);
    }

    private static Ask ask(Call call) {
        String below = call.rawPath().substring(root(call).length()).replaceFirst("^/", "");
        String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
        return Ask.of(call.method(), below + query, call.headers(), call.body());
    }

    private String member(EnvironmentState environment, Organisation organisation, Call call) {
        String objectId = call.caller().objectId();
        if (!call.caller().tenantId().equals(environment.tenant().id())) {
            throw Refused.noMember();
        }
        Optional<UserState> user = environment.tenant().userById(objectId).filter(environment::admits);
        if (user.isPresent()) {
            return organisation.members().admit(person(user.get()));
        }
        return organisation
                .members()
                .ofObjectId(objectId)
                .filter(each -> !each.path("isdisabled").asBoolean())
                .map(each -> each.path("systemuserid").asText())
                .orElseThrow(Refused::noMember);
    }

    private static Members.Person person(UserState user) {
        return new Members.Person(
                user.objectId(), user.userPrincipalName(), user.displayName(), user.isAdministrator());
    }
}
