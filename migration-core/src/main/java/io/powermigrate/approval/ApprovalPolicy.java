package io.powermigrate.approval;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the caller wants of the approvals of a plan before it is executed. A plan whose approvals are not so is refused, and
 * nothing is written. Immutable.
 *
 * <pre>{@code
 * Migration migration = Migration.from(source).to(target)
 *         .install(plugin)
 *         .approvals(ApprovalPolicy.of(2).noneOfThemTheRequester().signedBy(Map.of(
 *                 "grace@contoso.com", keyOfGrace,
 *                 "alan@contoso.com", keyOfAlan)))
 *         .build();
 * }</pre>
 */
public final class ApprovalPolicy {

    private static final ApprovalPolicy ANYBODY = new ApprovalPolicy(new Terms(1, false, false, Map.of()));

    private final Terms terms;

    /** @param exact whether times and names are held against each other, too */
    record Terms(int people, boolean exact, boolean notTheRequester, Map<Person, PublicKey> keys) {}

    private ApprovalPolicy(Terms terms) {
        this.terms = terms;
    }

    /** One approval by anybody, of which none has ended; what holds unless the caller says otherwise. */
    public static ApprovalPolicy anybody() {
        return ANYBODY;
    }

    /**
     * So many approvals by different people. Neither case tells people apart, nor blanks. No approval may have ended, be of
     * the future, or be older than the request.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public static ApprovalPolicy of(int people) {
        if (people < 1) {
            throw new IllegalArgumentException(
                    Shown.message("A policy wants approvals of " + people + " people. Give at least 1."));
        }
        return new ApprovalPolicy(new Terms(people, true, false, Map.of()));
    }

    /** This policy, which also wants to know who requested the plan, and that they approved nothing themselves. */
    public ApprovalPolicy noneOfThemTheRequester() {
        return new ApprovalPolicy(new Terms(terms.people(), true, true, terms.keys()));
    }

    /**
     * This policy, which takes approvals of these people only, each signed with the key of that person.
     *
     * @param keys public keys of RSA (at least 2,048 bits), RSASSA-PSS, EC or EdDSA by the names that approvals give
     * @throws IllegalArgumentException when there are fewer keys than approvals wanted, two names are one person's, or a key
     *     cannot be used
     */
    public ApprovalPolicy signedBy(Map<String, ? extends PublicKey> keys) {
        SortedMap<String, PublicKey> inOrder = new TreeMap<>(keys);
        Map<Person, PublicKey> trusted = inOrder.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> Person.of(each.getKey()), Map.Entry::getValue, ApprovalPolicy::refuseSecond));
        inOrder.forEach((name, key) -> Signing.require(Shown.name(name), key));
        if (trusted.size() < terms.people()) {
            throw new IllegalArgumentException(Shown.message("A policy wants approvals of " + terms.people()
                    + " people and trusts " + Counted.of(trusted.size(), "key") + ". Give a key for each of them."));
        }
        return new ApprovalPolicy(new Terms(terms.people(), true, terms.notTheRequester(), trusted));
    }

    private static PublicKey refuseSecond(PublicKey one, PublicKey other) {
        throw new IllegalArgumentException(
                "Two names of trusted keys are the same but for case or blanks. Give one key for each person.");
    }

    /**
     * Holds a request against this policy.
     *
     * @param now the time of the execution
     * @throws MigrationException when its approvals are not as wanted; all that is wrong is named
     */
    public void require(ApprovalRequest request, Instant now) {
        List<ApprovalCheck.Problem> problems = new ApprovalCheck(terms, request, now).problems();
        if (!problems.isEmpty()) {
            throw new MigrationException(
                    "The plan was not executed because "
                            + problems.stream()
                                    .map(ApprovalCheck.Problem::because)
                                    .collect(Collectors.joining("; ")),
                    problems.stream()
                            .map(ApprovalCheck.Problem::remedy)
                            .distinct()
                            .collect(Collectors.joining(". ")));
        }
    }

    /** In words, such as {@code approvals by 2 people, none of them the requester, each signed}. */
    @Override
    public String toString() {
        return "approvals by " + Counted.of(terms.people(), "person", "people")
                + (terms.notTheRequester() ? ", none of them the requester" : "")
                + (terms.keys().isEmpty() ? "" : ", each signed");
    }
}
