package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.UserState;

/** A user of a tenant. Thread-safe; the password is in no text. */
public final class FakeUser extends Handle {

    private final UserState inside;

    FakeUser(UserState inside) {
        this.inside = inside;
    }

    @Override
    UserState inside() {
        return inside;
    }

    /** The tenant of the user. */
    public FakeTenant tenant() {
        return new FakeTenant(inside.tenant());
    }

    /** The object id, a GUID. */
    public String objectId() {
        return inside.objectId();
    }

    /** The name to sign in with. */
    public String userPrincipalName() {
        return inside.userPrincipalName();
    }

    /** The password to sign in with; in no text. */
    public String password() {
        return inside.password();
    }

    /** Makes the user an administrator of the platform, who may call the admin routes. */
    public FakeUser administrator() {
        inside.administrator();
        return this;
    }

    /** Who answers for this tenant when a browser is sent to the sign-in; otherwise it is the tenant's first user. */
    public FakeUser sitsAtTheBrowser() {
        inside.sitsAtTheBrowser();
        return this;
    }

    /** The tenant demands a second factor of the user, so a password alone is refused. */
    public FakeUser mustShowSecondFactor() {
        inside.mustShowSecondFactor();
        return this;
    }

    /** Every refresh token of the user ends, as after a change of the password. */
    public FakeUser signOutEverywhere() {
        inside.signOutEverywhere();
        return this;
    }

    /**
     * Enters the code of a device and consents.
     *
     * @throws IllegalArgumentException if nobody waits for the code
     */
    public FakeUser enters(String userCode) {
        inside.enters(userCode);
        return this;
    }

    /**
     * Says no on the page of a device's code.
     *
     * @throws IllegalArgumentException if nobody waits for the code
     */
    public FakeUser declines(String userCode) {
        inside.declines(userCode);
        return this;
    }
}
