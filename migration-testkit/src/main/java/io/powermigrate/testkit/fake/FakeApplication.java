package io.powermigrate.testkit.fake;

/** An application (service principal) of a tenant. Thread-safe; the secret is in no text. */
public final class FakeApplication {
    private final FakeTenant tenant;
    private final String clientId;
    private final String secret;
    private final String objectId;

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
        return secret.equals(text);
    }

    @Override
    public String toString() {
        return clientId;
    }
}
