package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Leases, drafts, publishing and launching of apps (wire/canvas-app-import.md, sections 4 and 5). Thread-safe. */
final class AppRoutes {
    private static final String FIRST_WITH_DRAFTS = "2017-05-01";

    private final Shop shop;

    AppRoutes(Shop shop) {
        this.shop = shop;
    }

    Answer get(String name, Call call) {
        AppState app =
                shop.app(name).orElseThrow(() -> new Refusal(404, "AppNotFound", "Could not find app '" + name + "'."));
        boolean draft = call.option("$expand").orElse("").contains("unpublishedAppDefinition");
        return Answer.ok(app.json(draft && app.editableBy(call.caller().objectId())));
    }

    Answer acquire(String name, Call call) {
        requireDrafts(call);
        boolean force = call.option("forceLeaseAcquisition").orElse("").equalsIgnoreCase("true");
        AppState app = shop.editable(name, call.caller());
        String lease = app.lease().acquire(call.caller().objectId(), force, () -> shop.id("lease"));
        return Answer.ok(Json.object().put("leaseId", lease));
    }

    Answer release(String name, Call call) {
        requireDrafts(call);
        shop.editable(name, call.caller())
                .lease()
                .release(shop.body(call).path("leaseId").asText());
        return Answer.ok(Json.object());
    }

    /** The full definition of a draft; the document has to lie where the service can read it. */
    Answer put(String name, Call call) {
        requireDrafts(call);
        AppState app = shop.editable(name, call.caller());
        if (shop.is(Variant.DRAFT_WITHOUT_LEASE)) {
            app.lease().refuseOthers(call.caller().objectId());
        } else {
            app.lease().require(call.caller().objectId());
        }
        ObjectNode body = shop.body(call);
        ObjectNode properties = DraftBody.stored(body);
        String address = body.at("/properties/appUris/documentUri/value").asText();
        byte[] document = shop.storage()
                .get()
                .apply(address)
                .orElseThrow(() -> new Refusal(400, "InvalidRequestContent", "documentUri leads nowhere."));
        ObjectNode merged = app.latest().properties().deepCopy();
        merged.setAll(properties);
        String appType = body.path("appType").asText();
        String own = app.ownAddress(address);
        app.saveDraft(new AppVersion(Json.copy(body.path("tags")), merged, appType, document, own));
        return Answer.ok(app.json(true));
    }

    /** Reaches the published definition only. */
    Answer patch(String name, Call call) {
        requireDrafts(call);
        AppState app = shop.editable(name, call.caller());
        app.lease().refusePublishing();
        app.lease().refuseOthers(call.caller().objectId());
        ObjectNode properties = app.published().properties().deepCopy();
        properties.setAll(DraftBody.own(shop.body(call)));
        app.patchPublished(app.published().with(properties));
        return Answer.ok(app.json(false));
    }

    Answer publish(String name, Call call) {
        requireDrafts(call, shop.is(Variant.PUBLISH_REFUSED_404) ? 404 : 400);
        AppState app = shop.editable(name, call.caller());
        app.lease().refuseOthers(call.caller().objectId());
        app.publish();
        if (!shop.is(Variant.PUBLISH_FREES_LEASE)) {
            app.lease().publishing();
        }
        return shop.is(Variant.PUBLISH_WITHOUT_BODY) ? Answer.empty(204) : Answer.ok(app.json(false));
    }

    /** An app that does not exist is 403, not 404. */
    Answer delete(String name, Call call) {
        AppState app = shop.editable(name, call.caller());
        shop.environment(app.environment()).remove(app);
        return Answer.empty(200);
    }

    /** Measured: no body makes a canvas app this way. */
    Answer refuse() {
        return Answer.of(new Refusal(500, "InternalServerError", "Encountered internal server error."));
    }

    Answer launch(String name, Call call) {
        requireVersion(call, "2");
        if (!call.caller().audience().startsWith("https://api.powerplatform.com")) {
            throw new Refusal(401, "InvalidAuthenticationToken", "The token is not for https://api.powerplatform.com.");
        }
        AppState app =
                shop.app(name).orElseThrow(() -> new Refusal(404, "AppNotFound", "Could not find app '" + name + "'."));
        ObjectNode answer = Json.object().put("name", name);
        ObjectNode details = answer.putObject("listAppPackageOperationDetails");
        if (app.launched() == 1 && !shop.is(Variant.LAUNCH_AT_ONCE)) {
            details.put("packageStatus", "InProgress");
            return Answer.ok(answer);
        }
        AppEnvironment environment = shop.environment(app.environment());
        Optional<Refusal> problem = new RuntimePackage(environment.has(call.caller())).problem(app.published());
        details.put("packageStatus", problem.isPresent() ? "Failed" : "Ready");
        problem.ifPresent(p -> details.set("error", Answer.error(p)));
        return new Answer(200, Map.of(), answer);
    }

    private static void requireDrafts(Call call) {
        requireDrafts(call, 400);
    }

    private static void requireDrafts(Call call, int status) {
        if (call.option("api-version").orElse("").compareTo(FIRST_WITH_DRAFTS) < 0) {
            throw new Refusal(
                    status,
                    "InvalidApiVersionParameter",
                    "The api-version is too old: drafts exist from " + FIRST_WITH_DRAFTS + " on.");
        }
    }

    private static void requireVersion(Call call, String version) {
        if (!call.option("api-version").orElse("").equals(version)) {
            throw new Refusal(400, "InvalidApiVersionParameter", "The api-version has to be " + version + ".");
        }
    }
}
