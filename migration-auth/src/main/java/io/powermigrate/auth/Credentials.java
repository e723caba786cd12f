package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.time.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Ways to sign in. Each gives a {@link Credential} that belongs to the first tenant it is asked for and refuses any other:
 * make one for each tenant. It keeps one token an audience, renews it five minutes before its end, and asks once for many
 * callers. All are thread-safe, show no secret, and throw {@link SignInException} with the fix when nobody could be signed
 * in. Where settings may be given, one is taken at most.
 *
 * <p>What the application registration needs, with permissions of the commercial cloud. That the Flow Service and Power BI
 * ask for these ones was not tried against the service. An application without a user needs no permission, but must be
 * registered as a management application of the Power Platform (wire/power-platform.md, section 0.1).
 *
 * <table>
 * <caption>Identity, permission and consent of each operation</caption>
 * <tr><th>operation</th><th>user</th><th>application</th><th>delegated permission</th></tr>
 * <tr><td>list environments, apps, connections, connectors</td><td>member, or administrator</td>
 *     <td>registered</td><td>PowerApps Service: User</td></tr>
 * <tr><td>list flows</td><td>member, or administrator</td><td>registered</td>
 *     <td>Flow Service: Flows.Read.All</td></tr>
 * <tr><td>list gateways</td><td>their administrator</td><td>refused</td>
 *     <td>Power BI Service: Dataset.Read.All</td></tr>
 * <tr><td>save an app's document, export its package</td><td>owner or co-owner</td><td>refused</td>
 *     <td>PowerApps Service: User</td></tr>
 * <tr><td>import, write references, publish</td><td>Environment Maker</td><td>refused</td>
 *     <td>PowerApps Service: User</td></tr>
 * <tr><td>Dataverse</td><td>with a role</td><td>application user with a role</td>
 *     <td>Dynamics CRM: user_impersonation</td></tr>
 * </table>
 *
 * <p>An administrator of each tenant consents once at
 * {@code https://login.microsoftonline.com/{tenant}/adminconsent?client_id={clientId}}.
 */
public final class Credentials {

    private Credentials() {}

    /**
     * A user, in the browser of this machine, which comes back to a port of it (with PKCE). The registration needs
     * {@code http://localhost} as a redirect address of the platform "Mobile and desktop applications".
     */
    public static Credential interactive(String clientId) {
        return interactive(clientId, SignInSettings.standard());
    }

    /** As {@link #interactive(String)}, in the way that the settings say. */
    public static Credential interactive(String clientId, SignInSettings settings) {
        return user(clientId, authority -> new InteractiveGrant(authority, settings), "interactive sign-in", settings);
    }

    /**
     * A user, in a browser on any device. The registration must allow public client flows.
     *
     * @param prompt shows the user what to do, such as {@code System.out::println}; it may cancel, as may an interrupt of
     *     the waiting thread
     */
    public static Credential deviceCode(String clientId, Consumer<? super DeviceCodePrompt> prompt) {
        return deviceCode(clientId, prompt, SignInSettings.standard());
    }

    /** As {@link #deviceCode(String, Consumer)}, in the way that the settings say. */
    public static Credential deviceCode(
            String clientId, Consumer<? super DeviceCodePrompt> prompt, SignInSettings settings) {
        DeviceCodeGrant grant = new DeviceCodeGrant(prompt, settings.http().clock());
        return user(clientId, authority -> grant, grant.way(), settings);
    }

    /**
     * Last resort: a user by name and password. It fails where the tenant demands a second factor, where the user's domain
     * is federated, and whenever the password changes; prefer any other way. The registration must allow public client
     * flows.
     *
     * @param password asked for at each sign-in; the array is not changed
     */
    public static Credential usernamePassword(String clientId, String userName, Supplier<char[]> password) {
        return usernamePassword(clientId, userName, password, SignInSettings.standard());
    }

    /** As {@link #usernamePassword(String, String, Supplier)}, in the way that the settings say. */
    public static Credential usernamePassword(
            String clientId, String userName, Supplier<char[]> password, SignInSettings settings) {
        PasswordGrant grant = new PasswordGrant(userName, password);
        return user(clientId, authority -> grant, grant.way(), settings);
    }

    /**
     * An application with a secret.
     *
     * @param secret the value, not the id, of a client secret; asked for at each sign-in, the array is not changed
     */
    public static Credential clientSecret(String clientId, Supplier<char[]> secret) {
        return clientSecret(clientId, secret, SignInSettings.standard());
    }

    /** As {@link #clientSecret(String, Supplier)}, in the way that the settings say. */
    public static Credential clientSecret(String clientId, Supplier<char[]> secret, SignInSettings settings) {
        Supplier<IClientCredential> proof =
                () -> ClientCredentialFactory.createFromSecret(String.valueOf(Asked.from(secret, "the client secret")));
        return application("client secret", clientId, proof, settings);
    }

    /** An application with a certificate whose public part is registered. */
    public static Credential clientCertificate(String clientId, ClientCertificate certificate) {
        return clientCertificate(clientId, certificate, SignInSettings.standard());
    }

    /** As {@link #clientCertificate(String, ClientCertificate)}, in the way that the settings say. */
    public static Credential clientCertificate(
            String clientId, ClientCertificate certificate, SignInSettings settings) {
        return application("client certificate", clientId, certificate::proof, settings);
    }

    /**
     * An application that trusts another issuer (workload identity federation), with a file in which that issuer keeps a
     * token, such as that of {@code AZURE_FEDERATED_TOKEN_FILE}. It is read at each sign-in.
     */
    public static Credential workloadIdentity(String clientId, Path tokenFile) {
        return workloadIdentity(clientId, tokenFile, SignInSettings.standard());
    }

    /** As {@link #workloadIdentity(String, Path)}, in the way that the settings say. */
    public static Credential workloadIdentity(String clientId, Path tokenFile, SignInSettings settings) {
        return workloadIdentity(clientId, () -> content(tokenFile), settings);
    }

    /**
     * An application that trusts another issuer (workload identity federation).
     *
     * @param token a token of that issuer; asked for at each sign-in
     */
    public static Credential workloadIdentity(String clientId, Supplier<String> token) {
        return workloadIdentity(clientId, token, SignInSettings.standard());
    }

    /** As {@link #workloadIdentity(String, Supplier)}, in the way that the settings say. */
    public static Credential workloadIdentity(String clientId, Supplier<String> token, SignInSettings settings) {
        Supplier<IClientCredential> proof = () ->
                ClientCredentialFactory.createFromClientAssertion(Asked.from(token, "the token of the trusted issuer"));
        return application("workload identity", clientId, proof, settings);
    }

    /**
     * The identity that Azure gave this machine or service itself; it exists in one tenant only. It is asked for where the
     * platform's variables say (App Service, Functions, Container Apps, Arc: {@code IDENTITY_ENDPOINT}; Cloud Shell:
     * {@code MSI_ENDPOINT}). A virtual machine has no such variable: say that it is one with
     * {@link SignInSettings.Builder#onVirtualMachine()}, else nobody is asked.
     */
    public static Credential managedIdentity() {
        return managedIdentity(SignInSettings.standard());
    }

    /** As {@link #managedIdentity()}, in the way that the settings say. */
    public static Credential managedIdentity(SignInSettings settings) {
        return machine("managed identity", ManagedIdentityId.systemAssigned(), settings);
    }

    /** An identity that a user assigned to this machine or service, by its client id; see {@link #managedIdentity}. */
    public static Credential userAssignedIdentity(String clientId) {
        return userAssignedIdentity(clientId, SignInSettings.standard());
    }

    /** As {@link #userAssignedIdentity(String)}, in the way that the settings say. */
    public static Credential userAssignedIdentity(String clientId, SignInSettings settings) {
        return machine("managed identity " + clientId, ManagedIdentityId.userAssignedClientId(clientId), settings);
    }

    /**
     * Tokens that the caller gets elsewhere: from an identity service of their own, or from a command line. The function
     * is given the tenant and the audience and returns the bare token; how long it lives is read from the token itself,
     * and one that does not say is asked for again each time. A token of another tenant, of another audience or of another
     * user than the one before is refused, as far as it tells; where the tenant was given by a domain, the sign-in service
     * is asked for its id first.
     *
     * @param tokens asked whenever a token nears its end, or was refused
     * @param clock what time it is
     */
    public static Credential ownTokens(Function<TokenRequest, String> tokens, Clock clock) {
        HttpSettings http = HttpSettings.builder().time(clock, Sleeper.system()).build();
        OwnTokens own = new OwnTokens(tokens, clock);
        return new BoundCredential("caller's own tokens", authority -> own, http);
    }

    /**
     * Tries one after the other and stays with the first that signs in. If none does, the error names each and why. A
     * sign-in that the user cancelled or declined, or that an interrupt ended, ends the chain: nobody else is signed in
     * instead.
     *
     * @throws IllegalArgumentException without a link
     */
    public static Credential chain(Credential... links) {
        if (links.length == 0) {
            throw new IllegalArgumentException("a chain needs a link");
        }
        return new Chain(List.of(links));
    }

    private static Credential user(
            String clientId, Function<Authority, UserGrant> grant, String way, SignInSettings settings) {
        return new BoundCredential(
                way + " of application " + clientId,
                authority -> new UserSignIn(grant.apply(authority), clientId, authority, settings),
                settings.http());
    }

    private static Credential application(
            String way, String clientId, Supplier<IClientCredential> proof, SignInSettings settings) {
        return new BoundCredential(
                way + " of application " + clientId,
                authority -> new ApplicationSignIn(way, clientId, proof, authority, settings),
                settings.http());
    }

    private static Credential machine(String way, ManagedIdentityId identity, SignInSettings settings) {
        SignIn signIn = new ManagedIdentitySignIn(way, identity, settings);
        return new BoundCredential(way, authority -> signIn, settings.http());
    }

    private static String content(Path tokenFile) {
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new MigrationException(
                    "The token in " + tokenFile + " was not used because it could not be read: " + e.getMessage(),
                    "Check that the issuer keeps a token there and that this process may read it",
                    e);
        }
    }
}
