/** Dataverse: solution packages, and what travels in them. Open, because Jackson reads and writes records of many rooms. */
open module io.powermigrate.cds {
    requires transitive io.powermigrate.core;
    requires java.xml;
    requires static org.jspecify;

    exports io.powermigrate.cds.solution;
    exports io.powermigrate.cds.solution.comparison;
    exports io.powermigrate.cds.solution.facts;
    exports io.powermigrate.cds.solution.schema;
    exports io.powermigrate.cds.solution.settings;
    exports io.powermigrate.cds.webapi;
}
