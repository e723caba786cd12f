package io.powermigrate.testkit.fake.internal.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.blobs.Blobs;
import io.powermigrate.testkit.fake.internal.connections.ConnectorJson;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.AppVersion;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.stream.StreamSupport;

/** The shapes of an app (wire/power-platform.md, section 2.2). */
final class AppJson {
    /** From this version on, references tell their data sets (section 2.1). */
    private static final String WITH_DATA_SETS = "2017-02-01";

    private static final String EVALUATION = "/executionRestrictions/dataLossPreventionEvaluationResult";

    private final World world;
    private final Call call;
    private final AppState app;

    private AppJson(World world, Call call, AppState app) {
        this.world = world;
        this.call = call;
        this.app = app;
    }

    /** As a get or a list of makers shows it; only the get has what the player needs. */
    static ObjectNode maker(World world, Call call, AppState app, boolean whole) {
        AppJson json = new AppJson(world, call, app);
        ObjectNode body = json.body("/providers/Microsoft.PowerApps/apps/" + app.id(), "Microsoft.PowerApps/apps");
        ObjectNode properties = body.withObject("/properties");
        json.addresses(properties, app.published());
        if (whole) {
            properties.withObject(EVALUATION).putArray("violationDetails");
            json.player(properties);
        }
        return body;
    }

    /** As an administrator sees it: without any address of the document. */
    static ObjectNode admin(World world, Call call, AppState app) {
        AppJson json = new AppJson(world, call, app);
        String id = "/providers/Microsoft.PowerApps/scopes/admin/environments/"
                + app.environment().name() + "/apps/" + app.id();
        ObjectNode body = json.body(id, "Microsoft.PowerApps/scopes/admin/apps");
        ObjectNode properties = body.withObject("/properties");
        properties.withObject("/environment").put("location", app.environment().region());
        String play = "https://apps.powerapps.com/play/e/" + app.environment().name() + "/a/" + app.id();
        String tenant = "?tenantId=" + app.environment().tenant().id();
        properties
                .put("appPlayUri", play + tenant)
                .put("appPlayEmbeddedUri", play + tenant + "&telemetryLocation=eu")
                .put("appPlayTeamsUri", play + tenant + "&source=teamstab")
                .put("enableModernRuntimeMode", false)
                .put("usesPcfExternalServiceUsage", false);
        ObjectNode evaluation = properties.withObject(EVALUATION);
        evaluation.putArray("violations");
        evaluation.putArray("violationsByPolicy");
        evaluation.put("violationErrorMessage", "");
        return body;
    }

    /** The draft, which the callers of new api versions may ask for. */
    static void addDraft(World world, Call call, AppState app, ObjectNode body, boolean withAddresses) {
        boolean same = !app.hasDraft();
        if (same && world.dialects().is(Dialect.DRAFT_WHERE_PUBLISHED, "absent")) {
            return;
        }
        AppJson json = new AppJson(world, call, app);
        ObjectNode draft = Json.object();
        draft.set("tags", app.draft().tags());
        ObjectNode properties = json.definition(app.draft()).put("lifeCycleId", "Draft");
        if (withAddresses) {
            json.addresses(properties, app.draft());
        }
        draft.set("properties", properties);
        body.withObject("/properties").set("unpublishedAppDefinition", draft);
    }

    private ObjectNode body(String id, String type) {
        ObjectNode body = Json.object().put("name", app.id()).put("id", id).put("type", type);
        body.set("tags", app.published().tags());
        ObjectNode properties = definition(app.published());
        properties
                .put("lastDraftVersion", app.draft().property("appVersion").asText())
                .put("lifeCycleId", "Published")
                .put("status", "Ready");
        for (String role : new String[] {"owner", "createdBy", "lastModifiedBy", "lastPublishedBy"}) {
            properties.set(role, app.owner().json());
        }
        times(properties);
        flags(properties);
        body.set("properties", properties);
        return body.put("isAppComponentLibrary", false).put("appType", app.appType());
    }

    private ObjectNode definition(AppVersion version) {
        ObjectNode properties = version.properties();
        JsonNode references = properties.path("connectionReferences");
        if (call.apiVersion().compareTo(WITH_DATA_SETS) < 0) {
            references.forEach(each -> ((ObjectNode) each).remove("dataSets"));
        }
        if (references.isEmpty() && world.dialects().is(Dialect.APP_REFERENCES_WHERE_NONE, "absent")) {
            properties.remove("connectionReferences");
        }
        return properties;
    }

    private void times(ObjectNode properties) {
        String link = "/providers/Microsoft.PowerApps/apps/" + app.id();
        properties
                .put("createdTime", Ids.stamp(app.created()))
                .put("lastModifiedTime", Ids.stamp(app.modified()))
                .put("lastPublishTime", Ids.seconds(app.modified()))
                .put("sharedGroupsCount", 0)
                .put("sharedUsersCount", app.sharing().others())
                .put("appOpenProtocolUri", "ms-apps://" + link)
                .put(
                        "appOpenUri",
                        "https://apps.powerapps.com/play/" + app.id() + "?tenantId="
                                + app.environment().tenant().id());
    }

    private void flags(ObjectNode properties) {
        properties.putObject("userAppMetadata").put("favorite", "NotSpecified").put("includeInAppsList", true);
        properties.put("isFeaturedApp", false).put("bypassConsent", false).put("isHeroApp", false);
        properties.set("environment", ConnectorJson.environmentOf(app.environment()));
        properties
                .put("almMode", app.almMode())
                .put("performanceOptimizationEnabled", true)
                .put("unauthenticatedWebPackageHint", app.id())
                .put("canConsumeAppPass", true);
        ObjectNode restrictions = properties.putObject("executionRestrictions").put("isTeamsOnly", false);
        restrictions
                .putObject("dataLossPreventionEvaluationResult")
                .put("status", "Compliant")
                .put("lastEvaluationDate", Ids.stamp(app.modified()));
        boolean premium = any("apiTier", "Premium");
        properties
                .put("appPlanClassification", premium ? "Premium" : "Standard")
                .put("usesPremiumApi", premium)
                .put("usesOnlyGrandfatheredPremiumApis", !premium)
                .put("usesCustomApi", any("isCustomApiConnection", "true"))
                .put("usesOnPremiseGateway", any("isOnPremiseConnection", "true"))
                .put("isCustomizable", true);
    }

    private boolean any(String member, String text) {
        JsonNode references = app.published().property("connectionReferences");
        return StreamSupport.stream(references.spliterator(), false)
                .anyMatch(each -> each.path(member).asText().equals(text));
    }

    private void addresses(ObjectNode properties, AppVersion version) {
        ObjectNode uris = properties.putObject("appUris");
        uris.set("documentUri", twins(version.documentAddress()));
        uris.putArray("imageUris");
        properties.put("backgroundImageUri", link(version, "logoSmallFile"));
    }

    private void player(ObjectNode properties) {
        AppVersion version = app.published();
        properties
                .put("teamsColorIconUrl", link(version, "teamsColorIcon.png"))
                .put("teamsOutlineIconUrl", link(version, "teamsOutlineIcon.png"));
        ObjectNode details = properties.putObject("appPackageDetails");
        details.set("playerPackage", twins(beside(version, "player.msappk")));
        details.set("webPackage", twins(beside(version, "web/index.web.html")));
        details.putObject("unauthenticatedWebPackage").put("value", link(version, "index.web.html"));
        details.set("documentServerVersion", version.properties().path("createdByClientVersion"));
        details.put("appPackageResourcesKind", "Split").put("packagePropertiesJson", "{\"v\":2.1}");
    }

    private ObjectNode twins(BlobAddress address) {
        String link = world.blobs().readLink(call.origin(), address);
        return Json.object().put("value", link).put("readonlyValue", Blobs.secondary(link));
    }

    private String link(AppVersion version, String name) {
        return world.blobs().readLink(call.origin(), beside(version, name));
    }

    private static BlobAddress beside(AppVersion version, String name) {
        return new BlobAddress(version.documentAddress().container(), name);
    }
}
