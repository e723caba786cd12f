package io.powermigrate.canvas.check;

/** What a destination holds of what documents need. A check asks for each need once; answers must not change while it runs. */
@FunctionalInterface
public interface Holdings {

    /** Whether it holds this, under whatever name it has there. */
    Held held(Need need);
}
