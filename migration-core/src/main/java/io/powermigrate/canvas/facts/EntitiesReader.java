package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;

/**
 * Reads {@code Entities.json} of the first generation: controls, data sources and media in one array, told apart by their type
 * (wire/msapp.md, section 2.6). The type may come last, so each entity is read as all three at once: no member name has two meanings.
 */
final class EntitiesReader {

    private static final String ENTRY = "Entities.json";

    private EntitiesReader() {}

    static void read(JsonCursor json, FactsDraft draft) {
        json.enterObject();
        while (json.nextMember()) {
            String list = json.name();
            if (list.equals("Entities") || list.equals("Components")) {
                json.enterArray();
                while (json.nextElement()) {
                    SourceColumns source = entity(json, draft);
                    if (list.equals("Entities") && !source.source().type().equals("ControlInfo")) {
                        draft.sources.add(source);
                    }
                }
            }
        }
    }

    private static SourceColumns entity(JsonCursor json, FactsDraft draft) {
        ControlsReader.Control control = draft.controls.top();
        DataSourceReader reader = new DataSourceReader();
        SourceColumns.Reader columns = new SourceColumns.Reader();
        String rootPath = "";
        json.enterObject();
        while (json.nextMember()) {
            if (!columns.member(json)) {
                reader.member(json, draft.bound);
                draft.controls.member(json, control);
            }
            if (json.name().equals("RootPath")) {
                rootPath = json.secretText();
            }
        }
        DataSource source = reader.dataSource();
        switch (source.type()) {
            case "ControlInfo" -> draft.controls.add(ENTRY, control);
            case "ResourceInfo" -> draft.bound.rootPath(rootPath);
            default -> draft.dataSources.add(source);
        }
        return columns.of(source);
    }
}
