package io.powermigrate.testkit.fake.internal.entra;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.ApplicationState;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.EntraError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grant of an application that proves who it is: secret, certificate, or a token of an issuer that it trusts. Stateless. */
final class ApplicationGrant {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String EXCHANGE = "api://AzureADTokenExchange";

    private final World world;
    private final EntraRefusals refusals;
    private final LoginTenants tenants;

    ApplicationGrant(World world, EntraRefusals refusals, LoginTenants tenants) {
        this.world = world;
        this.refusals = refusals;
        this.tenants = tenants;
    }

    /** The application, proved. */
    ApplicationState of(Call call) {
        TenantState tenant = tenants.tenant(call);
        Map<String, String> form = call.form();
        ApplicationState application = tenant.findApplication(form.getOrDefault("client_id", ""))
                .orElseThrow(() -> refusals.of(EntraError.APPLICATION_NOT_FOUND, call));
        proof(application, form, tenant, call).ifPresent(error -> {
            throw refusals.of(error, call);
        });
        return application;
    }

    private Optional<EntraError> proof(
            ApplicationState application, Map<String, String> form, TenantState tenant, Call call) {
        String assertion = form.getOrDefault("client_assertion", "");
        if (!assertion.isEmpty()) {
            return form.getOrDefault("client_assertion_type", "").equals(JWT_BEARER)
                    ? Assertion.parse(assertion)
                            .map(parsed -> asserted(application, parsed, tenant, call))
                            .orElse(Optional.of(EntraError.WRONG_ASSERTION))
                    : Optional.of(EntraError.NO_PROOF);
        }
        if (!form.containsKey("client_secret")) {
            return Optional.of(EntraError.NO_PROOF);
        }
        if (!application.hasSecret(form.get("client_secret"))) {
            return Optional.of(EntraError.WRONG_SECRET);
        }
        return application.hasSecretAt(world.now()) ? Optional.empty() : Optional.of(EntraError.EXPIRED_SECRET);
    }

    private Optional<EntraError> asserted(
            ApplicationState application, Assertion assertion, TenantState tenant, Call call) {
        if (!assertion.isInTime(world.now())) {
            return Optional.of(EntraError.ASSERTION_OUT_OF_TIME);
        }
        boolean own = assertion.claim("iss").equalsIgnoreCase(application.clientId());
        return own ? certified(application, assertion, tenant, call) : federated(application, assertion);
    }

    private static Optional<EntraError> certified(
            ApplicationState application, Assertion assertion, TenantState tenant, Call call) {
        if (application.certificates().stream().noneMatch(assertion::isOf)) {
            return Optional.of(EntraError.UNKNOWN_CERTIFICATE);
        }
        boolean fits = assertion.claim("sub").equalsIgnoreCase(application.clientId())
                && isForTenant(assertion.claim("aud"), tenant, call);
        return fits ? Optional.empty() : Optional.of(EntraError.WRONG_ASSERTION);
    }

    private static Optional<EntraError> federated(ApplicationState application, Assertion assertion) {
        List<ApplicationState.Federation> issuers = application.federations().stream()
                .filter(each -> each.issuer().equals(assertion.claim("iss")) && assertion.isSignedBy(each.key()))
                .toList();
        if (issuers.isEmpty()) {
            return Optional.of(EntraError.UNTRUSTED_ISSUER);
        }
        if (issuers.stream().noneMatch(each -> each.subject().equals(assertion.claim("sub")))) {
            return Optional.of(EntraError.UNTRUSTED_SUBJECT);
        }
        return assertion.claim("aud").equals(EXCHANGE) ? Optional.empty() : Optional.of(EntraError.UNTRUSTED_AUDIENCE);
    }

    /**
     * Whether it is the token endpoint or the issuer of the tenant, on the public host or on the fake's own: a client that
     * reaches the fake by a rewritten address still writes the address that it thinks it uses.
     */
    private static boolean isForTenant(String audience, TenantState tenant, Call call) {
        URI address = URI.create(audience.replace(' ', '+'));
        String host = String.valueOf(address.getHost());
        boolean hostFits = Service.LOGIN.servesHost(host)
                || call.origin().authority().replaceFirst(":\\d+$", "").equalsIgnoreCase(host);
        String path = String.valueOf(address.getPath());
        int prefix = path.startsWith("/" + Service.LOGIN.prefix() + "/")
                ? Service.LOGIN.prefix().length() + 1
                : 0;
        String[] parts = path.substring(prefix).split("/", 3);
        return hostFits
                && parts.length == 3
                && tenant.isNamed(parts[1])
                && (parts[2].equals("oauth2/v2.0/token") || parts[2].equals("v2.0"));
    }
}
