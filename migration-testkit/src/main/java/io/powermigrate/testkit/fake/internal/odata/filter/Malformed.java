package io.powermigrate.testkit.fake.internal.odata.filter;

import io.powermigrate.testkit.fake.internal.http.Refusal;

/** Refusals of what the OData layer cannot read (wire/dataverse.md, section 1.3). */
public final class Malformed {

    private Malformed() {}

    public static Refusal query(String message) {
        return Refusal.of(400, "0x80060888", message);
    }

    public static Refusal noProperty(String name, String type) {
        return query("Could not find a property named '" + name + "' on type 'Microsoft.Dynamics.CRM." + type + "'.");
    }

    /** For what the fake does not know: the service may. */
    public static Refusal notPlayed(String what) {
        return Refusal.of(501, "FakeHasNoRoute", "The fake has no " + what + ". Add it to the fake.");
    }
}
