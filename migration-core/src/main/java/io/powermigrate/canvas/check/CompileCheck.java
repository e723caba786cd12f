package io.powermigrate.canvas.check;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a document needs against what a destination holds. */
final class CompileCheck {

    private final CompileFacts facts;
    private final ResourceKey app;
    private final Holdings holdings;
    private final Origin origin;
    private final Map<String, List<Use>> uses;

    CompileCheck(CompileFacts facts, ResourceKey app, Holdings holdings, Origin origin) {
        this.facts = facts;
        this.app = app;
        this.holdings = holdings;
        this.origin = origin;
        this.uses = facts.uses().stream().collect(Collectors.groupingBy(Use::name));
    }

    List<Finding> findings() {
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

    private List<Finding> check(Need need) {
        Held held = holdings.held(need);
        return switch (held.state()) {
            case NOT_LOOKED_AT -> List.of();
            case ABSENT -> absent(need, Issue.absent(need.kind()), "the destination has no " + need, held);
            case LEFT_BEHIND ->
                absent(
                        need,
                        Issue.LEFT_BEHIND,
                        "the " + need + " keeps its id, but " + need.within() + ", which knows it, becomes another one",
                        held);
            case PRESENT -> held.members().isEmpty() ? List.of() : members(need, held);
        };
    }

    private List<Finding> absent(Need need, Issue issue, String reason, Held held) {
        return everywhere(need, issue, reason).stream()
                .map(finding -> finding.suggesting(held.suggestion().stream().toList()))
                .toList();
    }

    /**
     * At every place that names what comes from there; at the data source, or at the need itself, where none does. Option sets and
     * views that no formula names are no data sources of their own.
     */
    private List<Finding> everywhere(Need need, Issue issue, String reason) {
        if (need.dataSources().isEmpty()) {
            return List.of(issue.at(Location.of(need.toString(), need.name()), app, reason));
        }
        List<Finding> findings = new ArrayList<>();
        for (String source : need.dataSources()) {
            List<Use> places = uses.getOrDefault(source, List.of());
            if (places.isEmpty() && (need.kind() != Need.Kind.DATAVERSE_TABLE || source.equals(need.title()))) {
                findings.add(issue.at(Location.of("data source " + source, source), app, reason));
            }
            places.forEach(use -> findings.add(issue.at(use.place(), app, verdict(use, issue), told(use, reason))));
        }
        return findings;
    }

    private static Verdict verdict(Use use, Issue issue) {
        return use.sure() && !use.brokenBefore() ? issue.verdict() : Verdict.WARN;
    }

    private static String told(Use use, String reason) {
        String before = use.brokenBefore() ? "; Studio reported an error at this place in the origin already" : "";
        String undecided =
                use.sure() ? "" : "; whether this place means it is not decided without the types of columns";
        return reason + before + undecided;
    }

    private List<Finding> members(Need need, Held held) {
        return need.kind() == Need.Kind.FLOW ? signature(need, held) : columns(need, held);
    }

    private List<Finding> signature(Need need, Held held) {
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
                        Issue.FLOW_SIGNATURE,
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

    private List<Finding> columns(Need need, Held held) {
        List<Finding> findings = new ArrayList<>();
        need.members().forEach((column, type) -> {
            String difference =
                    difference("the column " + column, type, held.members().get(column));
            if (!difference.isEmpty()) {
                Location place = Location.of("data source " + need.title() + " / column " + column, column);
                findings.add(Issue.COLUMN.at(place, app, "in the " + need + " of the destination " + difference));
            }
        });
        return findings;
    }

    private Finding literal(Literal literal) {
        if (literal.kind() == Literal.Kind.SIGNED_ADDRESS) {
            return Issue.SIGNED_ADDRESS.at(
                    literal.place(),
                    app,
                    "the formula holds a signed address of " + literal.value()
                            + ", and everybody who can read the app can use it");
        }
        return Issue.LITERAL.at(
                literal.place(), app, "the formula names " + literal.value() + ", which belongs to the origin");
    }

    private Finding media(CompileFacts.Media media) {
        return Issue.MEDIA.at(
                Location.of("media " + media.name(), media.host()),
                app,
                "it is loaded from " + media.host() + ", which belongs to the origin");
    }
}
