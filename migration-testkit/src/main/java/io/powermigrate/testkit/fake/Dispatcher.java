package io.powermigrate.testkit.fake;

import java.util.List;
import java.util.Optional;

/** The way of one request: route, fault, environment, gate, handler, log. Thread-safe. */
final class Dispatcher {
    private final World world;
    private final RouteTable routes;
    private final Scope scope;
    private final Tokens tokens;
    private final Gate gate;
    private final Faults faults;
    private final RequestLog log;
    private final Latency latency;

    Dispatcher(World world, List<Route> routes, Faults faults, RequestLog log, Latency latency) {
        this.world = world;
        this.routes = new RouteTable(routes);
        this.scope = new Scope(world);
        this.tokens = new Tokens(world);
        this.gate = new Gate(world, tokens);
        this.faults = faults;
        this.log = log;
        this.latency = latency;
    }

    /** What leaves the fake, and how. */
    record Reply(Answer answer, Fault.Delivery delivery) {}

    Reply reply(Call call) {
        latency.pass();
        world.settle();
        Optional<RouteTable.Found> found = routes.find(call.service(), call.method(), call.path());
        if (found.isEmpty()) {
            return new Reply(unmatched(call), Fault.Delivery.WHOLE);
        }
        Route route = found.get().route();
        Call routed = call.with(found.get().variables());
        Optional<FakeEnvironment> environment = scope.of(routed);
        environment.ifPresent(each -> each.count(route.effect()));
        SeenRequest seen = seen(route, routed, environment);
        Optional<Fault> fault = faults.take(seen);
        Answer answer = Elsewhere.linked(answer(route, routed, environment, fault), call.origin());
        log.add(seen.answered(answer.status()));
        return new Reply(answer, fault.map(Fault::delivery).orElse(Fault.Delivery.WHOLE));
    }

    private Answer answer(Route route, Call call, Optional<FakeEnvironment> environment, Optional<Fault> fault) {
        boolean instead =
                fault.filter(each -> each.moment() == Fault.Moment.INSTEAD).isPresent();
        Answer own = instead ? Answer.empty(500) : handled(route, call, environment);
        return fault.map(each -> each.apply(call, own)).orElse(own);
    }

    private Answer handled(Route route, Call call, Optional<FakeEnvironment> environment) {
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
        log.add(seen(
                        new Route(call.service(), call.method(), "", FakeEffect.WRITE, Access.NONE, ignored -> {
                            throw new IllegalStateException("This route is only a name. Do not call it.");
                        }),
                        call,
                        Optional.empty())
                .answered(501));
        return Answer.error(
                501,
                "FakeHasNoRoute",
                "The fake has no route for " + asked + "; the nearest is " + nearest + ". Add a route to the fake.");
    }

    private SeenRequest seen(Route route, Call call, Optional<FakeEnvironment> environment) {
        return new SeenRequest(
                call.method(),
                call.service().name(),
                route.template(),
                call.rawPath(),
                call.rawQuery().replaceAll("(?i)(^|&)sig=[^&]*", "$1sig=-"),
                route.effect(),
                call.header("authorization").isPresent(),
                environment.map(FakeEnvironment::name),
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
