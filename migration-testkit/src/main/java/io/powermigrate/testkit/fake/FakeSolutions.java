package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.solutions.Fill;
import io.powermigrate.testkit.fake.internal.solutions.SolutionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The solutions of a Dataverse, and how its imports and exports go. Thread-safe.
 *
 * <pre>{@code
 * FakeSolutions solutions = environment.organisation().solutions();
 * solutions.add(SolutionBuilder.named("Orders").table(TableSpec.named("new_Order", "Order")).toZip());
 * solutions.failsUnderSuccess("Order clerk", "The role was left out.");
 * }</pre>
 */
public final class FakeSolutions extends Handle {
    private final SolutionState inside;

    FakeSolutions(SolutionState inside) {
        this.inside = inside;
    }

    @Override
    Object inside() {
        return inside;
    }

    /**
     * Fills the organisation as people would have done: a managed package is installed, an unmanaged one becomes
     * customisations and a solution. Nothing is checked, and no import is counted.
     *
     * @throws IllegalArgumentException for what is no package
     */
    public FakeSolution add(byte[] zip) {
        return named(new Fill(inside).add(zip));
    }

    /** The same with every zip of a folder, in the order of their names. */
    public List<FakeSolution> addAll(Path folder) {
        return new Fill(inside).addAll(folder).stream().map(this::named).toList();
    }

    /** A solution by its unique name, whether it is there or not. */
    public FakeSolution named(String uniqueName) {
        return new FakeSolution(inside, uniqueName);
    }

    /** How many imports were started. */
    public int imports() {
        return inside.work().imports().get();
    }

    /** How many exports were started. */
    public int exports() {
        return inside.work().exports().get();
    }

    /** How long a solution operation runs by the fake's clock; four seconds if nothing is told. */
    public FakeSolutions operationsTake(Duration time) {
        inside.work().takes(time);
        return this;
    }

    /**
     * Lets somebody else's operation run from now on.
     *
     * @param kind Import or Uninstall
     */
    public FakeSolutions foreignOperation(String kind, String solution, Duration takes) {
        new Fill(inside).foreign(kind, solution, takes);
        return this;
    }

    /** Says that a component requires another one, each by the number of its type and its id. */
    public FakeSolutions requires(int type, String id, int requiredType, String requiredId) {
        inside.require(type, id, requiredType, requiredId);
        return this;
    }

    /** Refuses to publish for a time although nothing is seen to run (wire/dataverse-facts.md, A5). */
    public FakeSolutions publishLocked(Duration time) {
        inside.work().lockPublish(inside.organisation().now().plus(time));
        return this;
    }

    /** Imports succeed without a component, by its name, and say nothing of it. */
    public FakeSolutions leavesOut(String component) {
        inside.faults().leaveOut(component);
        return this;
    }

    /** Imports succeed without a component, by its name, whose own result is failure with that text. */
    public FakeSolutions failsUnderSuccess(String component, String text) {
        inside.faults().failUnderSuccess(component, text);
        return this;
    }

    /** Imports that hold a component of that name fail with that text. */
    public FakeSolutions fails(String component, String text) {
        inside.faults().fail(component, text);
        return this;
    }

    /** Ends every failure on purpose. */
    public FakeSolutions failsNoMore() {
        inside.faults().clear();
        return this;
    }
}
