package io.powermigrate.internal.plan;

import io.powermigrate.store.Workspace;

/**
 * What plans are made with.
 *
 * @param plugins readers and migrators by type
 * @param options what the caller decided
 * @param workspace where artifacts are, for migrators that adapt them
 */
public record PlanTools(Plugins plugins, PlanOptions options, Workspace workspace) {}
