package io.powermigrate.testkit.fake.internal.world;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service remembers of an application (service principal). Thread-safe; its secrets are in no text. */
public final class ApplicationState {
    private final TenantState tenant;
    private final String clientId;
    private final String objectId;
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private final List<Federation> federations = new CopyOnWriteArrayList<>();
    private volatile Instant secretEnds = Instant.MAX;
    private volatile boolean consented = true;
    private volatile boolean onMachine;

    /** Another issuer whose tokens for one subject are as good as a secret. */
    public record Federation(String issuer, String subject, PublicKey key) {}

    ApplicationState(TenantState tenant, String clientId, String objectId) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.objectId = objectId;
    }

    public ApplicationState secret(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return this;
    }

    public ApplicationState registeredAsAdmin() {
        tenant.registerAdmin(clientId);
        return this;
    }

    public ApplicationState secretEndsAt(Instant moment) {
        secretEnds = moment;
        return this;
    }

    public ApplicationState certificate(X509Certificate certificate) {
        certificates.add(certificate);
        return this;
    }

    public ApplicationState trusts(String issuer, String subject, PublicKey key) {
        federations.add(new Federation(issuer, subject, key));
        return this;
    }

    public ApplicationState withoutConsent() {
        consented = false;
        return this;
    }

    public ApplicationState consented() {
        consented = true;
        return this;
    }

    public ApplicationState assignedToMachine() {
        onMachine = true;
        return this;
    }

    public String clientId() {
        return clientId;
    }

    public String secret() {
        return secrets.stream().findFirst().orElse("");
    }

    public int proofs() {
        return secrets.size() + certificates.size();
    }

    public String objectId() {
        return objectId;
    }

    public boolean hasSecret(String text) {
        return secrets.contains(text);
    }

    public boolean hasSecretAt(Instant now) {
        return now.isBefore(secretEnds);
    }

    public boolean hasConsent() {
        return consented;
    }

    public boolean isOnMachine() {
        return onMachine;
    }

    public List<X509Certificate> certificates() {
        return certificates;
    }

    public List<Federation> federations() {
        return federations;
    }

    @Override
    public String toString() {
        return clientId;
    }
}
