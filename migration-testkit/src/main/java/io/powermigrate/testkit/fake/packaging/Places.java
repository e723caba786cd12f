package io.powermigrate.testkit.fake.packaging;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where things are. The functions have to be thread-safe.
 *
 * @param environments an environment by its name
 * @param homes the environment of an app, by the app's name
 */
public record Places(
        Function<String, Optional<AppEnvironment>> environments, Function<String, Optional<AppEnvironment>> homes) {}
