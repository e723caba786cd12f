package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;

/**
 * Reads {@code References\Resources.json}: media. Their addresses in the source environment's document store are signed; they are counted, not kept.
 */
final class ResourcesReader {

    private ResourcesReader() {}

    static void read(JsonCursor json, FactsDraft draft) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Resources")) {
                json.enterArray();
                while (json.nextElement()) {
                    draft.sources.add(resource(json, draft.bound));
                }
            }
        }
    }

    private static SourceColumns resource(JsonCursor json, OriginHostsDraft bound) {
        DataSourceReader reader = new DataSourceReader();
        SourceColumns.Reader columns = new SourceColumns.Reader();
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "RootPath" -> bound.rootPath(json.secretText());
                case "WadlMetadata" -> {}
                default -> {
                    if (!columns.member(json)) {
                        reader.member(json, bound);
                    }
                }
            }
        }
        return columns.of(reader.dataSource());
    }
}
