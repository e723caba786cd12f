package io.powermigrate.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy wants of approvals: each way in which they can be wrong is told, with what to do. */
class ApprovalPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String DIGEST = "ab".repeat(32);
    private static final String ADA = "ada@contoso.com";
    private static final String GRACE = "grace@contoso.com";
    private static final String ALAN = "alan@contoso.com";
    private static final KeyPair GRACES = pair("Ed25519");
    private static final KeyPair ALANS = pair("EC");
    private static final ApprovalPolicy TWO_OTHERS = ApprovalPolicy.of(2).noneOfThemTheRequester();
    private static final ApprovalPolicy SIGNED = TWO_OTHERS.signedBy(keys());

    private static Map<String, PublicKey> keys() {
        return Map.of(GRACE, GRACES.getPublic(), ALAN, ALANS.getPublic());
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApprovalRequest request() {
        return ApprovalRequest.of(DIGEST, ADA, NOW.minusSeconds(3600));
    }

    private static Approval by(String who) {
        return Approval.by(who, NOW.minusSeconds(60));
    }

    private static ApprovalRequest approved(Approval... approvals) {
        ApprovalRequest request = request();
        for (Approval approval : approvals) {
            request = request.with(approval);
        }
        return request;
    }

    private static ApprovalRequest signed() {
        return request().with(by(GRACE), GRACES.getPrivate()).with(by(ALAN), ALANS.getPrivate());
    }

    @Test
    void what_is_as_wanted_is_accepted() {
        assertThatCode(() -> TWO_OTHERS.require(approved(by(GRACE), by(ALAN)), NOW))
                .doesNotThrowAnyException();
        assertThatCode(() -> SIGNED.require(signed(), NOW)).doesNotThrowAnyException();
        assertThatCode(() -> ApprovalPolicy.anybody().require(ApprovalRequest.of(DIGEST, List.of(by(ADA))), NOW))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void what_is_wrong_is_told_with_what_to_do(
            String kind, ApprovalPolicy policy, ApprovalRequest request, String told, String remedy) {
        assertThatThrownBy(() -> policy.require(request, NOW))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The plan was not executed because ")
                .hasMessageContaining(told)
                .hasMessageContaining(remedy);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(times(), people(), names(), signatures(), carriedOver())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(
                        "ended",
                        TWO_OTHERS,
                        approved(by(GRACE), by(ALAN).until(NOW)),
                        "the approval of alan@contoso.com ended at 2026-11-29T12:00:00Z",
                        "Have alan@contoso.com approve it again"),
                Arguments.of(
                        "ended, although others would do",
                        ApprovalPolicy.anybody(),
                        approved(by(GRACE), by(ALAN).until(NOW.minusSeconds(1))),
                        "the approval of alan@contoso.com ended at ",
                        "Have alan@contoso.com approve it again"),
                Arguments.of(
                        "of the future",
                        TWO_OTHERS,
                        approved(by(GRACE), Approval.by(ALAN, NOW.plus(Duration.ofMinutes(1)))),
                        "the approval of alan@contoso.com is of 2026-11-29T12:01:00Z, and it is 2026-11-29T12:00:00Z now",
                        "Set the clocks right"),
                Arguments.of(
                        "older than the request",
                        TWO_OTHERS,
                        approved(by(GRACE), Approval.by(ALAN, NOW.minus(Duration.ofDays(1)))),
                        "before approval was requested at 2026-11-29T11:00:00Z",
                        "Have alan@contoso.com approve it again"));
    }

    private static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of(
                        "none",
                        ApprovalPolicy.anybody(),
                        approved(),
                        "needs approvals by 1 person and has none",
                        "Have it approved"),
                Arguments.of(
                        "too few",
                        TWO_OTHERS,
                        approved(by(GRACE)),
                        "it needs approvals by 2 people and has 1 approval, by grace@contoso.com",
                        "Have it approved by somebody else, too"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(
                        "the requester, in other letters",
                        TWO_OTHERS,
                        approved(by(GRACE), by("ADA@Contoso.com")),
                        "ADA@Contoso.com requested it and approved it as well",
                        "have it approved by others"),
                Arguments.of(
                        "the same person twice, in other letters",
                        ApprovalPolicy.of(2),
                        ApprovalRequest.of(DIGEST, List.of(by(GRACE), by("Grace@CONTOSO.com\u200b "))),
                        "Grace@CONTOSO.com",
                        "Keep one approval of each person"),
                Arguments.of(
                        "nobody who requested it",
                        TWO_OTHERS,
                        ApprovalRequest.of(DIGEST, List.of(by(GRACE), by(ALAN))),
                        "the requester may not approve it, and nobody told who that is",
                        "Request approval with ApprovalRequest.of(plan.digest(), who, when)"));
    }

    private static Stream<Arguments> signatures() {
        return Stream.of(
                Arguments.of(
                        "not signed",
                        SIGNED,
                        signed().with(by(ALAN)),
                        "the approval of alan@contoso.com is not signed",
                        "request.with(approval, key)"),
                Arguments.of(
                        "signed with the key of another person",
                        SIGNED,
                        signed().with(by(ALAN), GRACES.getPrivate()),
                        "the signature of alan@contoso.com is not of this approval and the trusted key",
                        "with the key that the policy trusts"),
                Arguments.of(
                        "a signature that is none",
                        SIGNED,
                        signed().with(by(ALAN).signed(new byte[] {1, 2, 3})),
                        "the signature of alan@contoso.com is not of this approval",
                        "approve it again"),
                Arguments.of(
                        "somebody whose key is not trusted",
                        SIGNED,
                        signed().with(by("eve@contoso.com"), GRACES.getPrivate()),
                        "no key of eve@contoso.com is trusted",
                        "add the key to the policy"));
    }

    private static Stream<Arguments> carriedOver() {
        return Stream.of(
                Arguments.of(
                        "signed for another request of the same plan",
                        SIGNED,
                        carriedOver(signed(), request()),
                        "the signature of grace@contoso.com is not of this approval",
                        "Have grace@contoso.com approve it again"),
                Arguments.of(
                        "signed for another plan",
                        SIGNED,
                        carriedOver(signed(), ApprovalRequest.of("cd".repeat(32), ADA, NOW.minusSeconds(3600))),
                        "the signature of alan@contoso.com is not of this approval",
                        "Have alan@contoso.com approve it again"));
    }

    private static ApprovalRequest carriedOver(ApprovalRequest from, ApprovalRequest to) {
        ApprovalRequest request = to;
        for (Approval approval : from.approvals()) {
            request = request.with(approval);
        }
        return request;
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() ->
                        SIGNED.require(approved(by(ADA), by("eve@contoso.com").until(NOW)), NOW))
                .hasMessageContaining("ada@contoso.com requested it")
                .hasMessageContaining("the approval of eve@contoso.com ended");
    }

    @Test
    void clocks_of_two_machines_may_be_a_few_seconds_apart() {
        Approval early = Approval.by(ALAN, NOW.plusSeconds(20));
        assertThatCode(() -> TWO_OTHERS.require(approved(by(GRACE), early), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void a_time_that_is_changed_afterwards_breaks_the_signature() {
        Approval ends = by(ALAN).until(NOW.plusSeconds(60));
        Approval signed = request().with(ends, ALANS.getPrivate()).approvals().get(0);
        assertThat(signed.until(NOW.plusSeconds(3600)).signature()).isEmpty();
        Approval longer = signed.until(NOW.plusSeconds(3600))
                .signedInBase64(signed.signature().orElseThrow());
        assertThatThrownBy(() -> SIGNED.require(signed().with(longer), NOW))
                .hasMessageContaining("the signature of alan@contoso.com is not of this approval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "RSASSA-PSS", "EC", "Ed25519", "Ed448"})
    void keys_of_these_kinds_sign(String algorithm) {
        KeyPair pair = pair(algorithm);
        ApprovalPolicy policy = ApprovalPolicy.of(1).signedBy(Map.of(GRACE, pair.getPublic()));
        ApprovalRequest request = request().with(by(GRACE), pair.getPrivate());
        assertThatCode(() -> policy.require(request, NOW)).doesNotThrowAnyException();
    }

    @Test
    void a_key_that_cannot_be_used_is_refused_at_once() throws GeneralSecurityException {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        PublicKey weak = small.generateKeyPair().getPublic();
        PublicKey other = pair("X25519").getPublic();
        assertThatThrownBy(() -> ApprovalPolicy.of(1).signedBy(Map.of(GRACE, weak)))
                .hasMessageContaining("The key of grace@contoso.com has 1024 bits");
        assertThatThrownBy(() -> ApprovalPolicy.of(1).signedBy(Map.of(GRACE, other)))
                .hasMessageContaining("cannot be used because it is a key of X");
        assertThatThrownBy(() -> request().with(by(GRACE), pair("X25519").getPrivate()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The approval was not signed because it is a key of X");
    }

    @Test
    void a_policy_that_nobody_can_meet_is_refused_at_once() {
        assertThatThrownBy(() -> ApprovalPolicy.of(0)).hasMessageContaining("Give at least 1");
        assertThatThrownBy(() -> ApprovalPolicy.of(2).signedBy(Map.of(GRACE, GRACES.getPublic())))
                .hasMessageContaining("wants approvals of 2 people and trusts 1 key");
        assertThatThrownBy(() -> ApprovalPolicy.of(1)
                        .signedBy(Map.of(GRACE, GRACES.getPublic(), "GRACE@contoso.com", ALANS.getPublic())))
                .hasMessageContaining("Give one key for each person");
        assertThat(SIGNED).hasToString("approvals by 2 people, none of them the requester, each signed");
    }
}
