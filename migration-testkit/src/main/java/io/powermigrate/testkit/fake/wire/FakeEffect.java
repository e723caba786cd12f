package io.powermigrate.testkit.fake.wire;

/** What a request may change on the service: each route of the fake declares one. */
public enum FakeEffect {
    /** Reads only, also by POST where the service has it so (listPackageResources). */
    READ,
    /** Makes the service write a package for the caller, but changes no resource. */
    EXPORT,
    /** Puts bytes into a storage from which a later request may take them. */
    STAGE,
    /** Changes a resource. */
    WRITE
}
