package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.SourceColumns;
import io.powermigrate.canvas.formula.SymbolKind;
import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.internal.zip.EntryName;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the names that formulas may use and that are no controls: data sources with their columns, media, pages, forms, themes
 * (wire/msapp.md, sections 2.3 and 2.5); and how columns are spelled as arguments.
 */
final class SymbolReader {

    private final Symbols.Builder symbols;
    private final Set<String> dataSources = new HashSet<>();
    private final ColumnNames columns = new ColumnNames();
    private final Map<String, Consumer<JsonCursor>> readers = Map.of(
            "properties.json", this::properties,
            "references/namedvalues.json", json -> names(json, "NamedValues", "Name"),
            "references/qualifiedvalues.json", json -> names(json, "QualifiedValues", "Namespace"),
            "references/modernthemes.json", json -> names(json, "Themes", "EntityName"));

    SymbolReader(Symbols.Builder symbols) {
        this.symbols = symbols;
    }

    boolean reads(EntryName entry) {
        return readers.containsKey(entry.folded());
    }

    void read(EntryName entry, JsonCursor json) {
        readers.getOrDefault(entry.folded(), unknown -> {}).accept(json);
    }

    /** After all entries: what formulas call the data sources. */
    Set<String> finish() {
        columns.addTo(symbols);
        return dataSources;
    }

    /** A data source or a picture, sound or film, which the document's one reading found. */
    void source(SourceColumns columned) {
        DataSource source = columned.source();
        String name = source.identifier();
        if (name != null && !name.isEmpty() && !source.type().equals("ControlInfo")) {
            SymbolKind kind = kind(source);
            symbols.add(kind, name);
            if (kind != SymbolKind.MEDIA) {
                dataSources.add(name);
                columns.put(name, columned);
            }
        }
    }

    private static SymbolKind kind(DataSource source) {
        return switch (source.type()) {
            case "ServiceInfo" -> source.flow().isPresent() ? SymbolKind.FLOW : SymbolKind.SERVICE;
            case "OptionSetInfo" -> SymbolKind.OPTION_SET;
            case "ViewInfo" -> SymbolKind.VIEW;
            case "CollectionDataSourceInfo" -> SymbolKind.COLLECTION;
            case "StaticDataSourceInfo" -> SymbolKind.STATIC_TABLE;
            case "DynamicDataSourceInfo" -> SymbolKind.OTHER;
            case "ResourceInfo" -> SymbolKind.MEDIA;
            default -> SymbolKind.TABLE;
        };
    }

    private void names(JsonCursor json, String list, String member) {
        list(json, list, element -> {
            element.enterObject();
            while (element.nextMember()) {
                if (element.name().equals(member)) {
                    symbols.add(SymbolKind.OTHER, element.textOrEmpty());
                }
            }
        });
    }

    private static void list(JsonCursor json, String list, Consumer<JsonCursor> element) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals(list)) {
                json.enterArray();
                while (json.nextElement()) {
                    element.accept(json);
                }
            }
        }
    }

    private void properties(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("AppPreviewFlagsMap")) {
                json.enterObject();
                while (json.nextMember()) {
                    if (json.name().equals("supportcolumnnamesasidentifiers")) {
                        symbols.columnsAreIdentifiers(Boolean.TRUE.equals(json.flag()));
                    }
                }
            }
        }
    }
}
