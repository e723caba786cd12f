package io.powermigrate.canvas.requirements;

/** What a destination holds of what documents need. A check asks for each need once; answers must not change while it runs. */
@FunctionalInterface
public interface DestinationLookup {

    /** Whether it holds this, under whatever name it has there. */
    Availability held(Requirement need);
}
