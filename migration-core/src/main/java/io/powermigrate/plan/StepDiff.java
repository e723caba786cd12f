package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs between what two plans say of one resource, in words. */
final class StepDiff {

    private final List<String> what = new ArrayList<>();

    private StepDiff() {}

    static List<String> of(Step before, Step now) {
        StepDiff diff = new StepDiff();
        diff.tell(!before.originId().equals(now.originId()), "it is another one of the source");
        diff.tell(
                before.originId().equals(now.originId())
                        && !before.fingerprint().equals(now.fingerprint()),
                "it has changed in the source");
        diff.counterparts(before, now);
        diff.more("waits for ", before.waitsFor(), now.waitsFor());
        diff.more("waits no longer for ", now.waitsFor(), before.waitsFor());
        diff.more("gets ", before.bindings(), now.bindings());
        diff.more("gets no longer ", now.bindings(), known(before.bindings()));
        diff.more("found ", findings(before), findings(now));
        diff.more("found no longer ", findings(now), findings(before));
        diff.tell(
                diff.what.isEmpty() && !before.reason().equals(now.reason()),
                Shown.message(now.reason()) + ", not " + Shown.message(before.reason()));
        diff.tell(
                diff.what.isEmpty() && before.wave() != now.wave(),
                "it comes in wave " + (now.wave() + 1) + ", not " + (before.wave() + 1));
        return diff.what;
    }

    static List<String> of(RecreateItem before, RecreateItem now) {
        StepDiff diff = new StepDiff();
        diff.tell(!before.remedy().equals(now.remedy()), "to do: " + Shown.message(now.remedy()));
        diff.tell(now.isSatisfied() && !before.by().equals(now.by()), "fulfilled by " + Shown.message(now.by()));
        diff.more("waits for it: ", before.waiting(), now.waiting());
        diff.more("waits for it no longer: ", now.waiting(), before.waiting());
        diff.more("could be ", before.candidates(), now.candidates());
        diff.more("could no longer be ", now.candidates(), before.candidates());
        return diff.what;
    }

    private void counterparts(Step before, Step now) {
        String earlier = before.counterpart().map(Counterpart::id).orElse("");
        String later = now.counterpart().map(Counterpart::id).orElse("");
        if (!earlier.equals(later)) {
            tell(earlier.isEmpty(), "the destination has it now: " + Shown.name(later));
            tell(later.isEmpty(), "the destination has it no longer: " + Shown.name(earlier));
            tell(!earlier.isEmpty() && !later.isEmpty(), "it is another one of the destination: " + Shown.name(later));
        } else {
            tell(
                    !before.counterpart()
                            .map(Counterpart::fingerprint)
                            .equals(now.counterpart().map(Counterpart::fingerprint)),
                    "it has changed in the destination");
        }
    }

    private static List<SlotBinding> known(List<SlotBinding> bindings) {
        return bindings.stream().filter(each -> !each.to().isEmpty()).toList();
    }

    private static List<String> findings(Step step) {
        return step.findings().stream().map(StepDiff::words).toList();
    }

    private static String words(Finding finding) {
        return finding.rule() + " (" + finding.verdict() + "), " + finding.reason();
    }

    private void more(String words, Collection<?> before, Collection<?> now) {
        Set<Object> more = new LinkedHashSet<>(now);
        before.forEach(more::remove);
        tell(!more.isEmpty(), words + more.stream().map(StepDiff::shown).collect(Collectors.joining(", ")));
    }

    private static String shown(Object each) {
        return each instanceof ResourceKey key ? key.toString() : Shown.message(each.toString());
    }

    private void tell(boolean differs, String words) {
        if (differs) {
            what.add(words);
        }
    }
}
