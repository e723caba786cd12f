package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An import that was accepted shows at once, or later: a client that looks in between sees nothing of it. */
class ImportVisibilityTest extends PackageTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final Duration TOO_SHORT = Duration.ofSeconds(19);

    @Test
    void an_import_that_shows_later_runs_until_then() {
        PackageWorld world = world(Dialect.IMPORT_SHOWS, "later, Running until then");
        PackageClient.Reply accepted = started(world);
        world.within.clock.advance(TOO_SHORT);
        assertThat(world.destination.apps()).isEmpty();
        assertThat(listed(world)).isEmpty();
        assertThat(world.fake.importsUnderWay()).isEqualTo(1);
        assertThat(polled(world, accepted).path("status").asText()).isEqualTo("Running");
        assertThat(polled(world, accepted).path("status").asText()).isEqualTo("Running");

        world.within.clock.advance(LONG_ENOUGH);
        assertThat(world.ada.await(accepted).path("status").asText()).isEqualTo("Succeeded");
        assertThat(listed(world)).hasSize(1);
        assertThat(world.fake.importsUnderWay()).isZero();
    }

    @Test
    void an_import_may_succeed_before_its_new_app_shows() {
        PackageWorld world = world(Dialect.IMPORT_SHOWS, "later, a new app after Succeeded");
        JsonNode done = world.ada.await(started(world));
        assertThat(done.path("status").asText()).isEqualTo("Succeeded");
        String id = appOf(done);
        assertThat(listed(world)).isEmpty();
        assertThat(world.ada.app("GET", "/" + id, "").status()).isEqualTo(404);

        world.within.clock.advance(LONG_ENOUGH);
        assertThat(world.ada.app("GET", "/" + id, "").status()).isEqualTo(200);
        assertThat(listed(world)).hasSize(1);
    }

    @Test
    void a_new_app_may_stand_in_lists_later_than_its_get_shows_it() {
        PackageWorld world = world(Dialect.NEW_APP_IN_LISTS, "later than its get");
        String id = appOf(world.ada.await(started(world)));
        assertThat(world.ada.app("GET", "/" + id, "").status()).isEqualTo(200);
        assertThat(listed(world)).isEmpty();

        world.within.clock.advance(LONG_ENOUGH);
        assertThat(listed(world)).hasSize(1);
    }

    @Test
    void an_update_that_shows_later_leaves_the_app_as_it_is_until_then() {
        PackageWorld world = world(Dialect.IMPORT_SHOWS, "later, Running until then");
        started(world);
        world.within.clock.advance(LONG_ENOUGH);
        FakeApp there = world.arrived();
        ObjectNode body =
                PackageClient.chosen(world.ada.parameters(world.destination, genuine(world, "Orders 2")), "Update");
        body.path("resources").forEach(each -> ((ObjectNode) each).put("id", ResourceIds.app(there.id())));
        world.ada.bap(world.destination, "importPackage", body.toString());
        assertThat(there.hasDraft()).isFalse();

        world.within.clock.advance(LONG_ENOUGH);
        assertThat(world.destination.apps()).hasSize(1).allMatch(FakeApp::hasDraft);
    }

    @Test
    void how_late_is_said_by_the_test() {
        PackageWorld world = world(Dialect.IMPORT_SHOWS, "later, Running until then");
        world.fake.importsVisibleAfter(Duration.ofMinutes(2));
        started(world);
        world.within.clock.advance(Duration.ofSeconds(119));
        assertThat(listed(world)).isEmpty();
        world.within.clock.advance(Duration.ofSeconds(1));
        assertThat(listed(world)).hasSize(1);
    }

    @Test
    void a_request_is_held_until_it_is_released() throws Exception {
        PackageWorld world = world();
        Hold before = new Hold();
        Hold after = new Hold();
        world.fake
                .faults()
                .next(seen -> seen.is("POST", "/importPackage"), Fault.heldBeforeEffect(before))
                .next(seen -> seen.is("POST", "/importPackage"), Fault.heldAfterEffect(after));
        String body = PackageClient.chosen(world.ada.parameters(world.destination, genuine(world, "Orders")), "New")
                .toString();
        Thread first = sending(world, body);
        assertThat(before.isReached(Duration.ofSeconds(30))).isTrue();
        assertThat(world.destination.apps()).isEmpty();
        before.release();
        first.join();
        assertThat(world.destination.apps()).isEmpty();

        Thread second = sending(world, body);
        assertThat(after.isReached(Duration.ofSeconds(30))).isTrue();
        assertThat(world.destination.apps()).hasSize(1);
        after.release();
        second.join();
    }

    private static Thread sending(PackageWorld world, String body) {
        Thread thread = new Thread(() -> {
            try {
                world.ada.bap(world.destination, "importPackage", body);
            } catch (RuntimeException | AssertionError connectionEnded) {
                assertThat(connectionEnded).isNotNull();
            }
        });
        thread.start();
        return thread;
    }

    private PackageClient.Reply started(PackageWorld world) {
        ObjectNode body =
                PackageClient.chosen(world.ada.parameters(world.destination, genuine(world, "Orders")), "New");
        return world.ada.bap(world.destination, "importPackage", body.toString());
    }

    private static JsonNode polled(PackageWorld world, PackageClient.Reply accepted) {
        return world.ada.send("GET", accepted.location(), "").body().path("properties");
    }

    private static byte[] genuine(PackageWorld world, String app) {
        return world.ada.export(world.app(app));
    }

    private static JsonNode listed(PackageWorld world) {
        String filter = "?$filter=environment%20eq%20'" + world.destination.name() + "'";
        return world.ada.app("GET", filter, "").body().path("value");
    }

    private static String appOf(JsonNode done) {
        return ResourceIds.last(done.path("resources").findValuesAsText("id").stream()
                .filter(id -> id.contains("/apps/"))
                .findFirst()
                .orElseThrow());
    }
}
