package io.powermigrate.testkit.fake;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application (service principal) of a tenant. Thread-safe; its secrets are in no text. */
public final class FakeApplication {
    private final FakeTenant tenant;
    private final String clientId;
    private final String objectId;
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private final List<Federation> federations = new CopyOnWriteArrayList<>();
    private volatile Instant secretEnds = Instant.MAX;
    private volatile boolean consented = true;
    private volatile boolean onMachine;

    /** Another issuer whose tokens for one subject are as good as a secret. */
    record Federation(String issuer, String subject, PublicKey key) {}

    FakeApplication(FakeTenant tenant, String clientId, String objectId) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.objectId = objectId;
    }

    /** One more secret beside those that it has; an empty one is none. */
    public FakeApplication secret(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return this;
    }

    /** Registers the application for the administration of the platform, as a user does it once. */
    public FakeApplication registeredAsAdmin() {
        tenant.registerAdmin(clientId);
        return this;
    }

    /** Its secrets are good until then. */
    public FakeApplication secretEndsAt(Instant moment) {
        secretEnds = moment;
        return this;
    }

    /** One more certificate whose key may prove who the application is. */
    public FakeApplication certificate(X509Certificate certificate) {
        certificates.add(certificate);
        return this;
    }

    /** A federated credential: a token of that issuer for that subject, signed with that key, proves who it is. */
    public FakeApplication trusts(String issuer, String subject, PublicKey key) {
        federations.add(new Federation(issuer, subject, key));
        return this;
    }

    /** Users are refused until somebody consents. */
    public FakeApplication withoutConsent() {
        consented = false;
        return this;
    }

    /** Somebody consents. */
    public FakeApplication consented() {
        consented = true;
        return this;
    }

    /** Assigned as an identity to the machine that asks {@code /identity}. */
    public FakeApplication assignedToMachine() {
        onMachine = true;
        return this;
    }

    /** The client id. */
    public String clientId() {
        return clientId;
    }

    /** The first secret to sign in with, empty without one; in no text. */
    public String secret() {
        return secrets.stream().findFirst().orElse("");
    }

    /** How many secrets and certificates it may prove itself with. */
    public int proofs() {
        return secrets.size() + certificates.size();
    }

    String objectId() {
        return objectId;
    }

    boolean hasSecret(String text) {
        return secrets.contains(text);
    }

    boolean hasSecretAt(Instant now) {
        return now.isBefore(secretEnds);
    }

    boolean hasConsent() {
        return consented;
    }

    boolean isOnMachine() {
        return onMachine;
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    List<Federation> federations() {
        return federations;
    }

    @Override
    public String toString() {
        return clientId;
    }
}
