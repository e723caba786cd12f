package io.powermigrate.rollout;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.NotRead;
import io.powermigrate.report.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rollout for one customer.
 *
 * @param name what people call the customer
 * @param ring the name of its ring
 * @param labels its labels, by level
 * @param environmentId what tells its environment from every other one; empty where it could not be opened
 * @param environmentName what people call its environment; empty where it could not be opened
 * @param state what came of it
 * @param begun whether its plan was executed, so that something may have been written
 * @param reason why it is not done, in words; empty where it is
 * @param remedy what to do about it, one imperative sentence; empty where it is done
 * @param resources what the customer was to get, each with what came of it; what was there already is {@code DONE}
 * @param outcomes what came of every step that was to write
 * @param values what its slots got, and which layer of the mapping said so
 * @param notRead lists that could not be read
 * @param notChecked what else the plan says nothing about, in words
 * @param started when its execution began; null where it did not
 * @param ended when its execution ended; null where it did not begin
 */
public record CustomerOutcome(
        String name,
        String ring,
        SortedMap<String, String> labels,
        String environmentId,
        String environmentName,
        State state,
        boolean begun,
        String reason,
        String remedy,
        List<Resource> resources,
        List<Outcome> outcomes,
        List<ResolvedValue> values,
        List<NotRead> notRead,
        List<String> notChecked,
        @Nullable Instant started,
        @Nullable Instant ended) {

    /** What came of a customer. */
    public enum State {
        /** It has everything. */
        DONE,
        /** It has a part; the rest waits or was not tried. */
        PARTLY,
        /** A step failed, its environment could not be opened, or its plan was not made, not approved or not executed. */
        FAILED,
        /** Nothing was begun: the rollout stopped before, its environment is not there yet, or all that it gets waits. */
        NOT_STARTED
    }

    /**
     * One resource that the customer was to get.
     *
     * @param key the resource
     * @param displayName what people call it
     * @param state what came of it
     */
    public record Resource(ResourceKey key, String displayName, Outcome.State state) {

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    public CustomerOutcome {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        resources = List.copyOf(resources);
        outcomes = List.copyOf(outcomes);
        values = List.copyOf(values);
        notRead = List.copyOf(notRead);
        notChecked = List.copyOf(notChecked);
    }

    /** How many of its resources are in a state. */
    public long count(Outcome.State which) {
        return resources.stream().filter(each -> each.state() == which).count();
    }

    @Override
    public String toString() {
        return Shown.value(name + ": " + state + (reason.isEmpty() ? "" : ", because " + reason));
    }
}
