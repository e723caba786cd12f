package io.powermigrate.internal.page.json;

import io.powermigrate.internal.json.Json;
import io.powermigrate.page.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A page as canonical JSON, as {@code docs/page.schema.json} says: the model with a version. Texts keep their true value; what cannot be
 * seen is an escape.
 */
public final class JsonPage {

    /** The version of the schema. */
    public static final int VERSION = 1;

    private JsonPage() {}

    /** Writes the page as a stream of UTF-8, which stays open. */
    public static void write(Page page, OutputStream out) throws IOException {
        Map<String, Object> members = new HashMap<>();
        members.put("version", VERSION);
        members.put("kind", page.kind());
        members.put("title", page.title());
        members.put("from", page.from());
        members.put("to", page.to());
        members.put("verdict", page.verdict());
        members.put("lede", page.lede());
        members.put("unit", page.unit());
        members.put("figures", page.figures());
        members.put("sections", page.sections());
        members.put("facts", page.facts());
        members.put("notes", page.notes());
        Json.visible(members, out);
    }
}
