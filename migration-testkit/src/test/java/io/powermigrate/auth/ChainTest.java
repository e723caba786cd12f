package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.fake.wire.EntraError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainTest {

    private final EntraWorld world = new EntraWorld();
    private final TokenRequest powerApps = world.request(world.contoso, EntraWorld.POWER_APPS);
    private final TokenRequest flow = world.request(world.contoso, EntraWorld.FLOW);
    private final Credential secret = Credentials.clientSecret("app-1", "s3cret"::toCharArray, world.settings());
    private final Credential user = Credentials.usernamePassword(
            world.client, "ada@contoso.com", EntraWorld.PASSWORD::toCharArray, world.settings());

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void the_first_that_signs_in_is_kept() {
        Credential chain = Credentials.chain(secret, user);

        assertThat(chain.token(powerApps).objectId()).contains(world.ada.objectId());
        world.contoso.application("app-1", "s3cret");
        assertThat(chain.token(flow).objectId()).contains(world.ada.objectId());
    }

    @Test
    void a_failure_names_every_link_with_its_reason_and_its_fix() {
        world.ada.mustShowSecondFactor();
        Credential own = request -> {
            throw new MigrationException("The vault was not read because it is sealed", "Unseal the vault");
        };

        assertThatThrownBy(() -> Credentials.chain(secret, user, own).token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("No link of the chain signed in to tenant contoso.onmicrosoft.com")
                .hasMessageContaining("(1) The client secret of application app-1 did not sign in")
                .hasMessageContaining("AADSTS700016")
                .hasMessageContaining("(2) The user name and password of application " + world.client)
                .hasMessageContaining("AADSTS50076")
                .hasMessageContaining("(3) a credential of the caller: The vault was not read because it is sealed")
                .hasMessageContaining(
                        "Fix one of them: (1) client secret of application app-1: Register application app-1")
                .hasMessageEndingWith("(3) a credential of the caller: Unseal the vault.");
    }

    @Test
    void a_link_that_signed_in_once_is_not_given_up() {
        Credential chain = Credentials.chain(user, secret);
        world.contoso.application("app-1", "s3cret");
        chain.token(powerApps);
        world.contoso.nextSignInFails(EntraError.DEVICE_NOT_MANAGED).nextSignInFails(EntraError.DEVICE_NOT_MANAGED);

        assertThatThrownBy(() -> chain.token(flow)).hasMessageContaining("AADSTS530003");
    }

    @Test
    void it_belongs_to_one_tenant_and_shows_its_links() {
        Credential chain = Credentials.chain(secret, user);
        chain.token(powerApps);

        assertThatThrownBy(() -> chain.token(world.request(world.fabrikam, EntraWorld.POWER_APPS)))
                .hasMessageContaining("Make one credential for each tenant");
        assertThat(chain)
                .hasToString("chain [client secret of application app-1, user name and password of application "
                        + world.client + "]");
    }

    @Test
    void a_sign_in_that_the_user_cancelled_or_declined_is_not_replaced_by_another_one() {
        world.contoso.application("app-1", "s3cret");
        Credential cancelled = Credentials.deviceCode(world.client, DeviceCodePrompt::cancel, world.settings());
        Credential declined =
                Credentials.deviceCode(world.client, prompt -> world.ada.declines(prompt.userCode()), world.settings());

        assertThatThrownBy(() -> Credentials.chain(cancelled, secret).token(powerApps))
                .hasMessageContaining("because it was cancelled");
        assertThatThrownBy(() -> Credentials.chain(declined, secret).token(powerApps))
                .hasMessageContaining("AADSTS70018");
        assertThat(world.contoso.signIns()).isEmpty();
    }

    @Test
    void an_interrupt_ends_it() {
        world.contoso.application("app-1", "s3cret");
        Thread waiting = Thread.currentThread();
        Credential first = Credentials.deviceCode(world.client, prompt -> waiting.interrupt(), world.settings());

        assertThatThrownBy(() -> Credentials.chain(first, secret).token(powerApps))
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(world.contoso.signIns()).isEmpty();
    }

    @Test
    void a_managed_identity_at_its_beginning_asks_nobody_where_nothing_says_that_this_is_azure() {
        world.contoso.application("app-1", "s3cret");
        Credential chain = Credentials.chain(Credentials.managedIdentity(world.settings()), secret);

        assertThat(chain.token(powerApps).appOnly()).isTrue();
        assertThatThrownBy(() -> Credentials.managedIdentity(world.settings()).token(powerApps))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("neither of the variables IDENTITY_ENDPOINT and MSI_ENDPOINT is set")
                .hasMessageContaining("169.254.169.254");
    }

    @Test
    void it_needs_a_link() {
        assertThatThrownBy(Credentials::chain).isInstanceOf(IllegalArgumentException.class);
    }
}
