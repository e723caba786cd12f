package io.powermigrate.kill;

import java.nio.file.Path;

/** A run that is killed at a moment and run again: a cell of the page. */
interface Killing {

    /**
     * What came of it, in a word; fails where anything came twice or was lost.
     *
     * @param folder for this one alone
     * @param next another process, which runs again
     */
    String result(Path folder, OtherRun next) throws Exception;
}
