package io.powermigrate.powerapps.app;

import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;

/** A program of somebody who approves a plan in a process of their own: plan, request, name, time, private key. */
final class Approver {

    private Approver() {}

    static void inAProcessOfItsOwn(Path plan, Path request, String who, Instant at, Path key) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Approver.class.getName(),
                        plan.toString(),
                        request.toString(),
                        who,
                        at.toString(),
                        key.toString()))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the approver ended with " + process.exitValue());
        }
    }

    /** Approves. */
    public static void main(String... given) throws IOException, GeneralSecurityException {
        Plan plan = Plan.read(Path.of(given[0]));
        Path request = Path.of(given[1]);
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(given[4])));
        ApprovalRequest.read(request, plan.digest())
                .with(
                        Approval.by(given[2], Instant.parse(given[3])),
                        KeyFactory.getInstance("EdDSA").generatePrivate(key))
                .writeTo(request);
    }
}
