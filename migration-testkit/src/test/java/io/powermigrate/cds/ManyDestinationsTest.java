package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One solution goes to several tenants: it is exported once, and each of them costs what one alone costs. */
class ManyDestinationsTest {

    private final TwoOrganizations world = new TwoOrganizations();
    private final Map<FakeEnvironment, Endpoint> destinations = new LinkedHashMap<>();

    private void tenant(int number) {
        FakeUser admin = world.fake
                .tenant("customer" + number + ".onmicrosoft.com")
                .user("eve@customer" + number + ".com", "customs");
        FakeEnvironment environment =
                admin.tenant().environment("Customer " + number).dataverse("customer" + number);
        environment.organisation().member(admin, "System Administrator");
        destinations.put(environment, world.fake.connect(environment, admin));
    }

    @AfterEach
    void close() {
        destinations.values().forEach(Endpoint::close);
        world.close();
    }

    private void run(Endpoint destination, SolutionOptions options) {
        Migration migration = Migration.from(world.source)
                .to(destination)
                .install(PowerApps.plugin(), Cds.plugin(options))
                .ruleSet(RuleSets.SOLUTION_AWARE)
                .scope(Scope.of(DataverseTable.TYPE).named("new_order").withDependencies())
                .mapping(Mapping.of(Cds.value("new_Url", "https://" + destination.name() + ".example")))
                .workspace(world.workspace)
                .time(world.fake.time())
                .build();
        migration
                .execute(migration
                        .plan()
                        .approve(
                                Approval.by("ada@contoso.com", world.fake.time().now())))
                .orThrow();
    }

    @ParameterizedTest(name = "managed: {0}, destinations: {1}")
    @CsvSource({"true, 5", "false, 2"})
    void a_package_is_exported_once_and_each_destination_costs_three_requests_and_one_to_publish(
            boolean managed, int count) {
        IntStream.rangeClosed(1, count).forEach(this::tenant);
        world.from().solution(TwoOrganizations.orders());
        SolutionOptions options = managed ? SolutionOptions.defaults().managed() : SolutionOptions.defaults();

        destinations.values().forEach(destination -> run(destination, options));

        assertThat(world.from().solutions().exports()).isEqualTo(1);
        assertThat(sent(world.dev))
                .containsExactly(
                        "EXPORT POST ExportSolutionAsync",
                        "EXPORT POST DownloadSolutionExportData",
                        "EXPORT DELETE exportsolutionuploads");
        assertThat(destinations.keySet()).hasSize(count).allSatisfy(environment -> {
            assertThat(environment.organisation().tables()).contains("new_order");
            assertThat(environment.organisation().solutions().imports()).isEqualTo(1);
            assertThat(sent(environment)).containsExactlyElementsOf(ofOne(managed));
        });
    }

    /** The value of the variable is a step of its own. */
    private static List<String> ofOne(boolean managed) {
        return managed
                ? List.of(
                        "STAGE POST StageSolution",
                        "WRITE POST ImportSolutionAsync",
                        "STAGE DELETE stagesolutionuploads",
                        "WRITE POST environmentvariablevalues")
                : List.of(
                        "STAGE POST StageSolution",
                        "WRITE POST ImportSolutionAsync",
                        "WRITE POST PublishAllXml",
                        "STAGE DELETE stagesolutionuploads",
                        "WRITE POST environmentvariablevalues");
    }

    /** What was sent to an environment and does more than read, in order. */
    private List<String> sent(FakeEnvironment environment) {
        return world.fake.service().requests().stream()
                .filter(seen -> seen.effect() != FakeEffect.READ)
                .filter(seen ->
                        seen.path().contains("/" + environment.organisation().name() + "/api/data/"))
                .map(ManyDestinationsTest::words)
                .toList();
    }

    private static String words(SeenRequest seen) {
        return seen.effect() + " " + seen.method() + " " + seen.path().replaceAll(".*/v9\\.\\d/|\\(.*", "");
    }
}
