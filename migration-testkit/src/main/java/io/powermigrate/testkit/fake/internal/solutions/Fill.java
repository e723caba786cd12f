package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.PackageReader;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills an organisation with solutions as people would have done, and lets operations of others run in it. */
public final class Fill {
    private final SolutionState state;

    public Fill(SolutionState state) {
        this.state = state;
    }

    /**
     * Customisations and an unmanaged solution, or an installed managed one; gives back its unique name.
     *
     * @throws IllegalArgumentException for what is no package, or does not fit
     */
    public String add(byte[] zip) {
        return state.organisation().exclusively(() -> {
            try {
                SolutionPackage arriving = PackageReader.read(zip);
                ImportOrder order =
                        new ImportOrder(ImportOrder.Caller.NOBODY, ImportOrder.Mode.BY_HAND, true, true, List.of());
                ImportFailure failure = new Importer(state).run(arriving, order).failure();
                if (failure != null) {
                    throw failure;
                }
                return arriving.manifest().uniqueName();
            } catch (ImportFailure refused) {
                throw new IllegalArgumentException(
                        "The fake did not take a solution package, because " + refused.text()
                                + " Pass a package that fits the organisation.",
                        refused);
            }
        });
    }

    /** Every zip of a folder, by name. */
    public List<String> addAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".zip"))
                    .sorted()
                    .map(this::read)
                    .map(this::add)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The fake did not read " + folder + ". Pass a folder of packages.", unreadable);
        }
    }

    private byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The fake did not read " + file + ". Pass a readable file.", unreadable);
        }
    }

    /** Somebody else's operation, from now on. */
    public void foreign(String kind, String solution, Duration takes) {
        state.organisation().exclusively(() -> {
            Histories histories = new Histories(state);
            int number = kind.equals("Uninstall") ? 1 : 0;
            String history =
                    histories.started(number, new Histories.Subject(solution, "1.0.0.0", "", true, Histories.UPDATE));
            var until = state.organisation().now().plus(takes);
            state.work().hold(kind, solution, until);
            state.work().at(until, () -> histories.ended(history, null));
            return history;
        });
    }

    /** Ids of the components of a solution. */
    public List<String> components(String uniqueName) {
        return state.row(uniqueName)
                .map(row -> state
                        .organisation()
                        .rows("solutioncomponents")
                        .where("_solutionid_value", row.path("solutionid").asText())
                        .stream()
                        .map(each -> each.path("componenttype").asInt() + " "
                                + each.path("objectid").asText())
                        .toList())
                .orElse(List.of());
    }

    /** A file of the package that brought a solution last. */
    public byte[] file(String uniqueName, String path) {
        state.organisation().settle();
        return state.installed(uniqueName)
                .flatMap(each -> each.arrived().parts().values().stream()
                        .flatMap(part -> part.files().entrySet().stream())
                        .filter(file -> file.getKey().equalsIgnoreCase(path))
                        .findFirst())
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The solution " + uniqueName + " came without a file " + path + "."))
                .clone();
    }
}
