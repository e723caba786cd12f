package io.powermigrate.powerapps.shape;

import io.powermigrate.rule.Basis;

/** Where the facts of the built-in rules stand, and when they were last known to be true (rules.md). */
public final class Sources {

    /** The scenario's own article. */
    public static final Basis CLASSIC = Basis.sure("Environment and tenant app migration (article)", "2016-10-30");

    /** The page that succeeded it, and the page about packages of apps and flows. */
    public static final Basis PACKAGE = Basis.sure(
            "Environment and tenant migration; Export and import app packages (documentation)", "2020-08-20");

    /** What travels with connection references. */
    public static final Basis REFERENCES = Basis.sure("Use a connection reference (documentation)", "2023-03-01");

    /** Old: to be checked again. */
    public static final Basis SOLUTIONS = Basis.unsure("Solutions overview (documentation)", "2020-09-01");

    /** Which region a gateway must be in. */
    public static final Basis REGIONS = Basis.sure("Regions overview (Power Automate documentation)", "2023-03-01");

    /** What a tenant-to-tenant move and a copy of a whole environment leave out. */
    public static final Basis WHOLE =
            Basis.sure("Tenant-to-tenant migration; Copy an environment (documentation)", "2022-11-01");

    /** What is known of pipelines and Managed Environments. */
    public static final Basis PIPELINES = Basis.sure("Pipelines in Power Platform (documentation)", "2025-01-01");

    /** What public clients and recorded answers show of the service. */
    public static final Basis WIRE = Basis.sure("recorded answers of the service, public clients", "2025-01-01");

    private Sources() {}
}
