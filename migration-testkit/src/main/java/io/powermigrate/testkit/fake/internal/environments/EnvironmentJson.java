package io.powermigrate.testkit.fake.internal.environments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import java.util.Locale;

/** The shapes of an environment: one for each provider (wire/power-platform.md, section 1.2). */
final class EnvironmentJson {
    private final EnvironmentState environment;
    private final Origin origin;

    private EnvironmentJson(EnvironmentState environment, Call call) {
        this.environment = environment;
        this.origin = call.origin();
    }

    static ObjectNode admin(EnvironmentState environment, Call call) {
        return new EnvironmentJson(environment, call).bap("scopes/admin/environments", "scopes/environments");
    }

    static ObjectNode maker(EnvironmentState environment, Call call) {
        return new EnvironmentJson(environment, call).bap("environments", "environments");
    }

    static ObjectNode powerApps(EnvironmentState environment, Call call, boolean list) {
        return new EnvironmentJson(environment, call).provider("Microsoft.PowerApps", list);
    }

    static ObjectNode flow(EnvironmentState environment, Call call) {
        return new EnvironmentJson(environment, call).provider("Microsoft.ProcessSimple", false);
    }

    private ObjectNode bap(String idPath, String typePath) {
        ObjectNode body = Json.object()
                .put("id", "/providers/Microsoft.BusinessAppPlatform/" + idPath + "/" + environment.name())
                .put("type", "Microsoft.BusinessAppPlatform/" + typePath)
                .put("location", environment.region())
                .put("name", environment.name());
        ObjectNode properties = body.putObject("properties")
                .put("tenantId", environment.tenant().id())
                .put("azureRegion", environment.azureRegion())
                .put("displayName", environment.displayName())
                .put("description", "")
                .put("createdTime", Ids.stamp(environment.created()));
        properties.set("createdBy", createdBy());
        state(properties);
        properties
                .putObject("clientUris")
                .put(
                        "admin",
                        "https://admin.powerplatform.microsoft.com/environments/environment/" + environment.name()
                                + "/hub")
                .put("maker", "https://make.powerapps.com/environments/" + environment.name() + "/home");
        properties.set("runtimeEndpoints", endpoints());
        properties.put("databaseType", "CommonDataService");
        linked(properties);
        management(properties);
        return body;
    }

    private void state(ObjectNode properties) {
        properties
                .put("lastModifiedTime", Ids.stamp(environment.created()))
                .put("provisioningState", "Succeeded")
                .put("creationType", environment.isDefault() ? "DefaultTenant" : "User")
                .put("environmentSku", environment.sku())
                .put("isDefault", environment.isDefault());
    }

    private void management(ObjectNode properties) {
        properties.put("trialScenarioType", "None");
        properties
                .putObject("notificationMetadata")
                .put("state", "NotSpecified")
                .put("branding", "NotSpecific");
        properties.put("retentionPeriod", "P7D");
        states(properties.putObject("states"));
        properties.putObject("updateCadence").put("id", "Moderate");
        properties
                .putObject("retentionDetails")
                .put("retentionPeriod", "P7D")
                .put("backupsAvailableFromDateTime", Ids.stamp(environment.created()));
        properties.putObject("protectionStatus").put("keyManagedBy", "Microsoft");
        properties
                .putObject("cluster")
                .put("category", "Prod")
                .put("number", "107")
                .put("uriSuffix", "eu-il107.gateway.prod.island")
                .put("geoShortName", environment.region().substring(0, 2).toUpperCase(Locale.ROOT))
                .put("environment", "Prod");
        properties.putArray("connectedGroups");
        operations(properties.putObject("lifecycleOperationsEnforcement").putArray("allowedOperations"));
        properties.putObject("governanceConfiguration").put("protectionLevel", "Basic");
    }

    private static void states(ObjectNode states) {
        states.putObject("management").put("id", "Ready");
        ObjectNode runtime = states.putObject("runtime").put("runtimeReasonCode", "NotSpecified");
        runtime.putObject("requestedBy").put("displayName", "SYSTEM").put("type", "NotSpecified");
        runtime.put("id", "Enabled");
    }

    private static void operations(ArrayNode allowed) {
        for (String operation : new String[] {"DisableGovernanceConfiguration", "UpdateGovernanceConfiguration"}) {
            ObjectNode item = allowed.addObject();
            item.putObject("type").put("id", operation);
            item.putObject("reason")
                    .put("message", operation + " cannot be performed because of the governance configuration.")
                    .put("type", "GovernanceConfig");
        }
    }

    /** What an admin get adds when {@code $expand} asks for it. */
    static void expand(ObjectNode body, EnvironmentState environment, String expand) {
        ObjectNode properties = body.withObject("/properties");
        if (expand.contains("capacity")) {
            ArrayNode capacity = properties.putArray("capacity");
            for (String type : new String[] {"Database", "File", "Log", "FinOpsDatabase", "FinOpsFile"}) {
                capacity.addObject()
                        .put("capacityType", type)
                        .put("actualConsumption", 0.5)
                        .put("ratedConsumption", 1.5)
                        .put("capacityUnit", "MB")
                        .put("updatedOn", Ids.seconds(environment.created()));
            }
            properties.putArray("addons");
        }
        if (expand.contains("billingPolicy")) {
            properties.putObject("billingPolicy").put("id", "");
        }
    }

    private ObjectNode provider(String provider, boolean list) {
        ObjectNode body = Json.object()
                .put("name", environment.name())
                .put("location", environment.region())
                .put("type", provider + "/environments")
                .put("id", "/providers/" + provider + "/environments/" + environment.name());
        ObjectNode properties = body.putObject("properties")
                .put("displayName", environment.displayName())
                .put("createdTime", Ids.stamp(environment.created()));
        properties.set("createdBy", createdBy());
        properties
                .put("provisioningState", "Succeeded")
                .put("creationType", environment.isDefault() ? "DefaultTenant" : "User")
                .put("environmentSku", environment.sku())
                .put("environmentType", "Production")
                .put("isDefault", environment.isDefault())
                .put("azureRegionHint", environment.azureRegion());
        ObjectNode endpoints = endpoints();
        endpoints.put("microsoft.Flow", origin.regionalLink(Service.FLOW, environment.region()));
        endpoints.remove("microsoft.PowerVirtualAgents");
        properties.set("runtimeEndpoints", endpoints);
        if (list) {
            listed(properties);
        } else {
            endpoints.remove("microsoft.PowerAppsAdvisor");
            endpoints.remove("microsoft.ApiManagement");
        }
        return body;
    }

    private void listed(ObjectNode properties) {
        properties.put("lastModifiedTime", Ids.stamp(environment.created()));
        properties.set("lastModifiedBy", createdBy());
        environment.organisation().ifPresent(any -> linkedInList(properties));
        properties.put("retentionPeriod", "P7D").put("lifecycleAuthority", "Environment");
        ObjectNode states = properties.putObject("states");
        states.putObject("management").put("id", "NotSpecified");
        states.putObject("runtime").put("id", "Enabled");
        properties.putObject("updateCadence").put("id", "Frequent");
        properties.putArray("connectedGroups");
        properties.putObject("protectionStatus").put("keyManagedBy", "Microsoft");
    }

    private void linkedInList(ObjectNode properties) {
        linked(properties);
        ObjectNode linked = properties.withObject("/linkedEnvironmentMetadata");
        linked.retain(
                "resourceId",
                "friendlyName",
                "uniqueName",
                "domainName",
                "version",
                "instanceUrl",
                "instanceApiUrl",
                "baseLanguage",
                "instanceState",
                "createdTime");
        linked.put("type", "Dynamics365Instance")
                .put("modifiedTime", Ids.stamp(environment.created()))
                .put("hostNameSuffix", "crm4.dynamics.com")
                .put("bapSolutionId", "00000001-0000-0000-0001-00000000009b");
        linked.putArray("creationTemplates").add("D365_CDS");
        linked.put("webApiVersion", "v9.0");
    }

    private ObjectNode createdBy() {
        if (environment.isDefault() || environment.tenant().users().isEmpty()) {
            return Json.object()
                    .put("id", "SYSTEM")
                    .put("displayName", "SYSTEM")
                    .put("type", "NotSpecified");
        }
        return environment.tenant().firstUser().json();
    }

    private ObjectNode endpoints() {
        String region = environment.region();
        return Json.object()
                .put("microsoft.BusinessAppPlatform", origin.regionalLink(Service.BAP, region))
                .put("microsoft.CommonDataModel", "https://" + region + ".api.cds.microsoft.com")
                .put("microsoft.PowerApps", origin.regionalLink(Service.POWERAPPS, region))
                .put("microsoft.PowerAppsAdvisor", "https://" + region + ".api.advisor.powerapps.com")
                .put("microsoft.PowerVirtualAgents", "https://powervamg.eu-il107.gateway.prod.island.powerapps.com")
                .put(
                        "microsoft.ApiManagement",
                        "https://management." + region.toUpperCase(Locale.ROOT) + ".azure-apihub.net")
                .put("microsoft.Flow", origin.regionalLink(Service.FLOW, "emea"));
    }

    /** Null without a database, also beside a databaseType (wire/power-platform.md, section 1.2). */
    private void linked(ObjectNode properties) {
        if (environment.organisation().isEmpty()) {
            properties.putNull("linkedEnvironmentMetadata");
            return;
        }
        String domain = environment.organisation().get();
        properties
                .putObject("linkedEnvironmentMetadata")
                .put("resourceId", environment.ids().of("organisation/" + domain))
                .put("friendlyName", environment.displayName())
                .put(
                        "uniqueName",
                        "unq"
                                + environment
                                        .ids()
                                        .of("unique/" + domain)
                                        .replace("-", "")
                                        .substring(0, 20))
                .put("domainName", domain)
                .put("version", "9.2.23092.00206")
                .put("instanceUrl", origin.organisationLink(domain, false) + "/")
                .put("instanceApiUrl", origin.organisationLink(domain, true))
                .put("baseLanguage", 1033)
                .put("instanceState", "Ready")
                .put("createdTime", Ids.stamp(environment.created()))
                .put("backgroundOperationsState", "Enabled")
                .put("scaleGroup", "EURCRMLIVESG705")
                .put("platformSku", "Standard")
                .put("schemaType", "Standard");
    }
}
