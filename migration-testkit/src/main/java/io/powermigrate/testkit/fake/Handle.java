package io.powermigrate.testkit.fake;

/**
 * What a test holds of something in the fake: it is asked and told by a handle, and what the fake remembers of it stays
 * inside. All handles of one thing are equal. Thread-safe, as what it stands for is.
 */
abstract class Handle {

    /** What the fake remembers of the thing: the same object each time. */
    abstract Object inside();

    @Override
    public final boolean equals(Object other) {
        return other instanceof Handle handle && handle.inside() == inside();
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(inside());
    }

    @Override
    public String toString() {
        return inside().toString();
    }
}
