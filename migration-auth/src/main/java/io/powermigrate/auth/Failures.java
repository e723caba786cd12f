package io.powermigrate.auth;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in our words why nobody was signed in. MSAL4J's own exceptions never become a cause: what they hold may come from
 * an answer with tokens in it.
 */
final class Failures {

    private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
    private static final Pattern TRACE = Pattern.compile("(?i)Trace ID: ([0-9a-f-]{36})");
    private static final Pattern APPENDIX =
            Pattern.compile("(?is)(?<![\\s.])[\\s.]*+(?:(?:Trace ID|Correlation ID|Timestamp):.*+)?+$");

    /** Errors of OAuth 2.0 and OpenID Connect after which a user can help; and MSAL4J's where it has no refresh token. */
    private static final Set<String> ASK_THE_USER = Set.of(
            "invalid_grant",
            "interaction_required",
            "login_required",
            "consent_required",
            "account_selection_required",
            AuthenticationErrorCode.CACHE_MISS);

    private static final Set<String> SAID_NO =
            Set.of("AADSTS65004", "AADSTS70018", "authorization_declined", "access_denied");

    private Failures() {}

    /** The failure of an attempt. */
    static MigrationException of(Throwable thrown, Attempt attempt) {
        Optional<MigrationException> own = own(thrown);
        if (own.isPresent()) {
            MigrationException cause = own.get();
            return cause instanceof SignInException
                    ? cause
                    : new SignInException(attempt.problem() + inside(cause.problem()), cause.remedy(), cause);
        }
        if (thrown instanceof MsalThrottlingException patience) {
            return attempt.failed(
                    "Entra ID asked for patience", "Wait " + (patience.retryInMs() / 1000 + 1) + " s, then run again");
        }
        if (thrown instanceof MsalException refused) {
            return refused(refused, attempt);
        }
        return attempt.failed(
                "of a " + thrown.getClass().getSimpleName() + ": " + words(thrown),
                "Report this as a fault of the library, with this message and its version");
    }

    /** What Entra ID said in a redirect to this machine. */
    static MigrationException of(String error, String description, Attempt attempt) {
        return refused(error, description, "", attempt);
    }

    /** What follows on a refusal: the user is asked where only a user can answer, and nobody where the user said no. */
    private static SignInException.Way following(String code, String error) {
        if (SAID_NO.contains(code) || SAID_NO.contains(error)) {
            return SignInException.Way.NONE;
        }
        return ASK_THE_USER.contains(error) ? SignInException.Way.USER : SignInException.Way.OTHER_CREDENTIAL;
    }

    private static MigrationException refused(MsalException refused, Attempt attempt) {
        String error = Optional.ofNullable(refused.errorCode()).orElse("");
        String correlation = refused instanceof MsalServiceException service
                ? Optional.ofNullable(service.correlationId()).orElse("")
                : "";
        return refused(error, Optional.ofNullable(refused.getMessage()).orElse(""), correlation, attempt);
    }

    private static MigrationException refused(String error, String description, String correlation, Attempt attempt) {
        String code = first(CODE, description, 0).orElse(error);
        String words = APPENDIX.matcher(Redaction.of(description)).replaceFirst("");
        String because = words.startsWith(code) ? words : code + ": " + words;
        return new SignInException(
                attempt.problem() + "Entra ID said " + because,
                attempt.filled(SignInRemedies.of(code, error)),
                following(code, error),
                new SignInException.Words(code, first(TRACE, description, 1).orElse(correlation)),
                null);
    }

    private static Optional<String> first(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static Optional<MigrationException> own(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof MigrationException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /** A sentence that goes on in another one. */
    private static String inside(String sentence) {
        boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
        return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }

    private static String words(Throwable thrown) {
        return Redaction.of(Optional.ofNullable(thrown.getMessage()).orElse("no message"));
    }
}
