package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A solution that is made in a source for one export, holds what was selected and what that requires, and is deleted again, however
 * the export ends (wire/dataverse.md, sections 2.1 and 2.3). It is unmanaged, so deleting it deletes nothing that it held.
 */
public final class ScratchSolution {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** An export that was cut off ends by itself; who has cancelled a run does not wait for it for an hour. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String NAME_IN_USE = "0x8004F023";

    private final Dataverse source;
    private final Consumer<String> progress;

    /**
     * Scratch solutions of one source.
     *
     * @param progress hears what is done
     */
    public ScratchSolution(Dataverse source, Consumer<String> progress) {
        this.source = source;
        this.progress = progress;
    }

    /**
     * What is made.
     *
     * @param uniqueName that no solution of the source has
     * @param title for people
     * @param publisher the id of the publisher
     * @param parts what it holds, beside what they require
     */
    public record Wish(String uniqueName, String title, String publisher, List<ScratchPart> parts) {

        /** Copies what it is given. */
        public Wish {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** What is done with a solution, and why the solution is still there; null where it was deleted. */
    public record Done<T>(T result, @Nullable MigrationException left) {

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /**
     * Makes the solution, does the work, and deletes the solution.
     *
     * @throws MigrationException when the solution cannot be made or filled, or the work fails; its problem says so if the solution
     *     stays in the source
     */
    public <T> Done<T> during(Wish wish, Supplier<T> work) {
        String run = UUID.randomUUID().toString();
        try {
            make(wish, run);
            new ScratchContents(source, wish.uniqueName(), progress).fill(wish.parts());
            return new Done<>(work.get(), removed(wish, run));
        } catch (MigrationException e) {
            MigrationException left = removed(wish, run);
            throw left == null ? e : bothOf(e, left);
        } catch (RuntimeException | Error e) {
            Optional.ofNullable(removed(wish, run)).ifPresent(e::addSuppressed);
            throw e;
        }
    }

    private static MigrationException bothOf(MigrationException e, MigrationException left) {
        return new MigrationException(
                e.problem() + ". Beside that: " + left.problem(), e.remedy() + ". " + left.remedy(), e);
    }

    private void make(Wish wish, String run) {
        progress.accept("makes the scratch solution " + wish.uniqueName() + " in the source");
        if (found(wish).isPresent()) {
            throw inUse(wish);
        }
        try {
            source.create("solutions", row(wish, run));
        } catch (DataverseException refused) {
            throw refused.error().is(NAME_IN_USE) ? inUse(wish) : refused;
        } catch (ServiceException noAnswer) {
            if (found(wish).filter(row -> isOf(run, row)).isEmpty()) {
                throw noAnswer;
            }
        }
    }

    private Document row(Wish wish, String run) {
        return Document.of(Map.of(
                "uniquename", wish.uniqueName(),
                "friendlyname", wish.title(),
                "version", version(source.time().now()),
                "description", "Made for one migration; holds exactly what was selected. Run " + run,
                "publisherid@odata.bind", "/publishers(" + wish.publisher() + ")"));
    }

    /** Higher with every export, so that an upgrade takes it for a later one. */
    static String version(Instant now) {
        long days = ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.ofInstant(now, ZoneOffset.UTC));
        long seconds = Duration.between(now.truncatedTo(ChronoUnit.DAYS), now).toSeconds();
        return "1.0." + days + "." + seconds / 2;
    }

    private static MigrationException inUse(Wish wish) {
        return new MigrationException(
                "The scratch solution " + wish.uniqueName()
                        + " was not made because the source holds one: another run uses it now, or a run that was cut off left it",
                "Wait for the other run, or remove it with Cds.removeLeftovers if there is none, then plan and execute again");
    }

    private Optional<Document> found(Wish wish) {
        return source.rows(Query.of("solutions")
                        .select("solutionid", "uniquename", "description", "ismanaged")
                        .filter(Filter.eq("uniquename", wish.uniqueName()))
                        .strong())
                .findFirst();
    }

    private static boolean isOf(String run, Document row) {
        return !row.flag("ismanaged")
                && row.text("description").filter(text -> text.endsWith(run)).isPresent();
    }

    /**
     * Also where its making had no answer, and where this thread was interrupted; never one that another run made.
     *
     * @return why it stays; null where it is gone
     */
    private @Nullable MigrationException removed(Wish wish, String run) {
        try {
            Afterwards.always(() -> found(wish)
                    .filter(row -> isOf(run, row))
                    .flatMap(row -> row.text("solutionid"))
                    .ifPresent(this::delete));
            return null;
        } catch (RuntimeException stays) {
            String why = stays instanceof MigrationException known ? known.problem() : stays.toString();
            return new MigrationException(
                    "The scratch solution " + wish.uniqueName() + " stays in the source because " + why,
                    "Remove it with Cds.removeLeftovers, or delete it there: an unmanaged solution takes nothing with it",
                    stays);
        }
    }

    /**
     * Deletes an unmanaged solution, and waits where an operation, such as an export that was cut off, still runs.
     *
     * @return false when it was not there any more
     */
    public boolean delete(String solutionId) {
        return new OtherOperations(source, source.time(), progress, PATIENCE)
                .whenFree(() -> source.delete(Effect.WRITE, "solutions", solutionId));
    }

    @Override
    public String toString() {
        return Shown.message("ScratchSolution in " + source);
    }
}
