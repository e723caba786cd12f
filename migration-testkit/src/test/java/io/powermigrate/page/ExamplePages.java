package io.powermigrate.page;

import io.powermigrate.approval.Approval;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.PlanDiff;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a plan in every form that a page has, and a report and what differs between two plans as HTML and text; {@code bin/pages} runs
 * it.
 */
public final class ExamplePages {

    private static final int APPS = 300;

    private ExamplePages() {}

    /** Writes them into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        all(Files.createDirectories(Path.of(arguments[0])));
    }

    static void all(Path folder) {
        Plan plan = ManyApps.plan(APPS);
        write(plan, folder);
        for (String ending : List.of(".html", ".txt")) {
            report(plan).writeTo(folder.resolve("report" + ending));
            PlanDiff.between(ManyApps.plan(APPS - 20), plan).writeTo(folder.resolve("changes" + ending));
        }
    }

    /** What came of it, had it been executed: two of a kind did not arrive, one is not seen. */
    private static Report report(Plan plan) {
        Instant began = Instant.parse("2026-01-05T18:00:00Z");
        List<Outcome> outcomes = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.action().writes()) {
                outcomes.add(outcome(step, outcomes.size()));
            }
        }
        Approval approval = Approval.by("grace@fabrikam.com", began.minusSeconds(600));
        return new Report(plan, List.of(approval), outcomes, began, began.plusSeconds(1_260));
    }

    private static Outcome outcome(Step step, int number) {
        return switch (number) {
            case 4, 30 ->
                new Outcome(
                        step.key(),
                        step.action(),
                        Outcome.State.FAILED,
                        "",
                        "the service answered 403: the app's import is not allowed by a policy",
                        "Ask an administrator to allow its connectors in one policy group, then plan and execute again",
                        "6f1c6a52-6a4e-4f43-9d07-3b2ff0f6a111",
                        List.of());
            case 11 ->
                new Outcome(
                        step.key(),
                        step.action(),
                        Outcome.State.UNVERIFIED,
                        "",
                        "the destination did not list it within 3 minutes",
                        "Plan again in some minutes: what is listed by then is not made a second time",
                        "",
                        List.of());
            default -> Outcome.done(step.key(), step.action(), "there-" + number, List.of());
        };
    }

    static List<Path> write(Plan plan, Path folder) {
        List<Path> files = PageFile.endings().stream()
                .map(ending -> folder.resolve("plan" + ending))
                .toList();
        files.forEach(plan::writeTo);
        return files;
    }
}
