package io.powermigrate.testkit.fake.packaging;

import java.util.function.Predicate;

/**
 * What an environment has, asked by name (connections: {@code connector/connection}). The predicates have to be thread-safe.
 *
 * @param apps apps by name
 * @param connectors connectors by name
 * @param connections connections by connector and name
 * @param flows flows by name
 */
record Holdings(
        Predicate<String> apps, Predicate<String> connectors, Predicate<String> connections, Predicate<String> flows) {}
