package io.powermigrate.auth;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import io.powermigrate.http.UriText;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A code that the user enters in a browser on any device. Stateless. */
record DeviceCodeGrant(Consumer<? super DeviceCodePrompt> prompt, Clock clock) implements UserGrant {

    @Override
    public String way() {
        return "device code";
    }

    @Override
    public IAuthenticationResult acquire(PublicClientApplication application, Attempt attempt) {
        // MSAL4J polls only as long as it holds its own future, so the prompt waits until that is there
        CompletableFuture<CompletableFuture<IAuthenticationResult>> begun = new CompletableFuture<>();
        DeviceCodeFlowParameters.DeviceCodeFlowParametersBuilder parameters =
                DeviceCodeFlowParameters.builder(Set.of(attempt.request().scope()), code -> show(code, begun.join()));
        return Msal.await(
                () -> {
                    CompletableFuture<IAuthenticationResult> polling = application.acquireToken(parameters.build());
                    begun.complete(polling);
                    return polling;
                },
                attempt);
    }

    private void show(DeviceCode code, CompletableFuture<IAuthenticationResult> polling) {
        DeviceCodePrompt shown = new DeviceCodePrompt(
                code.userCode(),
                UriText.parse(code.verificationUri()),
                clock.instant().plusSeconds(code.expiresIn()),
                code.message(),
                () -> polling.cancel(true));
        Asked.run(() -> prompt.accept(shown), "the prompt");
    }
}
