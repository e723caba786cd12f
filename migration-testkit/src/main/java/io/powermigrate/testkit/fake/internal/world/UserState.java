package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.concurrent.atomic.AtomicInteger;

/** What the service remembers of a user. Thread-safe; the password is in no text. */
public final class UserState {
    private final TenantState tenant;
    private final String objectId;
    private final String userPrincipalName;
    private final String password;
    private final AtomicInteger session = new AtomicInteger();
    private volatile boolean administrator;
    private volatile boolean secondFactor;

    UserState(TenantState tenant, String objectId, String userPrincipalName, String password, boolean administrator) {
        this.tenant = tenant;
        this.objectId = objectId;
        this.userPrincipalName = userPrincipalName;
        this.password = password;
        this.administrator = administrator;
    }

    public TenantState tenant() {
        return tenant;
    }

    public String objectId() {
        return objectId;
    }

    public String userPrincipalName() {
        return userPrincipalName;
    }

    public String password() {
        return password;
    }

    public UserState administrator() {
        administrator = true;
        return this;
    }

    public UserState sitsAtTheBrowser() {
        tenant.person(this);
        return this;
    }

    public UserState mustShowSecondFactor() {
        secondFactor = true;
        return this;
    }

    public UserState signOutEverywhere() {
        session.incrementAndGet();
        return this;
    }

    public UserState enters(String userCode) {
        waiting(userCode).enteredBy(this);
        return this;
    }

    public UserState declines(String userCode) {
        waiting(userCode).declined();
        return this;
    }

    private SignIns.DeviceCode waiting(String userCode) {
        return tenant.signInsInProgress()
                .byUserCode(userCode)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody waits for the code '" + userCode + "'. Pass the user_code of the answer."));
    }

    public boolean needsSecondFactor() {
        return secondFactor;
    }

    public int session() {
        return session.get();
    }

    public boolean isAdministrator() {
        return administrator;
    }

    public boolean hasPassword(String text) {
        return password.equals(text);
    }

    public String displayName() {
        String local = userPrincipalName.replaceFirst("@.*$", "");
        return local.isEmpty() ? userPrincipalName : Character.toUpperCase(local.charAt(0)) + local.substring(1);
    }

    /** The shape in which owners and makers appear, wire/power-platform.md, section 2.2. */
    public ObjectNode json() {
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
