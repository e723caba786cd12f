package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** The steps of a rule that is written as a sentence. Each step is a value; a sentence may be continued twice. */
public final class RuleSentence {

    private static final Basis OWN = new Basis("a rule of the caller", LocalDate.EPOCH, true);

    private RuleSentence() {}

    /** A rule that has an id. */
    public record WithId(String id) {

        /** About which type. */
        public <R extends Resource> Subject<R> forEach(ResourceType<R> type) {
            return new Subject<>(id, type);
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** A rule that has a subject. */
    public record Subject<R extends Resource>(String id, ResourceType<R> type) {

        /** Every resource of the type. */
        public Condition<R> always() {
            return new Condition<>(this, "every " + type, (resource, context) -> List.of(List.of()));
        }

        /** Resources for which something holds. */
        public Condition<R> when(String words, BiPredicate<R, RuleContext> holds) {
            return new Condition<>(
                    this,
                    "a " + type + " that " + words,
                    (resource, context) -> holds.test(resource, context) ? List.of(List.of()) : List.of());
        }

        /** Resources that have at least one such place; all places go into one finding. */
        public Condition<R> whereverIt(String words, BiFunction<R, RuleContext, List<Location>> places) {
            return new Condition<>(this, "a " + type + " that " + words, (resource, context) -> {
                List<Location> found = places.apply(resource, context);
                return found.isEmpty() ? List.of() : List.of(found);
            });
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** A rule that knows when it holds. */
    public static final class Condition<R extends Resource> {

        final Subject<R> subject;
        final String words;
        final BiFunction<R, RuleContext, List<List<Location>>> hits;

        Condition(Subject<R> subject, String words, BiFunction<R, RuleContext, List<List<Location>>> hits) {
            this.subject = subject;
            this.words = words;
            this.hits = hits;
        }

        /** It travels as it is. */
        public Judged<R> migrates() {
            return new Judged<>(this, Verdict.MIGRATE);
        }

        /** It travels, and somebody should look. */
        public Judged<R> warns() {
            return new Judged<>(this, Verdict.WARN);
        }

        /** Nobody knows; a person decides. */
        public Judged<R> leavesUndecided() {
            return new Judged<>(this, Verdict.UNKNOWN);
        }

        /** It has to be made again; the library can. */
        public Judged<R> mustBeRecreated() {
            return new Judged<>(this, Verdict.RECREATE);
        }

        /** It has to be made again by a person. */
        public Judged<R> mustBeRecreatedByHand() {
            return new Judged<>(this, Verdict.RECREATE_BY_HAND);
        }

        /** It must not travel. */
        public Judged<R> blocks() {
            return new Judged<>(this, Verdict.BLOCK);
        }
    }

    /** A rule that has a verdict. */
    public record Judged<R extends Resource>(Condition<R> condition, Verdict verdict) {

        /** Why, the same for every resource. */
        public Reasoned<R> because(String reason) {
            return becauseOf((resource, context) -> reason);
        }

        /** Why, in words that name values of the resource. */
        public Reasoned<R> becauseOf(BiFunction<R, RuleContext, String> reason) {
            return new Reasoned<>(this, reason, OWN, (resource, context) -> List.of());
        }
    }

    /** A rule that has a reason. */
    public record Reasoned<R extends Resource>(
            Judged<R> judged,
            BiFunction<R, RuleContext, String> reason,
            Basis basis,
            BiFunction<R, RuleContext, List<Binding>> lines) {

        /** What the rule rests on. */
        public Reasoned<R> accordingTo(Basis source) {
            return new Reasoned<>(judged, reason, source, lines);
        }

        /** Lines for the mapping that settle it, which plans show to be pasted. */
        public Reasoned<R> suggesting(BiFunction<R, RuleContext, List<Binding>> some) {
            return new Reasoned<>(judged, reason, basis, some);
        }

        /** What a person does, in exact steps; this ends the sentence. */
        public Rule<R> remedy(String remedy) {
            return new SentenceRule<>(this, (resource, context) -> remedy);
        }

        /** What a person does, in words that name values of the resource; this ends the sentence. */
        public Rule<R> remedyFor(BiFunction<R, RuleContext, String> remedy) {
            return new SentenceRule<>(this, remedy);
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }
}
