package io.powermigrate.plan;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.json.Stored;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, as it is saved.
 *
 * @param version of the form
 * @param ruleSet the rule set that judged
 * @param scope what it is about, in words
 * @param limit how many changes may be approved at most
 * @param journalKept whether the journal outlives the process
 * @param source the environment that resources come from
 * @param destination the environment that they go to
 * @param mapping the lines of the caller
 * @param waivers findings that were passed over
 * @param steps in the order in which they are done
 * @param recreate what must be recreated
 * @param notRead lists that could not be read
 * @param unmatched settings that matched nothing
 * @param rehearsed what a rehearsal found
 * @param inSource how far the source may be changed
 * @param notLookedAt what the plan says nothing about
 */
public record PlanContent(
        @Nullable Integer version,
        String ruleSet,
        String scope,
        int limit,
        boolean journalKept,
        Side source,
        Side destination,
        List<String> mapping,
        List<Waiver> waivers,
        List<Step> steps,
        List<RecreateItem> recreate,
        List<NotRead> notRead,
        List<Unmatched> unmatched,
        List<Finding> rehearsed,
        Effect inSource,
        List<String> notLookedAt) {

    /** The version of the form that this library writes. */
    public static final int VERSION = 1;

    static final Stored<PlanContent> FORM = new Stored<>(new Stored.Form<>(
            "plan", PlanContent.class, VERSION, "Plan again with this version of the library", PlanContent::version));

    public PlanContent { // a saved plan that is not whole has gaps, which Plan.of tells
        mapping = copy(mapping);
        waivers = copy(waivers);
        steps = copy(steps);
        recreate = copy(recreate);
        notRead = copy(notRead);
        unmatched = copy(unmatched);
        rehearsed = copy(rehearsed);
        notLookedAt = copy(notLookedAt);
    }

    /** The same content with other steps. */
    public PlanContent withSteps(List<Step> others) {
        return new PlanContent(
                version,
                ruleSet,
                scope,
                limit,
                journalKept,
                source,
                destination,
                mapping,
                waivers,
                others,
                recreate,
                notRead,
                unmatched,
                rehearsed,
                inSource,
                notLookedAt);
    }

    boolean isWhole() {
        return Stream.of(
                                ruleSet,
                                scope,
                                source,
                                destination,
                                mapping,
                                waivers,
                                steps,
                                recreate,
                                notRead,
                                unmatched,
                                rehearsed,
                                inSource,
                                notLookedAt)
                        .noneMatch(Objects::isNull)
                && source.isWhole()
                && destination.isWhole();
    }

    @SuppressWarnings("NullAway") // null stays null
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
