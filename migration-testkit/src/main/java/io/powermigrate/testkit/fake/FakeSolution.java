package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.Fill;
import io.powermigrate.testkit.fake.internal.solutions.SolutionState;
import java.util.List;
import java.util.Optional;

/** A solution of a Dataverse, asked each time as it is then (wire/dataverse.md, section 2.1). Thread-safe. */
public final class FakeSolution {
    private final SolutionState state;
    private final String uniqueName;

    FakeSolution(SolutionState state, String uniqueName) {
        this.state = state;
        this.uniqueName = uniqueName;
    }

    /** Its unique name. */
    public String uniqueName() {
        return uniqueName;
    }

    /** Whether the organisation has it. */
    public boolean exists() {
        return member("uniquename").isPresent();
    }

    /** Its version, empty where the organisation does not have it. */
    public Optional<String> version() {
        return member("version");
    }

    /** Whether it is there and managed. */
    public boolean isManaged() {
        return member("ismanaged").filter("true"::equals).isPresent();
    }

    /** Its components, each as type and id with a blank between them. */
    public List<String> components() {
        return new Fill(state).components(uniqueName);
    }

    /**
     * A file of the package that brought it last.
     *
     * @param path as in the package
     * @throws IllegalArgumentException if that package has no such file
     */
    public byte[] file(String path) {
        return new Fill(state).file(uniqueName, path);
    }

    private Optional<String> member(String name) {
        Organisation organisation = state.organisation();
        organisation.settle();
        return organisation.rows("solutions").first("uniquename", uniqueName).map(each -> each.path(name)
                .asText());
    }

    @Override
    public String toString() {
        return "solution " + uniqueName;
    }
}
