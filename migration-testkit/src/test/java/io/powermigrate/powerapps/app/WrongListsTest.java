package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The destination holds the app already, but its list of apps is answered with a success that is no list. Nothing is
 * concluded from it: the app is blocked, nothing is written, and no second app comes.
 */
class WrongListsTest {

    private static final int ALWAYS = 500;

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Fault.answer(200, "application/json", "{}"), "{}"),
                Arguments.of(
                        Fault.answer(200, "application/json", "{\"error\":{\"code\":\"Busy\",\"message\":\"later\"}}"),
                        "the error Busy: later"),
                Arguments.of(Fault.answer(200, "application/json", "null"), "null"),
                Arguments.of(Fault.answer(200, "application/json", "{\"value\":null}"), "{\"value\":null}"),
                Arguments.of(Fault.answer(200, "application/json", "{\"value\":{}}"), "{\"value\":{}}"),
                Arguments.of(Fault.answer(200, "application/json", "{\"value\":[1,null,\"x\"]}"), "a list of objects"),
                Arguments.of(
                        Fault.answer(200, "application/json", "{\"value\":[{\"name\":\"7\",\"properties\":{}}]}"),
                        "properties/displayName"),
                Arguments.of(Fault.answer(200, "text/html", "<html><title>Sign in</title></html>"), "\"Sign in\""),
                Arguments.of(Fault.answer(200, "text/plain", "{\"value\":[]}"), "text/plain"),
                Arguments.of(Fault.answer(200, "", ""), "200 (no content type, empty)"),
                Arguments.of(Fault.answer(204, "", ""), "204 (no content type, empty)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void no_second_app_comes_of_a_list_that_is_none(Fault fault, String told) {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.run().orThrow();
            long written = world.prod.requests(FakeEffect.WRITE);
            world.fake.service().faults().times(ALWAYS, appsOf(world), fault);

            Plan plan = world.plan();
            Step app = plan.steps().stream()
                    .filter(step -> step.key().type().equals(CanvasApp.TYPE.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(app.action()).isEqualTo(Action.BLOCKED);
            assertThat(plan.notLookedAt())
                    .singleElement()
                    .asString()
                    .contains("canvas-app of Fabrikam Prod", "instead of a list", told);
            assertThat(world.execute(plan).outcomes()).isEmpty();

            assertThat(world.prod.requests(FakeEffect.WRITE)).isEqualTo(written);
            assertThat(world.arrived(Crossing.EXPENSES))
                    .hasSize(1)
                    .extracting(FakeApp::hasDraft)
                    .containsOnly(false);
        }
    }

    private static Predicate<SeenRequest> appsOf(Crossing world) {
        return seen -> seen.is("GET", "/apps")
                && seen.environment()
                        .filter(world.prod.name()::equalsIgnoreCase)
                        .isPresent();
    }
}
