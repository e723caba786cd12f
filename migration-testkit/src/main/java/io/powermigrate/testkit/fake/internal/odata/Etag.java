package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;

/** The version of a row as a header has it (wire/dataverse.md, section 1.7). */
final class Etag {

    private Etag() {}

    static String of(JsonNode row) {
        return "W/\"" + row.path("versionnumber").asText() + "\"";
    }
}
