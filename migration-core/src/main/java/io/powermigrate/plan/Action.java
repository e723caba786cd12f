package io.powermigrate.plan;

/** What a plan does with a resource. */
public enum Action {
    /** Makes it in the destination. */
    CREATE,
    /** Brings what the destination holds up to it. */
    UPDATE,
    /** Makes it again, because the caller switched that on for its type. */
    RECREATE,
    /** Travels inside another one. */
    CARRIED,
    /** Nothing: the destination holds it. */
    SKIP,
    /** Nothing: a person makes it. */
    BY_HAND,
    /** Nothing yet: it waits for others. */
    HELD,
    /** Nothing: it must not travel, or nobody knows what it would hit. */
    BLOCKED;

    /** Whether the destination is changed by it. */
    public boolean writes() {
        return this == CREATE || this == UPDATE || this == RECREATE;
    }

    /** Whether others may rely on the resource being in the destination afterwards. */
    public boolean arrives() {
        return writes() || this == SKIP || this == CARRIED;
    }
}
