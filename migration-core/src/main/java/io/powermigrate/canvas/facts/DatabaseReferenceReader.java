package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code LocalDatabaseReferences}: an object by dataset. One instance reads one reference. */
final class DatabaseReferenceReader {

    private @Nullable String instanceUrl;
    private @Nullable String variable;
    private final Map<String, DatabaseReference.Table> dataSources = new LinkedHashMap<>();
    private final TreeSet<String> controls = new TreeSet<>();

    static List<DatabaseReference> read(JsonCursor json) {
        List<DatabaseReference> references = new ArrayList<>();
        json.enterObject();
        while (json.nextMember()) {
            references.add(new DatabaseReferenceReader().reference(json.name(), json));
        }
        return references;
    }

    private DatabaseReference reference(String name, JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "instanceUrl" -> instanceUrl = json.text();
                case "environmentVariableName" -> variable = json.text();
                case "dataSources" -> dataSources(json);
                case "components" -> components(json);
                default -> {}
            }
        }
        return new DatabaseReference(name, instanceUrl, variable, dataSources, List.copyOf(controls));
    }

    private void dataSources(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            dataSources.put(json.name(), table(json));
        }
    }

    private static DatabaseReference.Table table(JsonCursor json) {
        String set = null;
        String logical = null;
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "entitySetName" -> set = json.text();
                case "logicalName" -> logical = json.text();
                default -> {}
            }
        }
        return new DatabaseReference.Table(set, logical);
    }

    private void components(JsonCursor json) {
        json.enterArray();
        while (json.nextElement()) {
            json.enterObject();
            while (json.nextMember()) {
                if (json.name().equals("Identifier")) {
                    controls.add(json.textOrEmpty());
                }
            }
        }
    }
}
