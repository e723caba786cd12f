package io.powermigrate.powerapps.app;

import io.powermigrate.model.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client version of an app. It needs four parts that are not negative: one with three is stored with revision −1, and
 * the runtime packager refuses the app later (wire/canvas-app-import.md, section 4).
 */
final class ClientVersion {

    private static final List<String> PARTS = List.of("major", "minor", "build", "revision");

    private ClientVersion() {}

    /** The version that a definition's properties hold, completed. */
    static Document of(Document properties, String member) {
        Document given = properties.at(member);
        Map<String, Object> whole = new LinkedHashMap<>(given.members());
        for (String part : PARTS) {
            whole.put(part, Math.max(0, given.number(part.equals("major") ? 3 : 0, part)));
        }
        return Document.of(whole);
    }

    /** Whether the runtime packager takes both versions as they stand. */
    static boolean isWhole(Document properties) {
        return List.of("createdByClientVersion", "minClientVersion").stream()
                .map(properties::at)
                .filter(version -> !version.isMissing())
                .allMatch(version -> PARTS.stream().allMatch(part -> version.number(-1, part) >= 0));
    }
}
