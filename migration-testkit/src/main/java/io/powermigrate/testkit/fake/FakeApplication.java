package io.powermigrate.testkit.fake;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application (service principal) of a tenant. Thread-safe; the secret is in no text. */
public final class FakeApplication {
    private final FakeTenant tenant;
    private final String clientId;
    private final String secret;
    private final String objectId;
    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private final List<Federation> federations = new CopyOnWriteArrayList<>();
    private volatile Instant secretEnds = Instant.MAX;
    private volatile boolean consented = true;
    private volatile boolean onMachine;

    /** Another issuer whose tokens for one subject are as good as a secret. */
    record Federation(String issuer, String subject, PublicKey key) {}

    FakeApplication(FakeTenant tenant, String clientId, String secret, String objectId) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.secret = secret;
        this.objectId = objectId;
    }

    /** Registers the application for the administration of the platform, as a user does it once. */
    public FakeApplication registeredAsAdmin() {
        tenant.registerAdmin(clientId);
        return this;
    }

    /** The secret is good until then. */
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

    /** The secret to sign in with; in no text. */
    public String secret() {
        return secret;
    }

    String objectId() {
        return objectId;
    }

    boolean hasSecret(String text) {
        return !secret.isEmpty() && secret.equals(text);
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
