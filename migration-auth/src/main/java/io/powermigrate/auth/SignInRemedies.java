package io.powermigrate.auth;

import java.util.HashMap;
import java.util.Map;

/**
 * What to do about each refusal of Entra ID that users of this library meet. The codes are public: Microsoft's reference
 * "Microsoft Entra authentication and authorization error codes".
 */
final class SignInRemedies {

    private static final String CONSENT =
            "Let an administrator of the tenant open {authority}/{tenant}/adminconsent?client_id={client} and consent";
    private static final String BY_BROWSER =
            "Sign in with deviceCode or interactive instead, where the user can answer what the tenant demands";
    private static final String ANOTHER_USER =
            "Check the user name and the tenant, and sign in as a user who is active in tenant {tenant}";
    private static final String ANOTHER_DEVICE =
            "Sign in on a device that the tenant manages, or let an administrator exempt application {client} from the"
                    + " conditional access policy";
    private static final String SECRET =
            "Make a new secret for application {client} (Entra admin center, App registrations, Certificates & secrets)"
                    + " and give its value, not its id";
    private static final String CERTIFICATE =
            "Upload the public part of this certificate to application {client} (Entra admin center, App registrations,"
                    + " Certificates & secrets), or give the certificate that is registered there";
    private static final String FEDERATION =
            "Make issuer, subject and audience of the federated credential of application {client} equal to those of the"
                    + " token that you give";
    private static final String AGAIN = "Sign in again";
    private static final String TENANT =
            "Give the tenant's id or one of its verified domains, and the cloud that it is in";
    private static final String UNKNOWN_APPLICATION =
            "Register application {client} in tenant {tenant}, or let an administrator consent to it there; check that the"
                    + " id is the application's and not an object's, and that the tenant is the right one";
    private static final String PERMISSION =
            "Give application {client} the permission for {audience} (Entra admin center, App registrations, API"
                    + " permissions) and have an administrator consent to it";

    private static final Map<String, String> REMEDIES = remedies();

    private SignInRemedies() {}

    /** An imperative sentence with the names of values in braces. */
    static String of(String code, String error) {
        String known = REMEDIES.getOrDefault(code, REMEDIES.get(error));
        return known == null
                ? "Look the code up at https://login.microsoftonline.com/error, and fix what it names"
                : known;
    }

    private static Map<String, String> remedies() {
        Map<String, String> all = new HashMap<>();
        applications(all);
        users(all);
        consent(all);
        put(all, TENANT, 90002, 900023, 900021);
        put(all, ANOTHER_DEVICE, 530003, 53000, 53001, 530032, 50097, 50129);
        put(
                all,
                "Sign in from where the tenant's conditional access policy allows it, or have it changed",
                53003,
                53004);
        put(all, AGAIN, 700082, 70043, 70008, 50173, 50132, 50133, 9002313, 54005);
        all.put("invalid_grant", AGAIN);
        all.put("interaction_required", BY_BROWSER);
        all.put("temporarily_unavailable", "Run again later");
        all.put("managed_identity_request_failed", MACHINE);
        return Map.copyOf(all);
    }

    private static final String MACHINE =
            "Switch the managed identity on for this machine or service, or give the client id of one that is assigned to it";

    private static void applications(Map<String, String> all) {
        put(all, UNKNOWN_APPLICATION, 700016, 700054);
        put(all, SECRET, 7000215, 7000222, 7000216);
        put(all, CERTIFICATE, 700027, 7000214, 700030, 50013);
        put(all, "Set this machine's clock right: the assertion is too old or not valid yet", 700024);
        put(all, FEDERATION, 70021, 700211, 700212, 700213, 700214);
        put(
                all,
                "Switch \"Allow public client flows\" on for application {client} (Entra admin center, App"
                        + " registrations, Authentication), or sign in with a secret or a certificate",
                7000218);
        put(
                all,
                "Add http://localhost as a redirect address of the platform \"Mobile and desktop applications\" to"
                        + " application {client} (Entra admin center, App registrations, Authentication)",
                50011,
                500113,
                900971);
        put(
                all,
                "Let an administrator switch application {client} on again in tenant {tenant}",
                7000112,
                50105,
                700025);
        all.put("invalid_client", SECRET);
    }

    private static void users(Map<String, String> all) {
        put(all, ANOTHER_USER, 50034, 50020, 50057, 50058, 51004, 90072, 16000);
        put(all, "Check the user name and the password, or sign in with deviceCode or interactive", 50126, 50056);
        put(all, "Change the password in a browser, then sign in again", 50055);
        put(all, "Wait until the account is unlocked, or let an administrator unlock it", 50053);
        put(all, BY_BROWSER, 50076, 50079, 50074, 50072, 50158);
        String late = "Run again, and enter the code within the time that the prompt names";
        put(all, late, 70020, 70019);
        all.put("expired_token", late);
        all.put("code_expired", late);
        String declined = "Run again and accept, or sign in as a user who may";
        put(all, declined, 65004, 70018);
        all.put("authorization_declined", declined);
        all.put("access_denied", declined);
    }

    private static void consent(Map<String, String> all) {
        put(all, CONSENT, 65001, 90094, 90093, 90095, 50194);
        put(
                all,
                "Use the id of an application of your own that has the permission for {audience}: only applications that"
                        + " its owner has pre-authorised may ask for it without",
                65002);
        put(all, PERMISSION, 650053, 650056, 650057, 70011);
        put(
                all,
                "Check the cloud and its audience {audience}; in a tenant that never used the service, let an administrator"
                        + " make its service principal (New-MgServicePrincipal)",
                500011,
                650052,
                500014);
    }

    private static void put(Map<String, String> all, String remedy, int... codes) {
        for (int code : codes) {
            all.put("AADSTS" + code, remedy);
        }
    }
}
