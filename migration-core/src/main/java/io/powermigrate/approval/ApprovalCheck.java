package io.powermigrate.approval;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with the approvals of a request. An approval that does not hold is told even where others would do. */
final class ApprovalCheck {

    /** How far the clocks of two machines may be apart. */
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    private final ApprovalPolicy.Terms terms;
    private final ApprovalRequest request;
    private final Instant now;
    private final boolean exact;

    /** What is wrong, and what to do about it. */
    record Problem(String because, String remedy) {}

    ApprovalCheck(ApprovalPolicy.Terms terms, ApprovalRequest request, Instant now) {
        this.terms = terms;
        this.request = request;
        this.now = now;
        this.exact = terms.exact() || request.requestedBy().isPresent();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (terms.notTheRequester() && request.requestedBy().isEmpty()) {
            problems.add(new Problem(
                    "the requester may not approve it, and nobody told who that is",
                    "Request approval with ApprovalRequest.of(plan.digest(), who, when)"));
        }
        Set<Person> people = new HashSet<>();
        for (Approval approval : request.approvals()) {
            boolean first = people.add(Person.of(approval.by()));
            if (!first && exact) {
                problems.add(new Problem(
                        who(approval) + " approved it twice", "Keep one approval of each person in the request"));
            }
            problem(approval).ifPresent(problems::add);
        }
        tooFew(people.size()).ifPresent(problems::add);
        return problems;
    }

    private Optional<Problem> tooFew(int people) {
        if (people >= terms.people()) {
            return Optional.empty();
        }
        String by = request.approvals().stream().map(ApprovalCheck::who).collect(Collectors.joining(", "));
        return Optional.of(new Problem(
                "it needs approvals by " + Counted.of(terms.people(), "person", "people") + " and has "
                        + (people == 0 ? "none" : Counted.of(people, "approval", "approvals") + ", by " + by),
                people == 0 ? "Have it approved" : "Have it approved by somebody else, too"));
    }

    private Optional<Problem> problem(Approval approval) {
        return ended(approval)
                .or(() -> exact ? tooEarlyOrLate(approval) : Optional.empty())
                .or(() -> ofTheRequester(approval))
                .or(() -> terms.keys().isEmpty() ? Optional.empty() : unsigned(approval));
    }

    private Optional<Problem> ended(Approval approval) {
        return approval.until()
                .filter(end -> !now.isBefore(end))
                .map(end -> new Problem("the approval of " + who(approval) + " ended at " + end, again(approval)));
    }

    private Optional<Problem> tooEarlyOrLate(Approval approval) {
        if (approval.at().isAfter(now.plus(CLOCKS))) {
            return Optional.of(new Problem(
                    "the approval of " + who(approval) + " is of " + approval.at() + ", and it is " + now + " now",
                    "Set the clocks right. " + again(approval)));
        }
        return request.requestedAt()
                .filter(asked -> approval.at().isBefore(asked.minus(CLOCKS)))
                .map(asked -> new Problem(
                        "the approval of " + who(approval) + " is of " + approval.at()
                                + ", before approval was requested at " + asked,
                        again(approval)));
    }

    private Optional<Problem> ofTheRequester(Approval approval) {
        return request.requestedBy()
                .filter(asked -> terms.notTheRequester())
                .filter(asked -> Person.of(asked).equals(Person.of(approval.by())))
                .map(asked -> new Problem(
                        who(approval) + " requested it and approved it as well",
                        "Request approval again, and have it approved by others"));
    }

    private Optional<Problem> unsigned(Approval approval) {
        PublicKey key = terms.keys().get(Person.of(approval.by()));
        if (key == null) {
            return Optional.of(new Problem(
                    "no key of " + who(approval) + " is trusted",
                    "Have it approved by somebody whose key the policy trusts, or add the key to the policy"));
        }
        if (approval.signature().isEmpty()) {
            return Optional.of(new Problem(
                    "the approval of " + who(approval) + " is not signed",
                    "Have " + who(approval) + " approve it with a private key: request.with(approval, key)"));
        }
        return Signing.isBy(
                        key, request.bytesToSign(approval), approval.signature().get())
                ? Optional.empty()
                : Optional.of(new Problem(
                        "the signature of " + who(approval) + " is not of this approval and the trusted key",
                        again(approval) + ", with the key that the policy trusts"));
    }

    private static String again(Approval approval) {
        return "Have " + who(approval) + " approve it again";
    }

    private static String who(Approval approval) {
        return Shown.name(approval.by());
    }
}
