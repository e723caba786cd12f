package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.ApplicationState;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** An application (service principal) of a tenant. Thread-safe; its secrets are in no text. */
public final class FakeApplication extends Handle {

    private final ApplicationState inside;

    FakeApplication(ApplicationState inside) {
        this.inside = inside;
    }

    @Override
    ApplicationState inside() {
        return inside;
    }

    /** One more secret beside those that it has; an empty one is none. */
    public FakeApplication secret(String secret) {
        inside.secret(secret);
        return this;
    }

    /** Registers the application for the administration of the platform, as a user does it once. */
    public FakeApplication registeredAsAdmin() {
        inside.registeredAsAdmin();
        return this;
    }

    /** Its secrets are good until then. */
    public FakeApplication secretEndsAt(Instant moment) {
        inside.secretEndsAt(moment);
        return this;
    }

    /** One more certificate whose key may prove who the application is. */
    public FakeApplication certificate(X509Certificate certificate) {
        inside.certificate(certificate);
        return this;
    }

    /** A federated credential: a token of that issuer for that subject, signed with that key, proves who it is. */
    public FakeApplication trusts(String issuer, String subject, PublicKey key) {
        inside.trusts(issuer, subject, key);
        return this;
    }

    /** Users are refused until somebody consents. */
    public FakeApplication withoutConsent() {
        inside.withoutConsent();
        return this;
    }

    /** Somebody consents. */
    public FakeApplication consented() {
        inside.consented();
        return this;
    }

    /** Assigned as an identity to the machine that asks {@code /identity}. */
    public FakeApplication assignedToMachine() {
        inside.assignedToMachine();
        return this;
    }

    /** The client id. */
    public String clientId() {
        return inside.clientId();
    }

    /** The first secret to sign in with, empty without one; in no text. */
    public String secret() {
        return inside.secret();
    }

    /** How many secrets and certificates it may prove itself with. */
    public int proofs() {
        return inside.proofs();
    }
}
