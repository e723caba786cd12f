package io.powermigrate.auth;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.time.Instant;

/**
 * What a user needs in order to sign in with a device code. Its text is the message of the sign-in service, so that
 * {@code System.out::println} shows it. Thread-safe.
 */
public final class DeviceCodePrompt {

    private final String userCode;
    private final URI address;
    private final Instant expiresAt;
    private final String message;
    private final Runnable cancelling;

    DeviceCodePrompt(String userCode, URI address, Instant expiresAt, String message, Runnable cancelling) {
        this.userCode = Shown.name(userCode);
        this.address = address;
        this.expiresAt = expiresAt;
        this.message = Shown.message(message);
        this.cancelling = cancelling;
    }

    /** What the user enters. */
    public String userCode() {
        return userCode;
    }

    /** Where the user enters it. */
    public URI address() {
        return address;
    }

    /** Until when. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** The whole instruction, in the words of the sign-in service; one line, without anything invisible. */
    public String message() {
        return message;
    }

    /** Gives the sign-in up: anyone who waits for it gets a {@link SignInException} at once. */
    public void cancel() {
        cancelling.run();
    }

    /** The message. */
    @Override
    public String toString() {
        return message;
    }
}
