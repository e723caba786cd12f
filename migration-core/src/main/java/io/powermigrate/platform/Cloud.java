package io.powermigrate.platform;

import io.powermigrate.http.Service;
import io.powermigrate.http.ServiceTable;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A cloud: where to sign in, where its services are and which audience each wants. The constants hold what is publicly
 * known (wire/power-platform.md, section 9); its sources disagree in places, so every member can be replaced by a
 * {@code with} copy. Only {@link #PUBLIC} was ever seen at work by a public client. Immutable.
 *
 * @param name what it is called in messages
 * @param authority where to sign in
 * @param services those named by the constants {@link #BAP} to {@link #ARM}
 * @param blobStores bases of the stores for pre-signed addresses, subdomains included; they never get a token
 * @param environmentHosts how an environment's own host is made
 * @param dataverseHosts where an environment's Dataverse may be; of national clouds beneath the domain of their global
 *     discovery (wire/power-platform.md, section 9), that environments are there too is a guess
 */
public record Cloud(
        String name,
        URI authority,
        List<Service> services,
        List<URI> blobStores,
        EnvironmentHosts environmentHosts,
        DataverseHosts dataverseHosts) {

    /** The business application platform: environments, packages, policies. */
    public static final String BAP = "bap";
    /** Power Apps: apps, connections, connectors. */
    public static final String POWER_APPS = "powerApps";
    /** Power Automate. */
    public static final String FLOW = "flow";
    /** The Power Platform API; the hosts of environments belong to it. */
    public static final String POWER_PLATFORM = "powerPlatform";
    /** Power BI, which keeps the gateways. */
    public static final String POWER_BI = "powerBi";
    /** Azure Resource Manager: next links of connector lists lead there (wire/power-platform.md, section 0.3). */
    public static final String ARM = "arm";

    /** The commercial cloud. */
    public static final Cloud PUBLIC = new Cloud(
            "public",
            https("login.microsoftonline.com"),
            List.of(
                    service(BAP, "api.bap.microsoft.com", "service.powerapps.com/"),
                    service(POWER_APPS, "api.powerapps.com", "service.powerapps.com/"),
                    service(FLOW, "api.flow.microsoft.com", "service.flow.microsoft.com/"),
                    service(POWER_PLATFORM, "api.powerplatform.com", "api.powerplatform.com"),
                    service(POWER_BI, "api.powerbi.com", "analysis.windows.net/powerbi/api"),
                    service(ARM, "management.azure.com", "management.azure.com/")),
            List.of(https("blob.core.windows.net")),
            hosts("api.powerplatform.com", 2),
            DataverseHosts.beneath("dynamics.com"));

    /**
     * US Government Community Cloud. It signs in at the commercial authority. The audience of BAP and Power Apps is that of
     * Microsoft's own modules; the Terraform provider has {@code service.powerapps.us}. That its packages lie in commercial
     * blob stores is a guess, so both suffixes are here; Power BI's addresses are unconfirmed.
     */
    public static final Cloud GCC = new Cloud(
            "gcc",
            https("login.microsoftonline.com"),
            List.of(
                    service(BAP, "gov.api.bap.microsoft.us", "gov.service.powerapps.us/"),
                    service(POWER_APPS, "gov.api.powerapps.us", "gov.service.powerapps.us/"),
                    service(FLOW, "gov.api.flow.microsoft.us", "gov.service.flow.microsoft.us/"),
                    service(POWER_PLATFORM, "api.gov.powerplatform.microsoft.us", "api.gov.powerplatform.microsoft.us"),
                    service(POWER_BI, "api.powerbigov.us", "analysis.usgovcloudapi.net/powerbi/api"),
                    service(ARM, "management.azure.com", "management.azure.com/")),
            List.of(https("blob.core.windows.net"), https("blob.core.usgovcloudapi.net")),
            hosts("api.gov.powerplatform.microsoft.us", 1),
            DataverseHosts.beneath("dynamics.com"));

    /**
     * US Government GCC High. The audience of BAP and Power Apps is that of Microsoft's own modules; the Terraform provider
     * has {@code high.service.apps.appsplatform.us}. The Power Platform API is where Microsoft's extension has it;
     * Terraform's constant is that of DoD. Power BI and the blob suffix are unconfirmed.
     */
    public static final Cloud GCC_HIGH = new Cloud(
            "gcc-high",
            https("login.microsoftonline.us"),
            List.of(
                    service(BAP, "high.api.bap.microsoft.us", "high.service.powerapps.us/"),
                    service(POWER_APPS, "high.api.powerapps.us", "high.service.powerapps.us/"),
                    service(FLOW, "high.api.flow.microsoft.us", "high.service.flow.microsoft.us/"),
                    service(
                            POWER_PLATFORM,
                            "api.high.powerplatform.microsoft.us",
                            "api.high.powerplatform.microsoft.us"),
                    service(POWER_BI, "api.high.powerbigov.us", "high.analysis.usgovcloudapi.net/powerbi/api"),
                    service(ARM, "management.usgovcloudapi.net", "management.usgovcloudapi.net/")),
            List.of(https("blob.core.usgovcloudapi.net")),
            hosts("api.high.powerplatform.microsoft.us", 1),
            DataverseHosts.beneath("microsoftdynamics.us"));

    /** US Department of Defense. Power BI and the blob suffix are unconfirmed. */
    public static final Cloud DOD = new Cloud(
            "dod",
            https("login.microsoftonline.us"),
            List.of(
                    service(BAP, "api.bap.appsplatform.us", "service.apps.appsplatform.us/"),
                    service(POWER_APPS, "api.apps.appsplatform.us", "service.apps.appsplatform.us/"),
                    service(FLOW, "api.flow.appsplatform.us", "service.flow.appsplatform.us/"),
                    service(POWER_PLATFORM, "api.appsplatform.us", "api.appsplatform.us"),
                    service(POWER_BI, "api.mil.powerbigov.us", "mil.analysis.usgovcloudapi.net/powerbi/api"),
                    service(ARM, "management.usgovcloudapi.net", "management.usgovcloudapi.net/")),
            List.of(https("blob.core.usgovcloudapi.net")),
            hosts("api.appsplatform.us", 1),
            DataverseHosts.beneath("appsplatform.us"));

    /**
     * China, run by 21Vianet. PnP PowerShell has {@code api.powerautomate.cn} for Power Apps, which looks like a slip; one
     * tool has {@code api.flow.microsoft.cn} for flows. Power BI and the blob suffix are unconfirmed; no test against this
     * cloud was ever seen.
     */
    public static final Cloud CHINA = new Cloud(
            "china",
            https("login.chinacloudapi.cn"),
            List.of(
                    service(BAP, "api.bap.partner.microsoftonline.cn", "service.powerapps.cn/"),
                    service(POWER_APPS, "api.powerapps.cn", "service.powerapps.cn/"),
                    service(FLOW, "api.powerautomate.cn", "service.powerautomate.cn/"),
                    service(
                            POWER_PLATFORM,
                            "api.powerplatform.partner.microsoftonline.cn",
                            "api.powerplatform.partner.microsoftonline.cn"),
                    service(POWER_BI, "api.powerbi.cn", "analysis.chinacloudapi.cn/powerbi/api"),
                    service(ARM, "management.chinacloudapi.cn", "management.chinacloudapi.cn/")),
            List.of(https("blob.core.chinacloudapi.cn")),
            hosts("api.powerplatform.partner.microsoftonline.cn", 1),
            DataverseHosts.beneath("dynamics.cn"));

    /** Copies the lists. */
    public Cloud {
        services = List.copyOf(services);
        blobStores = List.copyOf(blobStores);
    }

    /** Under another name. */
    public Cloud withName(String other) {
        return new Cloud(other, authority, services, blobStores, environmentHosts, dataverseHosts);
    }

    /** With another place to sign in. */
    public Cloud withAuthority(URI other) {
        return new Cloud(name, other, services, blobStores, environmentHosts, dataverseHosts);
    }

    /** With one service put in place of that of the same name, or added. */
    public Cloud withService(Service service) {
        List<Service> changed = new ArrayList<>(services);
        changed.removeIf(present -> present.name().equals(service.name()));
        changed.add(service);
        return new Cloud(name, authority, changed, blobStores, environmentHosts, dataverseHosts);
    }

    /** With other stores for pre-signed addresses. */
    public Cloud withBlobStores(URI... bases) {
        return new Cloud(name, authority, services, List.of(bases), environmentHosts, dataverseHosts);
    }

    /** With another rule for the hosts of environments. */
    public Cloud withEnvironmentHosts(EnvironmentHosts other) {
        return new Cloud(name, authority, services, blobStores, other, dataverseHosts);
    }

    /** With other addresses at which the Dataverse of an environment may be. */
    public Cloud withDataverseHosts(DataverseHosts other) {
        return new Cloud(name, authority, services, blobStores, environmentHosts, other);
    }

    /**
     * A service by its name.
     *
     * @throws IllegalArgumentException when the cloud has none of that name
     */
    public Service service(String wanted) {
        return services.stream()
                .filter(service -> service.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(Shown.message("cloud " + name + " has no service " + wanted)));
    }

    /** The environment's own host on the Power Platform API, see {@link EnvironmentHosts#base}. */
    public URI environmentHost(String environmentName) {
        return environmentHosts.base(environmentName);
    }

    /** Where calls may go in this cloud; hosts of environments want the audience of the Power Platform API. */
    public ServiceTable table() {
        return new ServiceTable(services, blobStores)
                .with(new Service(
                        "environmentHosts",
                        environmentHosts.commonBase(),
                        service(POWER_PLATFORM).audience()));
    }

    @Override
    public String toString() {
        return Shown.message("Cloud[" + name + "]");
    }

    private static URI https(String host) {
        return URI.create("https://" + host);
    }

    private static Service service(String name, String host, String audience) {
        return new Service(name, https(host), "https://" + audience);
    }

    private static EnvironmentHosts hosts(String api, int tailLength) {
        return new EnvironmentHosts("https://{head}.{tail}.environment." + api, tailLength);
    }
}
