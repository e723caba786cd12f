package io.powermigrate.testkit.fake.internal.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;

/** What a full PUT of a draft has to carry, and how it is stored (wire/canvas-app-import.md, section 4). */
final class DraftBody {
    private static final List<String> WHOLE = List.of(
            "/tags",
            "/appType",
            "/properties/displayName",
            "/properties/environment/name",
            "/properties/connectionReferences",
            "/properties/minClientVersion",
            "/properties/createdByClientVersion",
            "/properties/appUris/documentUri/value");
    private static final List<String> ADDED = List.of(
            "appUris",
            "environment",
            "lifeCycleId",
            "unpublishedAppDefinition",
            "owner",
            "createdBy",
            "lastModifiedBy",
            "lastPublishedBy",
            "createdTime",
            "lastModifiedTime",
            "lastPublishTime",
            "lastDraftVersion",
            "status",
            "almMode",
            "appOpenUri",
            "appOpenProtocolUri",
            "appPlayUri",
            "appPackageDetails",
            "userAppMetadata",
            "sharedGroupsCount",
            "sharedUsersCount");
    private static final String REFUSED = ".\\/:*?\"<>|";

    private DraftBody() {}

    /** The properties as they will be stored; refuses what the service refuses. */
    static ObjectNode stored(ObjectNode body) {
        for (String pointer : WHOLE) {
            if (body.at(pointer).isMissingNode() || body.at(pointer).isNull()) {
                throw Refusal.of(400, "InvalidRequestContent", "The app's definition lacks " + pointer + ".");
            }
        }
        if (!body.at("/properties/lifeCycleId").asText().equals("Draft")) {
            throw Refusal.of(400, "InvalidRequestContent", "A draft's lifeCycleId has to be Draft.");
        }
        String name = body.at("/properties/displayName").asText();
        if (name.chars().anyMatch(c -> REFUSED.indexOf(c) >= 0)) {
            throw Refusal.of(
                    400,
                    "InvalidApplicationNameCharacters",
                    "The application name '" + name + "' contains characters that are not allowed.");
        }
        ObjectNode properties = own(body);
        for (String version : List.of("createdByClientVersion", "minClientVersion")) {
            properties.set(version, fourParts(properties.path(version)));
        }
        return properties;
    }

    /** What the caller may write of the body's properties: whatever the service itself adds to an answer is overlooked. */
    static ObjectNode own(ObjectNode body) {
        ObjectNode properties = Json.copy(body.path("properties"));
        properties.remove(ADDED);
        return properties;
    }

    /** Whether the runtime packager will take the versions: a revision of −1 breaks it later. */
    static boolean whole(ObjectNode properties) {
        return fine(properties.path("createdByClientVersion")) && fine(properties.path("minClientVersion"));
    }

    private static boolean fine(JsonNode version) {
        return version.isMissingNode() || version.path("revision").asInt(-1) >= 0;
    }

    private static ObjectNode fourParts(JsonNode sent) {
        ObjectNode version = Json.copy(sent);
        for (String part : List.of("major", "minor", "build", "revision")) {
            version.put(part, version.path(part).asInt(-1));
        }
        return version;
    }
}
