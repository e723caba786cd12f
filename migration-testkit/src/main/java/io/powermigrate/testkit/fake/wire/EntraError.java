package io.powermigrate.testkit.fake.wire;

/**
 * Why Entra ID refuses a sign-in: its code, its OAuth error and the beginning of its words (wire/power-platform.md, section
 * 11.3; codes of Microsoft's public reference). Names in braces are filled in from the request. That 65002 and 530003 come
 * as {@code invalid_grant} is a guess.
 */
public enum EntraError {
    /** The tenant does not know the application. */
    APPLICATION_NOT_FOUND(
            700016,
            "unauthorized_client",
            "Application with identifier '{client}' was not found in the directory '{tenant}'."),
    /** The value is not that of any secret of the application. */
    WRONG_SECRET(
            7000215,
            "invalid_client",
            "Invalid client secret provided. Send the secret value, not the secret ID, for app '{client}'."),
    /** The secret has ended. */
    EXPIRED_SECRET(7000222, "invalid_client", "The provided client secret keys for app '{client}' are expired."),
    /** Neither a secret nor an assertion came. */
    NO_PROOF(
            7000218,
            "invalid_client",
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
    /** No registered certificate made the signature. */
    UNKNOWN_CERTIFICATE(
            700027,
            "invalid_client",
            "The certificate used to sign the client assertion is not registered on application '{client}'."),
    /** The assertion is too old, or not valid yet. */
    ASSERTION_OUT_OF_TIME(700024, "invalid_client", "Client assertion is not within its valid time range."),
    /** The assertion is for somebody else, or says it comes from somebody else. */
    WRONG_ASSERTION(
            700023,
            "invalid_client",
            "Client assertion audience, issuer or subject does not match application '{client}'."),
    /** No federated credential has the issuer. */
    UNTRUSTED_ISSUER(
            700211, "invalid_client", "No matching federated identity record found for presented assertion issuer."),
    /** No federated credential has the audience. */
    UNTRUSTED_AUDIENCE(
            700212, "invalid_client", "No matching federated identity record found for presented assertion audience."),
    /** No federated credential has the subject. */
    UNTRUSTED_SUBJECT(
            700213, "invalid_client", "No matching federated identity record found for presented assertion subject."),
    /** Nobody has consented to the application. */
    CONSENT_MISSING(
            65001,
            "invalid_grant",
            "consent_required",
            "The user or administrator has not consented to use the application with ID '{client}'."),
    /** The owner of the service has not pre-authorised the first-party application. */
    NOT_PREAUTHORISED(
            65002,
            "invalid_grant",
            "Consent between first party application '{client}' and first party resource '{resource}' must be configured via"
                    + " preauthorization."),
    /** The user said no. */
    CONSENT_DECLINED(65004, "access_denied", "User declined to consent to access the app."),
    /** The tenant has no such user. */
    USER_NOT_FOUND(50034, "invalid_grant", "The user account {user} does not exist in the {tenant} directory."),
    /** The password is another one. */
    WRONG_PASSWORD(50126, "invalid_grant", "Error validating credentials due to invalid username or password."),
    /** The tenant demands a second factor. */
    SECOND_FACTOR_NEEDED(
            50076,
            "invalid_grant",
            "basic_action",
            "Due to a configuration change made by your administrator, you must use multi-factor authentication to access"
                    + " '{resource}'."),
    /** The tenant demands a device that it manages. */
    DEVICE_NOT_MANAGED(530003, "invalid_grant", "Your device is required to be managed to access this resource."),
    /** The refresh token was made before the user was signed out everywhere. */
    SIGNED_OUT(
            50173,
            "invalid_grant",
            "bad_token",
            "The provided grant has expired due to it being revoked, a fresh auth token is needed."),
    /** The refresh token is damaged, or another application's. */
    BAD_REFRESH_TOKEN(9002313, "invalid_grant", "bad_token", "Invalid request. Request is malformed or invalid."),
    /** No tenant has the name. */
    TENANT_NOT_FOUND(
            90002,
            "invalid_request",
            "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID."),
    /** The service is not known in the tenant. */
    RESOURCE_NOT_FOUND(
            500011,
            "invalid_resource",
            "The resource principal named {resource} was not found in the tenant named {tenant}."),
    /** The user has not entered the code yet. */
    DEVICE_CODE_PENDING(
            70016, "authorization_pending", "OAuth 2.0 device flow error. Authorization is pending. Continue polling."),
    /** The client asks too often. */
    DEVICE_CODE_POLLED_TOO_FAST(70016, "slow_down", "OAuth 2.0 device flow error. Polling too fast."),
    /** The user entered the code too late. */
    DEVICE_CODE_EXPIRED(70020, "expired_token", "The provided value for the input parameter 'device_code' is expired."),
    /** The user said no on the page of the code. */
    DEVICE_CODE_DECLINED(70018, "authorization_declined", "End user declined the authorization request."),
    /** No such device code was given out. */
    DEVICE_CODE_UNKNOWN(70019, "bad_verification_code", "Verification code expired or unknown."),
    /** The authorization code was used before, or is too old, or another's. */
    CODE_NOT_VALID(54005, "invalid_grant", "OAuth2 Authorization code was already redeemed or is not valid."),
    /** Who brings the code is not who asked for it. */
    CODE_VERIFIER_WRONG(
            501481,
            "invalid_grant",
            "The Code_Verifier does not match the code_challenge supplied in the authorization request."),
    /** The browser would be sent elsewhere. */
    REDIRECT_NOT_REGISTERED(
            50011,
            "invalid_request",
            "The redirect URI specified in the request does not match those of the application '{client}'."),
    /** The grant type has no meaning. */
    GRANT_NOT_SUPPORTED(70003, "unsupported_grant_type", "The app requested an unsupported grant type."),
    /** The service has no time. */
    TEMPORARILY_UNAVAILABLE(90033, "temporarily_unavailable", "A transient error has occurred. Please try again.");

    private final int code;
    private final String error;
    private final String suberror;
    private final String words;

    EntraError(int code, String error, String words) {
        this(code, error, "", words);
    }

    EntraError(int code, String error, String suberror, String words) {
        this.code = code;
        this.error = error;
        this.suberror = suberror;
        this.words = words;
    }

    /** The number behind {@code AADSTS}. */
    public int code() {
        return code;
    }

    /** The OAuth error, such as {@code invalid_grant}. */
    public String error() {
        return error;
    }

    /** What Entra ID adds to the OAuth error; empty for most. */
    public String suberror() {
        return suberror;
    }

    /** The beginning of its words, with the names in braces. */
    public String words() {
        return words;
    }

    /** The status of the answer: 401 where the client is not proved, else 400. */
    public int status() {
        return error.equals("invalid_client") ? 401 : 400;
    }
}
