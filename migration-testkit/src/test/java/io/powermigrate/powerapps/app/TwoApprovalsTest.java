package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalPolicy;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Report;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From development to production with two approvals: who asks, who approves and what executes know each other by two files
 * only. What is wrong with them is refused before the first WRITE, as the fake counts.
 */
class TwoApprovalsTest {

    private static final String ADA = "ada@contoso.com";
    private static final String GRACE = "grace@contoso.com";
    private static final String ALAN = "alan@contoso.com";
    private static final KeyPair GRACES = pair();
    private static final KeyPair ALANS = pair();

    @TempDir
    private Path folder;

    private final Crossing crossing = new Crossing();
    private FakeApp app;
    private Path plan;
    private Path request;

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void ask() {
        app = crossing.expenses();
        plan = folder.resolve("plan.json");
        request = folder.resolve("plan.approvals.json");
        Plan planned = crossing.plan();
        planned.writeTo(plan);
        ApprovalRequest.of(planned.digest(), ADA, now()).writeTo(request);
    }

    @AfterEach
    void close() {
        crossing.close();
    }

    private Instant now() {
        return crossing.fake.clock().instant();
    }

    private void approve(String who, KeyPair keys) {
        approve(Approval.by(who, now()), keys);
    }

    private void approve(Approval approval, KeyPair keys) {
        Plan reviewed = Plan.read(plan);
        ApprovalRequest.read(request, reviewed.digest())
                .with(approval, keys.getPrivate())
                .writeTo(request);
    }

    /** What executes has nothing but the two files, and what it wants of approvals. */
    private Report execute() {
        ApprovalPolicy policy = ApprovalPolicy.of(2)
                .noneOfThemTheRequester()
                .signedBy(Map.of(GRACE, GRACES.getPublic(), ALAN, ALANS.getPublic()));
        Plan read = Plan.read(plan);
        try (Migration migration = crossing.builder().approvals(policy).build()) {
            return migration.execute(read.approve(ApprovalRequest.read(request, read.digest())));
        }
    }

    private void refused(ThrowingCallable execution, String told, String remedy) {
        assertThatThrownBy(execution)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(remedy);
        assertThat(crossing.prod.requests(FakeEffect.WRITE)).isZero();
        assertThat(crossing.prod.apps()).isEmpty();
    }

    @Test
    void with_two_approvals_of_others_in_processes_of_their_own_it_is_executed_once() throws Exception {
        Path key = folder.resolve("grace.key");
        Files.write(key, GRACES.getPrivate().getEncoded());
        Approver.inAProcessOfItsOwn(plan, request, GRACE, now(), key);
        approve(ALAN, ALANS);

        Report report = execute();

        report.orThrow();
        assertThat(report.approvals()).extracting(Approval::by).containsExactly(GRACE, ALAN);
        assertThat(crossing.arrived(Crossing.EXPENSES)).hasSize(1);
        assertThatThrownBy(this::execute).isInstanceOf(MigrationException.class);
        assertThat(crossing.arrived(Crossing.EXPENSES)).hasSize(1);
    }

    @Test
    void an_edited_plan_is_refused() throws Exception {
        approve(GRACE, GRACES);
        approve(ALAN, ALANS);
        String reviewed = Files.readString(plan);
        Files.writeString(plan, reviewed.replaceFirst("\"limit\": \\d+", "\"limit\": 1"));
        assertThat(plan).content().isNotEqualTo(reviewed);
        refused(
                this::execute,
                "it is not the one that approval was requested for",
                "Give the plan as it was requested");
    }

    @Test
    void an_edited_plan_with_an_edited_request_is_refused() throws Exception {
        approve(GRACE, GRACES);
        approve(ALAN, ALANS);
        String before = Plan.read(plan).digest();
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"limit\": \\d+", "\"limit\": 1"));
        Files.writeString(
                request,
                Files.readString(request).replace(before, Plan.read(plan).digest()));
        refused(this::execute, "the signature of grace@contoso.com is not of this approval", "approve it again");
    }

    @Test
    void one_approval_is_refused() {
        approve(GRACE, GRACES);
        refused(this::execute, "it needs approvals by 2 people and has 1 approval, by grace", "by somebody else");
    }

    @Test
    void an_expired_approval_is_refused() {
        approve(GRACE, GRACES);
        approve(Approval.by(ALAN, now()).until(now().plus(Duration.ofHours(1))), ALANS);
        crossing.fake.clock().advance(Duration.ofHours(1));
        refused(this::execute, "the approval of alan@contoso.com ended at", "Have alan@contoso.com approve it again");
    }

    @Test
    void an_unsigned_approval_is_refused() {
        approve(GRACE, GRACES);
        String digest = Plan.read(plan).digest();
        ApprovalRequest.read(request, digest).with(Approval.by(ALAN, now())).writeTo(request);
        refused(this::execute, "the approval of alan@contoso.com is not signed", "request.with(approval, key)");
    }

    @Test
    void an_approval_of_the_requester_is_refused() {
        approve(GRACE, GRACES);
        approve("Ada@Contoso.com", ALANS);
        refused(this::execute, "Ada@Contoso.com requested it and approved it as well", "approved by others");
    }

    @Test
    void an_approval_of_the_future_is_refused() {
        approve(GRACE, GRACES);
        approve(Approval.by(ALAN, now().plus(Duration.ofDays(1))), ALANS);
        refused(this::execute, "the approval of alan@contoso.com is of", "Set the clocks right");
    }

    @Test
    void a_plan_whose_source_has_changed_is_refused() {
        approve(GRACE, GRACES);
        approve(ALAN, ALANS);
        crossing.dev.app(SampleDocuments.nothing());
        refused(this::execute, "is new", "Plan again and have the new plan approved");
    }

    @Test
    void a_plan_whose_destination_has_changed_is_refused() {
        approve(GRACE, GRACES);
        approve(ALAN, ALANS);
        crossing.prod.app(SampleDocuments.nothing()).called(Crossing.EXPENSES);
        assertThatThrownBy(this::execute)
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("canvas-app \"Expense report\" would now be ");
        assertThat(crossing.prod.requests(FakeEffect.WRITE)).isZero();
    }

    @Test
    void the_plan_holds_fingerprints_and_not_what_the_app_is_made_of() throws Exception {
        assertThat(app.displayName()).isEqualTo(Crossing.EXPENSES);
        assertThat(Files.readString(plan))
                .contains("\"fingerprint\": ")
                .doesNotContain("varMe")
                .doesNotContain("Color.LightBlue");
    }

    @Test
    void a_snapshot_and_a_workspace_beside_the_plan_are_all_of_the_source_that_it_takes() {
        crossing.prod.app(SampleDocuments.nothing()); // of which a package can be made
        Path store = folder.resolve("workspace");
        Path snapshot = folder.resolve("source.json");
        try (Workspace workspace = Workspace.at(store)) {
            Inventory read = Migration.from(crossing.source).inventory(workspace, PowerApps.plugin());
            read.writeTo(snapshot);
            offline(snapshot, workspace).plan().writeTo(plan);
        }
        long asked = crossing.dev.requests(FakeEffect.READ);
        Approval approval = Approval.by(GRACE, now());
        try (Workspace workspace = Workspace.at(store)) {
            offline(snapshot, workspace)
                    .execute(Plan.read(plan).approve(approval))
                    .orThrow();
        }
        assertThat(crossing.arrived(Crossing.EXPENSES)).hasSize(1);
        assertThat(crossing.dev.requests(FakeEffect.READ)).isEqualTo(asked);
    }

    private Migration offline(Path snapshot, Workspace workspace) {
        return Migration.from(Inventory.read(
                        snapshot,
                        PowerApps.plugin().readers().stream()
                                .map(ResourceReader::type)
                                .toList()))
                .to(crossing.target)
                .install(PowerApps.plugin())
                .workspace(workspace)
                .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                .time(crossing.fake.time())
                .build();
    }
}
