package io.powermigrate.canvas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small documents to rebind, and what is in them afterwards; apostrophes stand for quotes. */
final class Rebindings {

    private Rebindings() {}

    static Msapp withReferences(String references) {
        return Msapp.small()
                .json("Properties.json", "{'LocalConnectionReferences':'" + references.replace("'", "\\u0022") + "'}");
    }

    static Msapp withSource(String source) {
        return Msapp.small().json("References\\DataSources.json", "{'DataSources':[" + source + "]}");
    }

    static String sources(Rebound rebound) {
        String all = text(rebound, "References\\DataSources.json").replace('"', '\'');
        return all.substring("{'DataSources':[".length(), all.length() - 2);
    }

    static String references(Rebound rebound) {
        String[] inside = new String[1];
        JsonEditor.edits(
                Reading.of("small.msapp", Limits.defaults().all()),
                "Properties.json",
                text(rebound, "Properties.json").getBytes(StandardCharsets.UTF_8),
                json -> json.members(member -> inside[0] = json.text()));
        return inside[0].replace('"', '\'');
    }

    static String text(Rebound rebound, String entry) {
        return new String(archive(rebound).content(entry), StandardCharsets.UTF_8);
    }

    static Msapp archive(Rebound rebound) {
        return Msapp.of(new ByteArrayInputStream(bytes(rebound)));
    }

    static byte[] bytes(Rebound rebound) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rebound.writeTo(bytes);
        return bytes.toByteArray();
    }
}
