package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.List;
import java.util.function.BiFunction;

/** A finished sentence. */
record SentenceRule<R extends Resource>(RuleSentence.Reasoned<R> sentence, BiFunction<R, RuleContext, String> remedy)
        implements Rule<R> {

    @Override
    public String id() {
        return sentence.judged().condition().subject.id();
    }

    @Override
    public String description() {
        return sentence.judged().condition().words + ": " + sentence.judged().verdict();
    }

    @Override
    public ResourceType<R> subject() {
        return sentence.judged().condition().subject.type();
    }

    @Override
    public Basis basis() {
        return sentence.basis();
    }

    @Override
    public List<Finding> check(R resource, RuleContext context) {
        return sentence.judged().condition().hits.apply(resource, context).stream()
                .map(places -> Finding.of(
                                id(),
                                resource.key(),
                                sentence.judged().verdict(),
                                new Explanation(
                                        sentence.reason().apply(resource, context),
                                        remedy.apply(resource, context),
                                        basis()))
                        .at(places)
                        .suggesting(sentence.lines().apply(resource, context)))
                .toList();
    }

    @Override
    public String toString() {
        return Shown.message(id() + ": " + description());
    }
}
