package io.powermigrate.kill;

import java.util.List;

/** What a process does that is killed, and what the next one does again. */
interface Work extends AutoCloseable {

    /**
     * Plans, approves and executes; what a person has to see to.
     *
     * @param planned happens between plan and execution
     */
    List<Told> run(Runnable planned);

    /** How much a plan would change that is made now. */
    long open();

    @Override
    void close();
}
