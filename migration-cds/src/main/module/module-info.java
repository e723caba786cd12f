/** Dataverse: solution packages, and what travels in them. Open, because Jackson reads and writes records of many rooms. */
open module io.powermigrate.cds {
    requires transitive io.powermigrate.core;
    requires java.xml;
    requires static org.jspecify;

    exports io.powermigrate.cds;
    exports io.powermigrate.cds.carrier;
    exports io.powermigrate.cds.choice;
    exports io.powermigrate.cds.environment;
    exports io.powermigrate.cds.flow;
    exports io.powermigrate.cds.member;
    exports io.powermigrate.cds.permission;
    exports io.powermigrate.cds.publisher;
    exports io.powermigrate.cds.reference;
    exports io.powermigrate.cds.role;
    exports io.powermigrate.cds.rules;
    exports io.powermigrate.cds.solution;
    exports io.powermigrate.cds.solution.comparison;
    exports io.powermigrate.cds.solution.facts;
    exports io.powermigrate.cds.solution.schema;
    exports io.powermigrate.cds.solution.settings;
    exports io.powermigrate.cds.table;
    exports io.powermigrate.cds.variable;
    exports io.powermigrate.cds.webapi;

    provides io.powermigrate.spi.MigrationPlugin with io.powermigrate.cds.Cds;
}
