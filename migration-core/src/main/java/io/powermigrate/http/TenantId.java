package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a tenant. Tokens and environments tell the id only, so a domain is resolved to it before either is believed.
 * Stateless.
 */
public final class TenantId {

    private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ID = Pattern.compile(GUID);
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]++(?:\\.[a-z0-9-]++)++");
    private static final Pattern ISSUER = Pattern.compile("https?://.*/(" + GUID + ")(/v2[.]0)?/?");
    private static final int LONGEST = 255;

    private TenantId() {}

    /** The tenant in lower case, if it is given by its id. */
    public static Optional<String> in(String tenant) {
        return Optional.of(tenant.toLowerCase(Locale.ROOT))
                .filter(id -> ID.matcher(id).matches());
    }

    /**
     * The tenant's id or domain in lower case. Words that let anybody sign in ({@code common}, {@code organizations},
     * {@code consumers}), or that name another kind of authority ({@code adfs}), are neither.
     *
     * @throws MigrationException when it is neither an id nor a domain
     */
    public static String name(String tenant) {
        String lower = tenant.toLowerCase(Locale.ROOT);
        boolean named = ID.matcher(lower).matches()
                || lower.length() <= LONGEST && DOMAIN.matcher(lower).matches();
        if (!named) {
            throw new MigrationException(
                    "Nobody was signed in because \"" + tenant + "\" names no tenant",
                    "Give the tenant's id or one of its domains, such as contoso.onmicrosoft.com");
        }
        return lower;
    }

    /**
     * The id of a tenant: the name itself if it is one, else what the sign-in service says about the domain, which is
     * asked without a token at {@code {authority}/{domain}/v2.0/.well-known/openid-configuration} (OpenID Connect
     * Discovery 1.0: the issuer; Entra ID puts the id into it).
     *
     * @throws MigrationException when the name is neither an id nor a domain, or when the id could not be learnt
     */
    public static String of(URI authority, String tenant, HttpSettings settings) {
        String name = name(tenant);
        return in(name).orElseGet(() -> asked(authority, name, settings));
    }

    private static String asked(URI authority, String domain, HttpSettings settings) {
        String base = authority.toString().replaceFirst("/$", "");
        Call call = Call.get(UriText.parse(base + "/" + domain + "/v2.0/.well-known/openid-configuration"));
        try (Transport transport = Transport.withoutLogin(List.of(authority), settings)) {
            String issuer = transport.object(call, "issuer").text("issuer").orElse("");
            Matcher id = ISSUER.matcher(issuer.toLowerCase(Locale.ROOT));
            if (!id.matches()) {
                throw notLearnt(domain, "its issuer is \"" + Redaction.of(issuer) + "\", which holds no id", null);
            }
            return id.group(1);
        } catch (ServiceException e) {
            throw notLearnt(domain, lowerFirst(e.problem()), e);
        }
    }

    private static MigrationException notLearnt(String domain, String because, @Nullable Throwable cause) {
        return new MigrationException(
                "The id of tenant " + domain + " was not learnt from the sign-in service because " + because,
                "Give one of the tenant's verified domains and the cloud that it is in, or the tenant's id itself",
                cause);
    }

    private static String lowerFirst(String sentence) {
        boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
        return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }
}
