package io.powermigrate.auth;

import static io.powermigrate.auth.HostileWorld.ADA;
import static io.powermigrate.auth.HostileWorld.FIRST;
import static io.powermigrate.auth.HostileWorld.SECOND;
import static io.powermigrate.auth.HostileWorld.ada;
import static io.powermigrate.auth.HostileWorld.eve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.hostile.HostileAuthority.Said;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No window that nobody asked for, and no second user behind one credential, whatever the sign-in service says. */
class WindowsTest {

    private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true}}}";

    private final HostileWorld world = new HostileWorld();
    private final Credential interactive = world.interactive();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_window_is_opened_for_a_refusal_that_a_user_can_answer_and_for_nothing_else() {
        world.authority.answers(ada(FIRST));
        interactive.token(world.request(FIRST));

        for (Said trouble : new Said[] {
            Said.of(500, "{}"),
            Said.of(503, "{\"error\":\"temporarily_unavailable\"}"),
            Said.refusal("invalid_client", "AADSTS7000218: no"),
            Said.of(400, ""),
            Said.of(201, "{}")
        }) {
            world.authority.answers(trouble, trouble);
            assertThatThrownBy(() -> interactive.token(world.request(SECOND))).isInstanceOf(SignInException.class);
        }

        assertThat(world.windows).hasValue(1);
    }

    @Test
    void ten_demands_for_the_same_claims_open_one_window_more() {
        world.authority.answers(ada(FIRST));
        interactive.token(world.request(FIRST));
        TokenRequest demanded = world.request(FIRST).afresh(CLAIMS);
        world.authority.answers(Said.refusal("interaction_required", "AADSTS50076: more"), ada(FIRST));
        interactive.token(demanded);

        world.authority.answers(Said.refusal("interaction_required", "AADSTS50076: more"));
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> interactive.token(demanded))
                    .hasMessageContaining("the user was asked for the same less than 5 minutes ago");
        }
        assertThat(world.windows).hasValue(2);

        world.clock.advance(Duration.ofMinutes(6));
        world.authority.answers(Said.refusal("interaction_required", "AADSTS50076: more"), ada(FIRST));
        interactive.token(demanded);
        assertThat(world.windows).hasValue(3);
    }

    @Test
    void the_question_to_the_browser_is_bound_to_the_tenant_the_program_and_this_machine() {
        world.authority.answers(ada(FIRST));
        interactive.token(world.request(FIRST));

        URI question = world.opened();
        assertThat(question.getPath()).startsWith("/" + HostileWorld.TENANT + "/");
        assertThat(question.getRawQuery())
                .contains("response_mode=form_post")
                .contains("code_challenge_method=S256")
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A")
                .containsPattern("[?&]?state=[A-Za-z0-9_-]{43}(&|$)");
        assertThat(world.authority.asked().get(0).get("code_verifier")).hasSize(43);
    }

    @Test
    void an_interrupt_opens_no_window() {
        world.authority.answers(ada(FIRST));
        interactive.token(world.request(FIRST));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> interactive.token(world.request(SECOND))).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(world.windows).hasValue(1);
    }

    @Test
    void who_was_waiting_when_the_user_said_no_is_not_asked_for() throws Exception {
        world.authority.answers(Said.refusal("access_denied", "AADSTS65004: no"));

        CompletableFuture<?>[] callers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> assertThatThrownBy(() -> interactive.token(world.request(FIRST + i)))
                                .hasMessageContaining("AADSTS65004"),
                        task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(callers).get();
        assertThat(world.windows.get()).isLessThan(4);
    }

    @Test
    void another_user_who_signs_in_later_is_refused_and_forgotten() {
        world.authority.answers(ada(FIRST));
        interactive.token(world.request(FIRST));
        world.authority.answers(Said.refusal("invalid_grant", "AADSTS50173: revoked"), eve(SECOND));

        assertThatThrownBy(() -> interactive.token(world.request(SECOND)))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("user eve@contoso.com signed in")
                .hasMessageContaining("has acted as user ada@contoso.com");

        assertThat(interactive.token(world.request(FIRST)).objectId()).contains(ADA);
        world.authority.answers(ada("https://third.example/"));
        assertThat(interactive.token(world.request("https://third.example/")).objectId())
                .contains(ADA);
        assertThat(world.authority.asked()).last().satisfies(form -> assertThat(form)
                .containsEntry("refresh_token", "refresh-" + ADA));
    }
}
