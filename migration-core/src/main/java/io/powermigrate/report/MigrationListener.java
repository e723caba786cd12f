package io.powermigrate.report;

/** Is told what happens, from several threads; it must be quick, and what it throws is logged and passed over. */
@FunctionalInterface
public interface MigrationListener {

    /** Something happens. */
    void on(Event event);
}
