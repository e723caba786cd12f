package example.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A worker in a process of its own, which can be lost: {@code OtherWorker TEMPORAL FAKE FOLDERS}. */
public final class OtherWorker {

    private OtherWorker() {}

    public static void main(String... arguments) {
        factory(arguments[0], URI.create(arguments[1]), Path.of(arguments[2])).start();
    }

    /** A factory with one worker, which has not begun. */
    static WorkerFactory factory(String temporal, URI fake, Path folders) {
        WorkerFactory factory = WorkerFactory.newInstance(client(temporal));
        Workers.ofActivities(factory, new PlanExecutor(folders, new FakeEnvironments(fake)));
        return factory;
    }

    static WorkflowClient client(String temporal) {
        return WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(temporal).build()));
    }

    static Process start(String temporal, URI fake, Path folders) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherWorker.class.getName(),
                        temporal,
                        fake.toString(),
                        folders.toString()))
                .inheritIO()
                .start();
    }
}
