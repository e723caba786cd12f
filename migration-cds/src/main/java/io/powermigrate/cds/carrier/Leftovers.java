package io.powermigrate.cds.carrier;

import io.powermigrate.cds.transfer.ScratchSolution;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scratch solutions of cut-off exports in the environment that they were made in; internal, see {@code Cds.leftovers}. */
public final class Leftovers {

    /** No export takes that long: what is older was left behind. */
    public static final Duration OLD = Duration.ofDays(1);

    private final Endpoint environment;

    /** Those of an environment. */
    public Leftovers(Endpoint environment) {
        this.environment = environment;
    }

    /** All that are there now, the oldest first; none where the environment has no Dataverse. */
    public List<Leftover> all() {
        if (!Dataverse.exists(environment)) {
            return List.of();
        }
        return environment
                .client(Dataverse.KEY)
                .rows(Query.of("solutions")
                        .select("solutionid", "uniquename", "ismanaged", "createdon")
                        .expand("createdby($select=fullname)")
                        .filter(Filter.startsWith("uniquename", ScratchName.prefix(environment.id()))
                                .and(Filter.is("ismanaged", false))))
                .filter(row -> !row.flag("ismanaged"))
                .filter(row -> ScratchName.isMadeIn(
                        environment.id(), row.text("uniquename").orElse("")))
                .map(Leftovers::leftover)
                .sorted(Comparator.comparing(Leftover::since, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static Leftover leftover(Document row) {
        return new Leftover(
                row.text("uniquename").orElse(""),
                row.text("solutionid").orElse(""),
                row.text("createdon").map(Leftovers::moment).orElse(null),
                row.text("createdby", "fullname").orElse(""),
                false,
                "");
    }

    private static @Nullable Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** What a plan tells of leftovers: one that has the name of this solution, and all that are old; each as a text. */
    static Document near(Solution solution, Endpoint source) {
        Leftovers leftovers = new Leftovers(source);
        List<Leftover> all = leftovers.all();
        return Document.of(Map.of(
                "same",
                all.stream()
                        .filter(each ->
                                each.solution().equalsIgnoreCase(solution.key().name()))
                        .map(Leftover::words)
                        .toList(),
                "old",
                all.stream()
                        .filter(each -> leftovers.isOlder(each, OLD))
                        .map(Leftover::words)
                        .toList()));
    }

    /** Deletes those that are older; each comes back with what became of it. */
    public List<Leftover> remove(Duration olderThan) {
        if (olderThan.isNegative()) {
            throw new MigrationException(
                    "No scratch solution was removed because the age " + olderThan + " is negative",
                    "Give zero for all of them, or how old they must at least be");
        }
        return all().stream().map(each -> removed(each, olderThan)).toList();
    }

    private Leftover removed(Leftover leftover, Duration olderThan) {
        if (!isOlder(leftover, olderThan)) {
            return leftover.keptBecause("it is not known to be older than " + olderThan + ", so a run may use it now");
        }
        try {
            Dataverse dataverse = environment.client(Dataverse.KEY);
            return new ScratchSolution(dataverse, message -> {}).delete(leftover.id())
                    ? leftover.gone()
                    : leftover.keptBecause("somebody else has removed it meanwhile");
        } catch (MigrationException refused) {
            return leftover.keptBecause(refused.problem());
        }
    }

    /** Of an unknown age only if every age will do. */
    boolean isOlder(Leftover leftover, Duration age) {
        Instant made = leftover.since();
        Instant now = environment.client(Dataverse.KEY).time().now();
        return age.isZero() || made != null && Duration.between(made, now).compareTo(age) > 0;
    }

    @Override
    public String toString() {
        return Shown.message("Leftovers in " + environment.name());
    }
}
