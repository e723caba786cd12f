package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.json.JsonEditor;
import io.powermigrate.canvas.reading.LimitValues;
import io.powermigrate.canvas.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small documents to rebind, and what is in them afterwards; apostrophes stand for quotes. */
public final class Rebindings {

    private Rebindings() {}

    public static Msapp withReferences(String references) {
        return Msapp.small()
                .json("Properties.json", "{'LocalConnectionReferences':'" + references.replace("'", "\\u0022") + "'}");
    }

    static Msapp withSource(String source) {
        return Msapp.small().json("References\\DataSources.json", "{'DataSources':[" + source + "]}");
    }

    static String sources(RebindResult rebound) {
        String all = text(rebound, "References\\DataSources.json").replace('"', '\'');
        return all.substring("{'DataSources':[".length(), all.length() - 2);
    }

    static String references(RebindResult rebound) {
        String[] inside = new String[1];
        JsonEditor.edits(
                Reading.of("small.msapp", LimitValues.STANDARD),
                "Properties.json",
                text(rebound, "Properties.json").getBytes(StandardCharsets.UTF_8),
                json -> json.members(member -> inside[0] = json.text()));
        return inside[0].replace('"', '\'');
    }

    static String text(RebindResult rebound, String entry) {
        return new String(archive(rebound).content(entry), StandardCharsets.UTF_8);
    }

    static Msapp archive(RebindResult rebound) {
        return Msapp.of(new ByteArrayInputStream(bytes(rebound)));
    }

    public static byte[] bytes(RebindResult rebound) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rebound.writeTo(bytes);
        return bytes.toByteArray();
    }
}
