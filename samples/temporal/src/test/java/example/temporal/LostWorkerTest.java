package example.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.journal.Journal;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.Hold;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import io.powermigrate.testkit.msapp.SampleDocuments;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three customers: one is served, one loses its worker on the way, and the plan of one is stale. */
class LostWorkerTest {

    private static final List<String> CUSTOMERS = List.of("Anvil", "Bolt", "Crane");
    private static final Duration LOST_AFTER = Duration.ofSeconds(5);
    private static final List<String> APPS = List.of("Notes", "Tasks");

    private final FakeService fake = FakeService.start(Clock.systemUTC());
    private final Map<String, String> digests = new HashMap<>();
    private TestServer.PortBoundTestServer server;
    private WorkflowClient temporal;
    private String target;
    private WorkerFactory workflows;
    private Process worker;

    @TempDir
    Path folders;

    @BeforeEach
    void plans() throws IOException {
        settle(FakeEnvironments.SOURCE);
        for (String app : APPS) {
            environment(FakeEnvironments.SOURCE).app(SampleDocuments.nothing()).called(app);
        }
        for (String customer : CUSTOMERS) {
            settle(customer);
            planned(customer);
        }
        try (ServerSocket free = new ServerSocket(0)) {
            target = "127.0.0.1:" + free.getLocalPort();
        }
        server = TestServer.createPortBoundServer(Integer.parseInt(target.split(":")[1]));
        temporal = OtherWorker.client(target);
        workflows = WorkerFactory.newInstance(temporal);
        Workers.ofWorkflows(workflows, LOST_AFTER);
        workflows.start();
        worker = OtherWorker.start(target, fake.address(), folders);
    }

    @AfterEach
    void close() {
        workflows.shutdownNow();
        worker.destroyForcibly();
        temporal.getWorkflowServiceStubs().shutdownNow();
        server.close();
        fake.close();
    }

    private void settle(String name) {
        environment(name).tenant().user(FakeEnvironments.user(name), FakeEnvironments.PASSWORD);
    }

    private FakeEnvironment environment(String name) {
        return fake.tenant(FakeEnvironments.domain(name)).environment(name);
    }

    /** As somebody did at a desk: the plan is reviewed, and approved for eight hours. */
    private void planned(String customer) throws IOException {
        Path kept = Files.createDirectory(folders.resolve(customer));
        FakeEnvironments environments = new FakeEnvironments(fake.address());
        try (Endpoint source = environments.source();
                Endpoint destination = environments.of(customer);
                Workspace workspace = Workspace.at(kept.resolve("workspace"));
                Journal journal = Journal.in(kept.resolve("journal"));
                Migration migration = PlanExecutor.migration(source, destination)
                        .workspace(workspace)
                        .journal(journal)
                        .build()) {
            Plan plan = migration.plan();
            plan.writeTo(kept.resolve("plan.json"));
            Instant now = Instant.now();
            ApprovalRequest.of(plan.digest(), "ada@contoso.com", now)
                    .with(Approval.by("grace@contoso.com", now).until(now.plus(Duration.ofHours(8))))
                    .writeTo(kept.resolve("plan.approvals.json"));
            digests.put(customer, plan.digest());
        }
    }

    private WorkflowStub start(String customer) {
        WorkflowStub workflow = temporal.newUntypedWorkflowStub(
                "CustomerMigration",
                WorkflowOptions.newBuilder()
                        .setTaskQueue(CustomerMigration.TASK_QUEUE)
                        .setWorkflowId(customer)
                        .build());
        workflow.start(new Order(customer, digests.get(customer)));
        return workflow;
    }

    /** Each app once, and each imported once. */
    private void assertServed(String customer) {
        FakeEnvironment environment = environment(customer);
        assertEquals(
                APPS,
                environment.apps().stream().map(FakeApp::displayName).sorted().toList());
        assertEquals(
                APPS.size(),
                fake.requests().stream().filter(importsInto(environment)).count());
    }

    private static Predicate<SeenRequest> importsInto(FakeEnvironment environment) {
        return seen -> seen.path().endsWith("/importPackage")
                && seen.environment().filter(environment.name()::equals).isPresent();
    }

    /** The storage that is asked for to import an app, where so many are there already. */
    private static Predicate<SeenRequest> storageOf(FakeEnvironment environment, int apps) {
        return seen -> seen.path().endsWith("/generateResourceStorage")
                && seen.environment().filter(environment.name()::equals).isPresent()
                && environment.apps().size() == apps;
    }

    @Test
    void another_worker_goes_on_where_one_was_lost_and_a_stale_plan_waits_for_a_person() throws Exception {
        environment("Crane").app(SampleDocuments.nothing()).called("Tasks"); // by somebody, after the plan was approved
        Hold second = new Hold(); // the first app is done, the second one not begun
        fake.faults().next(storageOf(environment("Bolt"), 1), Fault.heldAfterEffect(second));
        Map<String, WorkflowStub> running = new HashMap<>();
        CUSTOMERS.forEach(customer -> running.put(customer, start(customer)));

        assertEquals(new Result("Anvil", 2), running.get("Anvil").getResult(Result.class));
        assertServed("Anvil");
        isRefused(running.get("Crane"));

        assertTrue(second.isReached(Duration.ofMinutes(1)));
        worker.destroyForcibly().waitFor();
        second.release();
        WorkerFactory other = OtherWorker.factory(target, fake.address(), folders);
        other.start();
        try {
            running.get("Bolt").getResult(Result.class);
        } finally {
            other.shutdownNow();
        }
        assertServed("Bolt");
        assertServed("Anvil");
    }

    private void isRefused(WorkflowStub workflow) {
        WorkflowException failed =
                assertThrows(WorkflowException.class, () -> workflow.getResult(Result.class));
        ApplicationFailure why = assertInstanceOf(
                ApplicationFailure.class,
                assertInstanceOf(ActivityFailure.class, failed.getCause()).getCause());
        assertEquals(StalePlanException.class.getName(), why.getType());
        assertTrue(why.getOriginalMessage().contains("Plan again and have the new plan approved"));
        assertEquals(0, environment("Crane").requests(FakeEffect.WRITE));
        assertEquals(1, environment("Crane").apps().size());
    }
}
