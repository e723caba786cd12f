package io.powermigrate.approval;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.Stored;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that a plan is executed, with the approvals that it has so far. It names the plan by its digest, and
 * stands in a file of its own beside the plan, so that the plan stays the same while people approve it. Each request can be
 * executed once. Immutable.
 *
 * <pre>{@code
 * Path file = Path.of("plan.approvals.json");
 * ApprovalRequest.of(plan.digest(), "ada@contoso.com", Instant.now()).writeTo(file);            // who asks
 *
 * Plan reviewed = Plan.read(Path.of("plan.json"));                                              // each who approves
 * ApprovalRequest.read(file, reviewed.digest())
 *         .with(Approval.by("grace@contoso.com", Instant.now()), privateKey)
 *         .writeTo(file);
 *
 * migration.execute(plan.approve(ApprovalRequest.read(file, plan.digest())));                   // who executes
 * }</pre>
 */
public final class ApprovalRequest {

    private static final int VERSION = 1;
    private static final Stored<Envelope> FORM = new Stored<>(new Stored.Form<>(
            "approval request",
            Envelope.class,
            VERSION,
            "Request approval again with this version of the library",
            Envelope::version));

    private final Envelope envelope;
    private final List<Approval> approvals;

    private record Envelope(
            @Nullable Integer version,
            String plan,
            String id,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            List<Given> approvals) {

        static Envelope of(String plan, @Nullable String who, @Nullable Instant at) {
            return new Envelope(VERSION, plan, UUID.randomUUID().toString(), who, at, List.of());
        }

        Envelope with(List<Given> some) {
            return new Envelope(VERSION, plan, id, requestedBy, requestedAt, some);
        }
    }

    private record Given(
            String by,
            Instant at,
            @Nullable Instant until,
            @Nullable String signature) {

        static Given of(Approval approval) {
            return new Given(
                    approval.by(),
                    approval.at(),
                    approval.until().orElse(null),
                    approval.signature().orElse(null));
        }

        Approval approval() {
            Approval plain = Approval.by(by, at);
            Approval ending = until == null ? plain : plain.until(until);
            return signature == null ? ending : ending.signedInBase64(signature);
        }
    }

    /** What is signed: the purpose comes first, so that no other signature of the same key can be taken for this one. */
    private record Signed(
            String a,
            String plan,
            String id,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            Given approval) {}

    private ApprovalRequest(Envelope envelope, List<Approval> approvals) {
        this.envelope = envelope;
        this.approvals = List.copyOf(approvals);
    }

    /**
     * Requests that a plan is executed; nobody has approved it yet.
     *
     * @param planDigest what {@code plan.digest()} gives
     * @param who who asks for it; a policy may say that they may not approve it themselves
     * @param at when they asked
     * @throws IllegalArgumentException when the name is blank
     */
    public static ApprovalRequest of(String planDigest, String who, Instant at) {
        Objects.requireNonNull(at, "at");
        if (who.isBlank()) {
            throw new IllegalArgumentException("A request for approval names nobody. Say who asks.");
        }
        return new ApprovalRequest(Envelope.of(planDigest, who, at), List.of());
    }

    /** Approvals of a plan where nobody tells who asked for it; a policy may refuse that. {@code plan.approve} makes it. */
    public static ApprovalRequest of(String planDigest, List<Approval> approvals) {
        return new ApprovalRequest(Envelope.of(planDigest, null, null), approvals);
    }

    /**
     * Reads a request back, for the plan that it was made for.
     *
     * @param planDigest the digest of the plan as it is now
     * @throws MigrationException when the plan is not the one that was requested, because it was altered or is another
     *     one, or the file is not there, damaged or of another version
     */
    public static ApprovalRequest read(Path file, String planDigest) {
        Envelope read = FORM.read(file);
        if (Stream.of(read.plan(), read.id(), read.approvals()).anyMatch(Objects::isNull)
                || (read.requestedBy() == null) != (read.requestedAt() == null)) {
            throw notWhole(file, "a member is missing", null);
        }
        ApprovalRequest request;
        try {
            request = new ApprovalRequest(
                    read, read.approvals().stream().map(Given::approval).toList());
        } catch (NullPointerException | IllegalArgumentException e) {
            throw notWhole(file, "an approval tells neither by whom nor when", e);
        }
        request.requireFor(planDigest);
        return request;
    }

    private static MigrationException notWhole(Path file, String because, @Nullable Exception cause) {
        return new MigrationException(
                "The approval request " + file + " could not be read because it is not whole: " + because,
                "Give a file that ApprovalRequest.writeTo has written",
                cause);
    }

    /**
     * Writes the request with its approvals as canonical JSON to a file that only its owner may read. The file is there
     * whole or as it was before.
     *
     * @throws MigrationException when it cannot be written
     */
    public void writeTo(Path file) {
        FORM.write(envelope.with(approvals.stream().map(Given::of).toList()), file);
    }

    /** The request with somebody's approval; it stands for an earlier one of the same person, such as one that ended. */
    public ApprovalRequest with(Approval approval) {
        Person person = Person.of(approval.by());
        List<Approval> all = new ArrayList<>(approvals.stream()
                .filter(each -> !Person.of(each.by()).equals(person))
                .toList());
        all.add(approval);
        return new ApprovalRequest(envelope, all);
    }

    /**
     * As {@link #with(Approval)}, signed. The signature is of the plan's digest, of who requested it and when, and of who
     * approves it, when and until when.
     *
     * @param key of RSA, RSASSA-PSS, EC or EdDSA; it is used once and not kept
     * @throws MigrationException when the key cannot sign
     */
    public ApprovalRequest with(Approval approval, PrivateKey key) {
        return with(approval.signed(Signing.sign(bytesToSign(approval), key)));
    }

    /**
     * The bytes that a signature of an approval is of, for keys that no Java program reaches: canonical JSON in UTF-8. RSA and
     * EC sign them with SHA-256, EC gives the signature in DER.
     */
    public byte[] bytesToSign(Approval approval) {
        Given unsigned =
                new Given(approval.by(), approval.at(), approval.until().orElse(null), null);
        Signed signed = new Signed(
                "approval of a plan of io.powermigrate, version " + VERSION,
                envelope.plan(),
                envelope.id(),
                envelope.requestedBy(),
                envelope.requestedAt(),
                unsigned);
        return Stored.canonical(signed).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Holds the request against a plan.
     *
     * @throws MigrationException when it was made for another one, or the plan was altered since
     */
    public void requireFor(String planDigest) {
        if (!envelope.plan().equals(planDigest)) {
            throw new MigrationException(
                    "The plan was not approved because it is not the one that approval was requested for: its digest is "
                            + planDigest + ", not " + Shown.name(envelope.plan()),
                    "Give the plan as it was requested, or request approval of this one");
        }
    }

    /** The digest of the plan that it is for. */
    public String planDigest() {
        return envelope.plan();
    }

    /** What tells this request from every other one, also of the same plan; it can be executed once. */
    public String id() {
        return envelope.id();
    }

    /** Who asked; empty where nobody told. */
    public Optional<String> requestedBy() {
        return Optional.ofNullable(envelope.requestedBy());
    }

    /** When they asked; empty where nobody told. */
    public Optional<Instant> requestedAt() {
        return Optional.ofNullable(envelope.requestedAt());
    }

    /** The approvals that it has so far, in the order in which they were given. */
    public List<Approval> approvals() {
        return approvals;
    }

    /** In one line: who asked, when, for which plan, and who approved it. */
    @Override
    public String toString() {
        return Shown.value("plan " + Shown.name(envelope.plan())
                + requestedBy()
                        .map(who -> ", requested by " + Shown.name(who) + " at " + envelope.requestedAt())
                        .orElse("")
                + ", " + Counted.of(approvals.size(), "approval") + approvals);
    }
}
