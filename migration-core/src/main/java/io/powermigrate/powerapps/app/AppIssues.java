package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.requirements.DocumentPlace;
import io.powermigrate.canvas.requirements.Issue;
import io.powermigrate.canvas.requirements.IssueKind;
import io.powermigrate.canvas.requirements.Requirement;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.function.Function;

/** The rules over issues of a document: each kind with its stable id, its verdict and what to do. */
enum AppIssues {
    CONNECTION(
            "APP-101",
            Verdict.RECREATE_BY_HAND,
            "Make the connection in the destination, or bind it to an existing one"),
    CONNECTOR(
            "APP-102",
            Verdict.RECREATE_BY_HAND,
            "Make the custom connector in the destination, or bind it to an existing one"),
    FLOW("APP-103", Verdict.RECREATE_BY_HAND, "Make the flow in the destination, or bind it to an existing one"),
    FLOW_SIGNATURE(
            "APP-104",
            Verdict.BLOCK,
            "Give the flow of the destination the same inputs and outputs, or remove it in Studio and add it again"),
    TABLE("APP-105", Verdict.BLOCK, "Make it in the destination with the same columns, and bind it"),
    DATAVERSE_TABLE(
            "APP-106",
            Verdict.RECREATE_BY_HAND,
            "Import the solution with this table into the destination first, by hand or with Cds.plugin()"),
    COLUMN("APP-107", Verdict.BLOCK, "Add the column to the table of the destination, with the same name and type"),
    ENVIRONMENT_VARIABLE("APP-108", Verdict.BLOCK, "Make the variable in the destination and give it a value"),
    LIBRARY("APP-109", Verdict.WARN, "Move the library's solution first if its updates are wanted"),
    CODE_COMPONENT("APP-110", Verdict.WARN, "Install the solution of the code component in the destination first"),
    PAGE("APP-111", Verdict.WARN, "Move the solution with this page first"),
    LITERAL(
            "APP-112",
            Verdict.WARN,
            "Paste this line, filled in: "
                    + Binding.of("text", "<it>", "<its value in the destination>")
                            .toCode()
                    + "; or put it into an environment variable"),
    MEDIA(
            "APP-113",
            Verdict.WARN,
            "Put the file into the app in Studio, or where the destination's users can reach it"),
    LEFT_BEHIND(
            "APP-115",
            Verdict.WARN,
            "Paste the suggested line with its id in the destination; if that is the same one, give it on both sides"),
    SIGNED_ADDRESS(
            "APP-114",
            Verdict.WARN,
            "Run the flow as a data source of the app, so that nobody needs the address, and have it signed again where it is");

    private static final Basis BASIS = Basis.sure("measured on real documents", "2026-05-01");

    private final String id;
    private final Verdict verdict;
    private final String remedy;

    AppIssues(String id, Verdict verdict, String remedy) {
        this.id = id;
        this.verdict = verdict;
        this.remedy = remedy;
    }

    /**
     * What a plan says of an issue.
     *
     * @param suggestions lines that would settle that something is missing
     */
    static Finding finding(Issue issue, ResourceKey app, Function<Requirement, List<Binding>> suggestions) {
        AppIssues rule = of(issue.kind());
        Requirement missing = issue.need();
        return Finding.of(
                        rule.id,
                        app,
                        issue.sure() ? rule.verdict : Verdict.WARN,
                        new Explanation(issue.reason(), rule.remedy, BASIS))
                .at(List.of(location(issue.place())))
                .suggesting(missing == null ? List.of() : suggestions.apply(missing));
    }

    private static AppIssues of(IssueKind kind) {
        return valueOf(kind.name());
    }

    private static Location location(DocumentPlace place) {
        return new Location(
                place.artifact(), place.path(), place.words(), place.excerpt(), place.offset(), place.length());
    }
}
