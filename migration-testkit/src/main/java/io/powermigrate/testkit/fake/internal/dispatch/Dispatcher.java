package io.powermigrate.testkit.fake.internal.dispatch;

import io.powermigrate.testkit.fake.internal.entra.Tokens;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Disruption;
import io.powermigrate.testkit.fake.internal.http.Disruptions;
import io.powermigrate.testkit.fake.internal.http.Elsewhere;
import io.powermigrate.testkit.fake.internal.http.Latency;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Reply;
import io.powermigrate.testkit.fake.internal.http.RequestLog;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.RouteTable;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.List;
import java.util.Optional;

/** The way of one request: route, fault, environment, gate, handler, log. Thread-safe. */
public final class Dispatcher {
    private final World world;
    private final RouteTable routes;
    private final Scope scope;
    private final Tokens tokens;
    private final Gate gate;
    private final Disruptions disruptions;
    private final RequestLog log;
    private final Latency latency;

    public Dispatcher(World world, List<Route> routes, Disruptions disruptions, RequestLog log, Latency latency) {
        this.world = world;
        this.routes = new RouteTable(routes);
        this.scope = new Scope(world);
        this.tokens = new Tokens(world);
        this.gate = new Gate(world, tokens);
        this.disruptions = disruptions;
        this.log = log;
        this.latency = latency;
    }

    public Reply reply(Call call) {
        latency.pass();
        world.settle();
        Optional<RouteTable.Found> found = routes.find(call.service(), call.method(), call.path());
        if (found.isEmpty()) {
            return new Reply(unmatched(call), Disruption.Delivery.WHOLE);
        }
        Route route = found.get().route();
        Call routed = call.with(found.get().variables());
        Optional<EnvironmentState> environment = scope.of(routed);
        FakeEffect effect = route.effect(routed);
        environment.ifPresent(each -> each.count(effect));
        SeenRequest seen = seen(route, routed, environment, effect);
        Optional<Disruption> disruption = disruptions.take(seen);
        Answer answer = Elsewhere.linked(answer(route, routed, environment, disruption), call.origin());
        log.add(seen, answer.status());
        return new Reply(answer, disruption.map(Disruption::delivery).orElse(Disruption.Delivery.WHOLE));
    }

    private Answer answer(
            Route route, Call call, Optional<EnvironmentState> environment, Optional<Disruption> disruption) {
        boolean instead = disruption
                .filter(each -> each.moment() == Disruption.Moment.INSTEAD)
                .isPresent();
        Answer own = instead ? Answer.empty(500) : handled(route, call, environment);
        return disruption.map(each -> each.apply(call, own)).orElse(own);
    }

    private Answer handled(Route route, Call call, Optional<EnvironmentState> environment) {
        try {
            return route.handler().answer(gate.admit(route, call, environment));
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException mistake) {
            // a mistake in the fake must be seen, not look like the service's own trouble
            log.addUnmatched(route.describe() + " failed inside the fake: " + mistake);
            return Answer.error(500, "FakeFailed", route.describe() + " failed inside the fake: " + mistake);
        }
    }

    private Answer unmatched(Call call) {
        String asked = call.method() + " " + call.service() + " " + call.rawPath();
        String nearest = routes.nearest(call.service(), call.method(), call.path());
        log.addUnmatched(asked);
        log.add(
                seen(
                        new Route(call.service(), call.method(), "", FakeEffect.WRITE, Access.NONE, ignored -> {
                            throw new IllegalStateException("This route is only a name. Do not call it.");
                        }),
                        call,
                        Optional.empty(),
                        FakeEffect.WRITE),
                501);
        return Answer.error(
                501,
                "FakeHasNoRoute",
                "The fake has no route for " + asked + "; the nearest is " + nearest + ". Add a route to the fake.");
    }

    private SeenRequest seen(Route route, Call call, Optional<EnvironmentState> environment, FakeEffect effect) {
        return new SeenRequest(
                call.method(),
                call.service().name(),
                route.template(),
                call.rawPath(),
                call.rawQuery().replaceAll("(?i)(^|&)sig=[^&]*", "$1sig=-"),
                effect,
                call.header("authorization").isPresent(),
                environment.map(EnvironmentState::name),
                call.header("authorization").flatMap(this::token),
                0);
    }

    private Optional<SeenRequest.SeenToken> token(String authorization) {
        return tokens.claims(authorization.replaceFirst("(?i)^bearer ", ""))
                .map(claims -> new SeenRequest.SeenToken(
                        claims.path("tid").asText(),
                        claims.path("oid").asText(),
                        claims.path("aud").asText()));
    }
}
