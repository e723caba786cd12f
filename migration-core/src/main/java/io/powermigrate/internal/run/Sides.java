package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import java.util.Optional;

/**
 * Both environments, each open as far as it may be changed.
 *
 * @param source empty where only a snapshot is there
 * @param destination what is changed
 */
public record Sides(Optional<Endpoint> source, Endpoint destination) {}
