package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/** A user of a tenant. Thread-safe; the password is in no text. */
public final class FakeUser {
    private final FakeTenant tenant;
    private final String objectId;
    private final String userPrincipalName;
    private final String password;
    private final AtomicInteger session = new AtomicInteger();
    private volatile boolean administrator;
    private volatile boolean secondFactor;

    FakeUser(FakeTenant tenant, String objectId, String userPrincipalName, String password, boolean administrator) {
        this.tenant = tenant;
        this.objectId = objectId;
        this.userPrincipalName = userPrincipalName;
        this.password = password;
        this.administrator = administrator;
    }

    /** The tenant of the user. */
    public FakeTenant tenant() {
        return tenant;
    }

    /** The object id, a GUID. */
    public String objectId() {
        return objectId;
    }

    /** The name to sign in with. */
    public String userPrincipalName() {
        return userPrincipalName;
    }

    /** The password to sign in with; in no text. */
    public String password() {
        return password;
    }

    /** Makes the user an administrator of the platform, who may call the admin routes. */
    public FakeUser administrator() {
        administrator = true;
        return this;
    }

    /** Takes the administration away. */
    public FakeUser notAdministrator() {
        administrator = false;
        return this;
    }

    /** Who answers for this tenant when a browser is sent to the sign-in; otherwise it is the tenant's first user. */
    public FakeUser sitsAtTheBrowser() {
        tenant.person(this);
        return this;
    }

    /** The tenant demands a second factor of the user, so a password alone is refused. */
    public FakeUser mustShowSecondFactor() {
        secondFactor = true;
        return this;
    }

    /** Every refresh token of the user ends, as after a change of the password. */
    public FakeUser signOutEverywhere() {
        session.incrementAndGet();
        return this;
    }

    /**
     * Enters the code of a device and consents.
     *
     * @throws IllegalArgumentException if nobody waits for the code
     */
    public FakeUser enters(String userCode) {
        waiting(userCode).enteredBy(this);
        return this;
    }

    /**
     * Says no on the page of a device's code.
     *
     * @throws IllegalArgumentException if nobody waits for the code
     */
    public FakeUser declines(String userCode) {
        waiting(userCode).declined();
        return this;
    }

    private SignIns.DeviceCode waiting(String userCode) {
        return tenant.signInsInProgress()
                .byUserCode(userCode)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody waits for the code '" + userCode + "'. Pass the user_code of the answer."));
    }

    boolean needsSecondFactor() {
        return secondFactor;
    }

    int session() {
        return session.get();
    }

    boolean isAdministrator() {
        return administrator;
    }

    boolean hasPassword(String text) {
        return password.equals(text);
    }

    String displayName() {
        String local = userPrincipalName.replaceFirst("@.*$", "");
        return local.isEmpty() ? userPrincipalName : Character.toUpperCase(local.charAt(0)) + local.substring(1);
    }

    /** The shape in which owners and makers appear, wire/power-platform.md, section 2.2. */
    ObjectNode json() {
        return Json.object()
                .put("id", objectId)
                .put("displayName", displayName())
                .put("email", userPrincipalName)
                .put("type", "User")
                .put("tenantId", tenant.id())
                .put("userPrincipalName", userPrincipalName);
    }

    @Override
    public String toString() {
        return userPrincipalName;
    }
}
