package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.model.Document;
import io.powermigrate.model.Identity;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.ApprovedPlan;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.report.Report;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which identity did what: told in plan, approval and report, and another one makes a plan stale. */
class SignedInTest {

    private static final Identity ADA = user("ada@contoso.com", "id-ada");
    private static final Identity EVE = user("eve@fabrikam.com", "id-eve");

    private final World world = new World();

    private static Identity user(String name, String id) {
        return new Identity(Identity.Kind.USER, "dir-1", id, name, "app-1");
    }

    @BeforeEach
    void fill() {
        world.source.put(app("a1", "Expenses")).signedIn(ADA);
        world.destination.signedIn(EVE);
    }

    private ApprovedPlan approved(Plan plan) {
        return plan.approve(Approval.by("the boss", world.clock.time().now()));
    }

    @Test
    void plan_approval_and_report_name_both() {
        Plan plan = world.plan();
        ApprovedPlan approved = approved(plan);
        Report report = world.migration().execute(approved);

        String ada =
                "source: the source, signed in as user ada@contoso.com (id-ada) by application app-1 of directory dir-1";
        String eve = "destination: the destination, signed in as user eve@fabrikam.com (id-eve)";
        assertThat(plan.toLongText().lines().limit(4))
                .anyMatch(line -> line.contains(ada))
                .anyMatch(line -> line.contains(eve));
        assertThat(approved)
                .asString()
                .contains("approved by the boss")
                .contains(ada)
                .contains(eve);
        assertThat(report.toLongText().lines().limit(4))
                .anyMatch(line -> line.contains(ada))
                .anyMatch(line -> line.contains(eve));
        for (Document told : List.of(
                Document.parse(plan.toJson()), Document.parse(report.toJson()).at("plan"))) {
            assertThat(told.text("source", "identity", "id")).contains("id-ada");
            assertThat(told.text("destination", "identity", "directory")).contains("dir-1");
        }
        assertThat(Plan.fromJson(plan.toJson()).destination()).isEqualTo(plan.destination());
    }

    @Test
    void another_identity_on_either_side_makes_the_plan_stale() {
        ApprovedPlan approved = approved(world.plan());

        world.destination.signedIn(user("eve@fabrikam.com", "id-other"));
        assertStale(approved, "destination, signed in as user eve@fabrikam.com (id-other)");
        world.destination.signedIn(EVE);
        world.source.signedIn(Identity.unknown("the token tells nothing"));
        assertStale(approved, "source, signed in as unknown: the token tells nothing");
        assertThat(world.destination.requests("create")).isEmpty();
    }

    private void assertStale(ApprovedPlan approved, String now) {
        assertThatThrownBy(() -> world.migration().execute(approved))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("the plan was made for the ")
                .hasMessageContaining("and now it is the " + now);
    }

    @Test
    void a_new_name_of_the_same_identity_does_not() {
        ApprovedPlan approved = approved(world.plan());
        world.destination.signedIn(user("eve.smith@fabrikam.com", "ID-EVE"));

        world.migration().execute(approved).orThrow();
    }

    @Test
    void plans_and_snapshots_of_before_are_read_and_say_that_nobody_was_recorded() {
        World before = new World();
        before.source.put(app("a1", "Expenses"));
        Plan old = Plan.fromJson(before.plan().toJson());
        Inventory snapshot = Inventory.fromJson(before.migration().inventory().toJson(), Thing.ALL);

        assertThat(old.source().identity()).isEmpty();
        assertThat(snapshot.identity()).isEmpty();
        assertThat(old.toLongText()).doesNotContain("signed in");
        try (Migration migration = world.migration()) {
            assertThatThrownBy(() -> migration.execute(approved(old)))
                    .isInstanceOf(StalePlanException.class)
                    .hasMessageContaining("somebody who was not recorded");
        }
    }

    @Test
    void a_snapshot_keeps_who_read_it() {
        Inventory snapshot = Inventory.fromJson(world.migration().inventory().toJson(), Thing.ALL);

        assertThat(snapshot.identity()).contains(ADA);
    }
}
