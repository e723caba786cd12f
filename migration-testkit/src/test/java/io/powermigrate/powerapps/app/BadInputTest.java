package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.report.Outcome;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad input gives an error that says who, what, why and the fix; nothing of an unreadable type is created; the next run
 * completes. A fault at each sub-step of the import is in {@link FaultsOnTheWayTest}; hostile archives are in
 * {@code HostileArchiveTest}, hostile links of every kind in {@code TransportTest}.
 */
class BadInputTest {

    private static final int ALWAYS = 500;

    private static Predicate<SeenRequest> list(FakeEnvironment environment, String end) {
        return seen -> seen.method().equals("GET")
                && seen.template().endsWith(end)
                && seen.environment()
                        .filter(environment.name()::equalsIgnoreCase)
                        .isPresent();
    }

    private static Step step(Plan plan, String type, String name) {
        return plan.steps().stream()
                .filter(step ->
                        step.key().type().equals(type) && step.key().name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + plan.toLongText()));
    }

    private static Step app(Plan plan) {
        return step(plan, "canvas-app", Crossing.EXPENSES);
    }

    private static void nothingIsCreated(Crossing world, Plan plan) {
        assertThat(plan.changes()).as(plan.toLongText()).isZero();
        assertThat(world.execute(plan).outcomes()).isEmpty();
        assertThat(world.prod.apps()).isEmpty();
        assertThat(world.aboveRead()).isZero();
    }

    private static void theNextRunCompletes(Crossing world) {
        world.fake.service().faults().clear();
        world.run().orThrow();
        assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        assertThat(world.plan().changes()).isZero();
    }

    @Test
    void an_unknown_environment_is_named_with_those_that_the_user_sees() {
        try (Crossing world = new Crossing()) {
            Environment nowhere = Environment.of(world.fake.cloud(), "contoso.onmicrosoft.com", "Contoso Tset");
            assertThatThrownBy(() ->
                            PowerPlatform.connect(nowhere, world.fake.credential(world.ada), world.fake.settings()))
                    .isInstanceOfSatisfying(MigrationException.class, error -> {
                        assertThat(error.problem()).contains("\"Contoso Tset\"").contains("Contoso Dev");
                        assertThat(error.remedy()).isNotBlank();
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"/apps", "/connections"})
    void a_list_of_the_destination_that_answers_403_blocks_what_would_be_made_of_its_type(String list) {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake.service().faults().times(ALWAYS, list(world.prod, list), Fault.error(403, "Forbidden"));
            Plan plan = world.plan();
            assertThat(app(plan).action()).isIn(Action.BLOCKED, Action.HELD);
            assertThat(plan.notLookedAt())
                    .singleElement()
                    .asString()
                    .contains("Fabrikam Prod")
                    .contains("403");
            assertThat(plan.toLongText()).contains("Forbidden");
            nothingIsCreated(world, plan);
            theNextRunCompletes(world);
        }
    }

    @Test
    void one_list_that_answers_403_leaves_the_other_types_alone() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake.service().faults().times(ALWAYS, list(world.prod, "/flows"), Fault.error(403, "Forbidden"));
            assertThat(world.run().outcomes()).singleElement().matches(Outcome::isDone);
        }
    }

    @Test
    void a_list_of_the_source_that_answers_403_is_said_not_to_have_been_looked_at() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake.service().faults().times(ALWAYS, list(world.dev, "/apps"), Fault.error(403, "Forbidden"));
            Plan plan = world.plan();
            assertThat(plan.notLookedAt())
                    .singleElement()
                    .asString()
                    .contains("canvas-app of Contoso Dev", "403", "Ask for the role");
            nothingIsCreated(world, plan);
            theNextRunCompletes(world);
        }
    }

    @Test
    void who_may_not_make_anything_in_the_destination_is_told_so_and_another_one_completes() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            FakeUser maker = world.grace.tenant().user("hedy@fabrikam.com", "hopping");
            world.prod.maker(maker);
            Plan plan = world.plan();
            assertThat(plan.notLookedAt()).hasSize(4).allSatisfy(words -> assertThat(words)
                    .contains("Fabrikam Prod")
                    .contains("403 (EnvironmentAccessDenied")
                    .contains("ask its administrator for a role"));
            nothingIsCreated(world, plan);
            world.prod.maker(world.grace);
            theNextRunCompletes(world);
        }
    }

    @Test
    void a_damaged_document_blocks_its_app_and_no_other() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.dev.app("Damaged app");
            Plan plan = world.plan();
            Step damaged = step(plan, "canvas-app", "Damaged app");
            assertThat(damaged.action()).isEqualTo(Action.BLOCKED);
            tellsWhyAndWhatToDo(damaged);
            assertThat(app(plan).action()).isEqualTo(Action.CREATE);
            world.execute(plan).orThrow();
            assertThat(world.prod.apps()).extracting(FakeApp::displayName).containsExactly(Crossing.EXPENSES);
        }
    }

    @Test
    void a_document_that_breaks_off_on_its_way_blocks_its_app_until_it_comes_whole() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake
                    .service()
                    .faults()
                    .times(
                            ALWAYS,
                            seen -> seen.method().equals("GET")
                                    && seen.service().equals("BLOB"),
                            Fault.truncatedBody());
            Plan plan = world.plan();
            assertThat(app(plan).action()).isEqualTo(Action.BLOCKED);
            tellsWhyAndWhatToDo(app(plan));
            nothingIsCreated(world, plan);
            theNextRunCompletes(world);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://attacker.example/apps", "http://169.254.169.254/latest", "//attacker.example/apps"})
    void a_hostile_next_link_is_not_followed_and_its_list_is_unreadable(String address) {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake.service().faults().times(ALWAYS, list(world.prod, "/apps"), Fault.nextLinkTo(address));
            Plan plan = world.plan();
            assertThat(app(plan).action()).isEqualTo(Action.BLOCKED);
            assertThat(plan.notLookedAt())
                    .singleElement()
                    .asString()
                    .contains("canvas-app of Fabrikam Prod", "nothing was sent");
            tellsWhyAndWhatToDo(app(plan));
            nothingIsCreated(world, plan);
            theNextRunCompletes(world);
        }
    }

    private static void tellsWhyAndWhatToDo(Step step) {
        assertThat(step.reason()).isNotBlank();
        assertThat(step.findings()).anySatisfy(finding -> {
            assertThat(finding.reason()).isNotBlank();
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.reason() + finding.remedy()).doesNotContain("sig=");
        });
    }
}
