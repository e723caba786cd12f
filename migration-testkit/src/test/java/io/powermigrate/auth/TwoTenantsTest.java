package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Credential;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Report;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of the README, with each way to sign in: one credential for the source's tenant, one for the other. */
class TwoTenantsTest {

    private final EntraWorld world = new EntraWorld();
    private final FakeEnvironment dev = world.contoso.environment("Contoso Dev");
    private final FakeEnvironment prod = world.fabrikam.environment("Fabrikam Prod");

    @TempDir
    private Path folder;

    private KeyPairFiles files;

    enum Way {
        INTERACTIVE(false),
        DEVICE_CODE(false),
        USER_NAME_AND_PASSWORD(false),
        OWN_TOKENS(false),
        CHAIN(false),
        CLIENT_SECRET(true),
        CLIENT_CERTIFICATE(true),
        WORKLOAD_IDENTITY(true);

        private final boolean application;

        Way(boolean application) {
            this.application = application;
        }
    }

    @BeforeEach
    void fill() throws Exception {
        world.atRealTime();
        dev.app(SampleDocuments.nothing());
        files = KeyPairFiles.in(folder);
        for (FakeTenant tenant : List.of(world.contoso, world.fabrikam)) {
            tenant.application("app-1", "s3cret")
                    .certificate(files.certificate())
                    .trusts(
                            "https://issuer.example",
                            "repo:main",
                            files.certificate().getPublicKey())
                    .registeredAsAdmin();
        }
    }

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.fake.service().unmatched()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERACTIVE", "DEVICE_CODE", "USER_NAME_AND_PASSWORD", "OWN_TOKENS", "CHAIN"})
    void a_user_of_each_tenant_migrates_an_app(Way way) throws Exception {
        try (Endpoint source = open(dev, credential(way, world.ada));
                Endpoint target = open(prod, credential(way, world.eve))) {
            Migration migration = migration(source, target);

            Plan plan = migration.plan();
            Report report = migration.execute(plan.approve(
                    Approval.by("ada@contoso.com", world.fake.clock().instant())));
            report.orThrow();
        }

        assertThat(prod.apps())
                .extracting(FakeApp::displayName)
                .containsExactly(dev.apps().get(0).displayName());
        assertThat(world.contoso.signIns()).extracting(FakeSignIn::who).containsOnly("ada@contoso.com");
        assertThat(world.fabrikam.signIns()).extracting(FakeSignIn::who).containsOnly("eve@fabrikam.com");
        assertThat(world.contoso.signIns()).extracting(FakeSignIn::audience).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_SECRET", "CLIENT_CERTIFICATE", "WORKLOAD_IDENTITY"})
    void an_application_sees_the_app_and_is_told_that_it_takes_a_user_to_move_it(Way way) throws Exception {
        try (Endpoint source = open(dev, credential(way, world.ada));
                Endpoint target = open(prod, credential(way, world.eve))) {
            Plan plan = migration(source, target).plan();

            assertThat(plan.changes()).isZero();
            assertThat(plan.steps())
                    .filteredOn(step -> step.key()
                            .equals(CanvasApp.TYPE.key(dev.apps().get(0).displayName())))
                    .singleElement()
                    .satisfies(step -> assertThat(step.action()).isEqualTo(Action.BLOCKED));
        }

        assertThat(world.contoso.signIns()).extracting(FakeSignIn::who).containsOnly("app-1");
        assertThat(world.contoso.signIns()).extracting(FakeSignIn::audience).doesNotHaveDuplicates();
    }

    @Test
    void the_tenants_have_no_token_in_common() throws Exception {
        try (Endpoint source = open(dev, credential(Way.DEVICE_CODE, world.ada));
                Endpoint target = open(prod, credential(Way.DEVICE_CODE, world.eve))) {
            assertThat(source.about().text("callerId")).contains(world.ada.objectId());
            assertThat(target.about().text("callerId")).contains(world.eve.objectId());
        }
    }

    private static Migration migration(Endpoint source, Endpoint target) {
        return Migration.from(source)
                .to(target)
                .install(PowerApps.plugin())
                .ruleSet(RuleSets.CLASSIC_2016)
                .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                .build();
    }

    private Endpoint open(FakeEnvironment environment, Credential credential) {
        Environment where =
                Environment.of(world.fake.cloud(), environment.tenant().domain(), environment.displayName());
        return PowerPlatform.connect(where, credential, world.fake.settings());
    }

    private Credential credential(Way way, FakeUser user) throws Exception {
        return way.application ? ofApplication(way) : ofUser(way, user);
    }

    private Credential ofUser(Way way, FakeUser user) {
        return switch (way) {
            case INTERACTIVE ->
                Credentials.interactive(
                        world.client,
                        SignInSettings.builder()
                                .http(world.fake.settings())
                                .browser(new Browser())
                                .build());
            case DEVICE_CODE ->
                Credentials.deviceCode(world.client, prompt -> user.enters(prompt.userCode()), world.settings());
            case USER_NAME_AND_PASSWORD ->
                Credentials.usernamePassword(
                        world.client, user.userPrincipalName(), user.password()::toCharArray, world.settings());
            case OWN_TOKENS -> {
                Credential elsewhere = world.fake.credential(user);
                yield Credentials.ownTokens(request -> elsewhere.token(request).value(), world.fake.clock());
            }
            case CHAIN ->
                Credentials.chain(
                        Credentials.clientSecret("unknown", "s3cret"::toCharArray, world.settings()),
                        Credentials.deviceCode(
                                world.client, prompt -> user.enters(prompt.userCode()), world.settings()));
            default -> throw new IllegalArgumentException(way + " is no user's");
        };
    }

    private Credential ofApplication(Way way) throws Exception {
        return switch (way) {
            case CLIENT_SECRET -> Credentials.clientSecret("app-1", "s3cret"::toCharArray, world.settings());
            case CLIENT_CERTIFICATE ->
                Credentials.clientCertificate("app-1", ClientCertificate.pem(files.pem()), world.settings());
            case WORKLOAD_IDENTITY -> {
                String token = Jwt.signed(
                        files.key(),
                        "https://issuer.example",
                        "repo:main",
                        "api://AzureADTokenExchange",
                        world.fake.clock().instant().plusSeconds(600));
                yield Credentials.workloadIdentity("app-1", () -> token, world.settings());
            }
            default -> throw new IllegalArgumentException(way + " is no application's");
        };
    }
}
