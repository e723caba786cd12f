package io.powermigrate.canvas.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what a document needs with what a destination holds. Pure: no document and no destination is read. */
public final class RequirementsCheck {

    private final CompileFacts facts;
    private final DestinationLookup holdings;
    private final Origin origin;
    private final Map<String, List<Use>> uses;

    /**
     * A check.
     *
     * @param facts of the document
     * @param holdings what the destination holds
     * @param origin what formulas must not name
     */
    public RequirementsCheck(CompileFacts facts, DestinationLookup holdings, Origin origin) {
        this.facts = facts;
        this.holdings = holdings;
        this.origin = origin;
        this.uses = facts.uses().stream().collect(Collectors.groupingBy(Use::name));
    }

    /** What would not work: one issue for every broken place; empty if all works as before. */
    public List<Issue> issues() {
        return Stream.of(
                        facts.needs().stream().flatMap(need -> check(need).stream()),
                        facts.literals().stream().filter(origin::isMeantBy).map(this::literal),
                        facts.media().stream()
                                .filter(each ->
                                        origin.hosts().contains(each.host().toLowerCase(Locale.ROOT)))
                                .map(this::media))
                .flatMap(found -> found)
                .toList();
    }

    private List<Issue> check(Requirement need) {
        Availability held = holdings.held(need);
        return switch (held.state()) {
            case NOT_LOOKED_AT -> List.of();
            case ABSENT -> absent(need, IssueKind.absent(need.kind()), "the destination has no " + need);
            case LEFT_BEHIND ->
                absent(
                        need,
                        IssueKind.LEFT_BEHIND,
                        "the " + need + " keeps its id, but " + need.within()
                                + ", which knows it, becomes another one");
            case PRESENT -> held.members().isEmpty() ? List.of() : members(need, held);
        };
    }

    private List<Issue> absent(Requirement need, IssueKind kind, String reason) {
        return everywhere(need, kind, reason).stream()
                .map(issue -> issue.of(need))
                .toList();
    }

    /**
     * At every place that names what comes from there; at the data source, or at the need itself, where none does. Option sets and
     * views that no formula names are no data sources of their own.
     */
    private List<Issue> everywhere(Requirement need, IssueKind kind, String reason) {
        if (need.dataSources().isEmpty()) {
            return List.of(Issue.at(DocumentPlace.of(need.toString(), need.name()), kind, reason));
        }
        List<Issue> issues = new ArrayList<>();
        for (String source : need.dataSources()) {
            List<Use> places = uses.getOrDefault(source, List.of());
            if (places.isEmpty() && (need.kind() != Requirement.Kind.DATAVERSE_TABLE || source.equals(need.title()))) {
                issues.add(Issue.at(DocumentPlace.of("data source " + source, source), kind, reason));
            }
            places.forEach(use -> issues.add(
                    new Issue(kind, use.place(), use.sure() && !use.brokenBefore(), told(use, reason), null)));
        }
        return issues;
    }

    private static String told(Use use, String reason) {
        String before =
                use.brokenBefore() ? "; Studio reported an error at this place in the source environment already" : "";
        String undecided = use.sure() ? "" : "; could refer to a column of the same name; please check";
        return reason + before + undecided;
    }

    private List<Issue> members(Requirement need, Availability held) {
        return need.kind() == Requirement.Kind.FLOW ? signature(need, held) : columns(need, held);
    }

    private List<Issue> signature(Requirement need, Availability held) {
        String differences = Stream.concat(need.members().keySet().stream(), held.members().keySet().stream())
                .distinct()
                .sorted()
                .map(name -> difference(
                        name, need.members().get(name), held.members().get(name)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return need.members().isEmpty() || differences.isEmpty()
                ? List.of()
                : everywhere(
                        need,
                        IssueKind.FLOW_SIGNATURE,
                        "the " + need + " of the destination is called in another way than the app does: "
                                + differences);
    }

    private static String difference(String name, @Nullable String wanted, @Nullable String there) {
        if (Objects.equals(wanted, there) || "".equals(wanted) && there != null || "".equals(there) && wanted != null) {
            return "";
        }
        if (there == null) {
            return name + " is not there";
        }
        return wanted == null ? name + " is new there" : name + " is " + there + ", not " + wanted;
    }

    private List<Issue> columns(Requirement need, Availability held) {
        List<Issue> issues = new ArrayList<>();
        need.members().forEach((column, type) -> {
            String difference =
                    difference("the column " + column, type, held.members().get(column));
            if (!difference.isEmpty()) {
                issues.add(Issue.at(
                        place(need, column), IssueKind.COLUMN, "in the " + need + " of the destination " + difference));
            }
        });
        return issues;
    }

    /** Where a formula names it. */
    private DocumentPlace place(Requirement need, String column) {
        return facts.columns().stream()
                .filter(each ->
                        each.source().equals(need.title()) && each.column().equals(column))
                .findFirst()
                .map(CompileFacts.Column::place)
                .orElseGet(() -> DocumentPlace.of("data source " + need.title() + " / column " + column, column));
    }

    private Issue literal(Literal literal) {
        return literal.kind() == Literal.Kind.SIGNED_ADDRESS
                ? Issue.at(
                        literal.place(),
                        IssueKind.SIGNED_ADDRESS,
                        "the formula holds a signed address of " + literal.value()
                                + ", and everybody who can read the app can use it")
                : Issue.at(
                        literal.place(),
                        IssueKind.LITERAL,
                        "the formula names " + literal.value() + ", which belongs to the source environment");
    }

    private Issue media(CompileFacts.Media media) {
        return Issue.at(
                DocumentPlace.of("media " + media.name(), media.host()),
                IssueKind.MEDIA,
                "it is loaded from " + media.host() + ", which belongs to the source environment");
    }
}
