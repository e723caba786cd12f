package io.powermigrate.plan;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The facts at the end of a plan's page. */
final class PlanFacts {

    private final Plan plan;
    private final PlanContent content;

    PlanFacts(Plan plan) {
        this.plan = plan;
        this.content = plan.content();
    }

    List<Fact> all() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("From", party(plan.source())));
        facts.add(new Fact("To", party(plan.destination())));
        facts.add(new Fact(
                "Scope",
                content.scope() + "; rules " + content.ruleSet() + "; "
                        + (content.limit() == Integer.MAX_VALUE
                                ? "any number of changes"
                                : "at most " + Words.counted(content.limit(), "change"))));
        facts.add(new Fact("Waived", waived()));
        facts.add(new Fact(
                "Mapping",
                content.mapping().isEmpty()
                        ? "no line"
                        : Words.counted(content.mapping().size(), "line")));
        facts.add(new Fact("Journal", plan.isJournalKept() ? "kept" : "ends with this process"));
        facts.add(new Fact("Fingerprint", "SHA-256 " + plan.digest()));
        return facts;
    }

    private String waived() {
        return content.waivers().isEmpty()
                ? "nothing"
                : content.waivers().stream().map(Waiver::toString).collect(Collectors.joining("; "));
    }

    private static String party(Party party) {
        return party.name() + ", environment " + party.id()
                + party.identity().map(who -> ", signed in as " + who).orElse(", who was signed in is not known");
    }
}
