package io.powermigrate.approval;

import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a plan may be executed. Immutable.
 *
 * <pre>{@code
 * Instant now = Instant.now();
 * ApprovedPlan approved = plan.approve(Approval.by("ada@contoso.com", now).until(now.plus(Duration.ofHours(8))));
 * }</pre>
 */
public final class Approval {

    private final Word word;

    private record Word(
            String by,
            Instant at,
            @Nullable Instant until,
            @Nullable String signature) {}

    private Approval(Word word) {
        this.word = word;
    }

    /**
     * Approved by somebody at some time; it holds for as long as the plan is not stale.
     *
     * @param who a name that people recognise, such as a user name; plans, reports and journals show it
     * @param at when they approved it
     * @throws IllegalArgumentException when the name is blank
     */
    public static Approval by(String who, Instant at) {
        Objects.requireNonNull(at, "at");
        if (who.isBlank()) {
            throw new IllegalArgumentException("An approval names nobody. Say who approves.");
        }
        return new Approval(new Word(who, at, null, null));
    }

    /** The same approval without a signature, but a plan that is executed at this time or later is refused. */
    public Approval until(Instant end) {
        Objects.requireNonNull(end, "end");
        return new Approval(new Word(by(), at(), end, null));
    }

    /**
     * The same approval with a signature that was made elsewhere, such as by a device that keeps the key; see {@link
     * ApprovalRequest#bytesToSign}. It is checked when the plan is executed.
     */
    public Approval signed(byte[] signature) {
        return signedInBase64(Base64.getEncoder().encodeToString(signature));
    }

    Approval signedInBase64(String signature) {
        return new Approval(new Word(by(), at(), word.until(), signature));
    }

    /** Who approved it. */
    public String by() {
        return word.by();
    }

    /** When they approved it. */
    public Instant at() {
        return word.at();
    }

    /** When it ends; empty where it holds for as long as the plan is not stale. */
    public Optional<Instant> until() {
        return Optional.ofNullable(word.until());
    }

    /** The signature in Base64; empty where it is not signed. That there is one does not mean that it was checked. */
    public Optional<String> signature() {
        return Optional.ofNullable(word.signature());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Approval that && word.equals(that.word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    /** In one line: who, when, and until when. */
    @Override
    public String toString() {
        return Shown.value("approved by " + Shown.name(by()) + " at " + at()
                + until().map(end -> ", until " + end).orElse(""));
    }
}
