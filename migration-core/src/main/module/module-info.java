/**
 * The engine, the transport, the Power Apps types and the canvas document. A program needs nothing but
 * {@code requires io.powermigrate.core}. Open, because Jackson reads and writes records of many rooms.
 */
open module io.powermigrate.core {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires io.github.resilience4j.bulkhead;
    requires io.github.resilience4j.ratelimiter;
    requires java.naming; // HttpClient looks host names up
    requires java.xml;
    requires jdk.jfr;
    requires jdk.net; // HttpClient sets options of sockets
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    exports io.powermigrate;
    exports io.powermigrate.approval;
    exports io.powermigrate.canvas;
    exports io.powermigrate.canvas.facts;
    exports io.powermigrate.canvas.formula;
    exports io.powermigrate.canvas.rebind;
    exports io.powermigrate.canvas.requirements;
    exports io.powermigrate.canvas.usage;
    exports io.powermigrate.drift;
    exports io.powermigrate.endpoint;
    exports io.powermigrate.error;
    exports io.powermigrate.http;
    exports io.powermigrate.internal.files to
            io.powermigrate.auth;
    exports io.powermigrate.internal.flight to
            io.powermigrate.auth,
            io.powermigrate.cds;
    exports io.powermigrate.internal.secret to
            io.powermigrate.auth,
            io.powermigrate.cds;
    exports io.powermigrate.internal.text to
            io.powermigrate.auth,
            io.powermigrate.cds,
            io.powermigrate.testkit;
    exports io.powermigrate.internal.zip to
            io.powermigrate.cds;
    exports io.powermigrate.journal;
    exports io.powermigrate.model;
    exports io.powermigrate.page;
    exports io.powermigrate.plan;
    exports io.powermigrate.platform;
    exports io.powermigrate.powerapps;
    exports io.powermigrate.powerapps.app;
    exports io.powermigrate.powerapps.connection;
    exports io.powermigrate.powerapps.connector;
    exports io.powermigrate.powerapps.flow;
    exports io.powermigrate.powerapps.gateway;
    exports io.powermigrate.powerapps.shape;
    exports io.powermigrate.report;
    exports io.powermigrate.rollout;
    exports io.powermigrate.rule;
    exports io.powermigrate.spi;
    exports io.powermigrate.store;
    exports io.powermigrate.time;

    uses io.powermigrate.spi.MigrationPlugin;
    provides io.powermigrate.spi.MigrationPlugin with io.powermigrate.powerapps.PowerApps;
}
