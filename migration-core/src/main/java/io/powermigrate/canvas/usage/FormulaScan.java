package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.facts.DocumentScan;
import io.powermigrate.canvas.formula.Declaration;
import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.SymbolKind;
import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.canvas.formula.Token;
import io.powermigrate.canvas.formula.TokenKind;
import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.ControlTree;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.reading.Script;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the formulas of a document: first what tells the names of data sources, then, one at a time, the controls.
 * Of a hundred formulas of real documents one uses a data source, and of twenty-five only one is not the same as another
 * (wire/msapp.md, section 4.1): so only the former are kept, and short ones are looked at once.
 */
public final class FormulaScan {

    private static final int SHORT = 256;

    private final Reading reading;
    private final Archive archive;
    private final DocumentScan scan;
    private final Formulas formulas;
    private final Symbols.Builder symbols = Symbols.builder();
    private final Map<String, Seen> seen = new HashMap<>();
    private final List<PlacedFormula> kept = new ArrayList<>();
    private final Set<String> globals = new HashSet<>();
    private Set<String> dataSources = Set.of();
    private Symbols tables = Symbols.none();
    private int count;

    public FormulaScan(Reading reading, Archive archive, DocumentScan scan) {
        this.reading = reading.again();
        this.archive = archive;
        this.scan = scan;
        this.formulas = new Formulas(reading);
    }

    /** All formulas, in the document's order. */
    public static void formulas(DocumentScan scan, Consumer<PlacedFormula> each) {
        scan.trees().forEach(tree -> formulas(tree, each));
    }

    private static void formulas(ControlTree tree, Consumer<PlacedFormula> each) {
        tree.scripts().forEach(script -> each.accept(placed(tree.entry(), script)));
    }

    private static PlacedFormula placed(String entry, Script script) {
        FormulaSource source =
                switch (script.kind()) {
                    case RULE -> FormulaSource.RULE;
                    case DYNAMIC_PROPERTY -> FormulaSource.DYNAMIC_PROPERTY;
                    case TAGGED_RULE -> FormulaSource.TAGGED_RULE;
                    case COMPONENT_COPY -> FormulaSource.COMPONENT_COPY;
                };
        return new PlacedFormula(
                new FormulaPlace(entry, script.screen(), script.control(), script.property(), source), script.text());
    }

    public FormulaFacts facts() throws IOException {
        SymbolReader reader = new SymbolReader(symbols);
        scan.sources().forEach(reader::source);
        for (ArchiveEntry entry : archive.entries()) {
            if (reader.reads(entry.key())) {
                read(entry, json -> reader.read(entry.key(), json));
            }
        }
        dataSources = reader.finish();
        tables = symbols.build();
        scan.trees().forEach(tree -> {
            tree.names().forEach(name -> symbols.add(SymbolKind.CONTROL, name));
            formulas(tree, this::formula);
        });
        return kept(all());
    }

    /** What is used and was defined nowhere comes last. */
    private Symbols all() {
        Symbols defined = symbols.build();
        globals.stream().filter(name -> !defined.knows(name)).forEach(name -> symbols.add(SymbolKind.BUILT_IN, name));
        return symbols.build();
    }

    private void read(ArchiveEntry entry, Consumer<JsonCursor> reader) throws IOException {
        try (EntryStream bytes = archive.again(entry);
                JsonCursor json = JsonCursor.over(reading, entry.key().path(), bytes)) {
            reader.accept(json);
            json.finish();
        }
    }

    private void formula(PlacedFormula placed) {
        count++;
        String text = placed.text();
        Seen known = seen.get(text);
        if (known == null) {
            known = look(placed);
            if (text.length() <= SHORT) {
                seen.put(text, known);
            }
        }
        boolean named = placed.place().property().equals("Formulas");
        for (Declaration declared : known.declarations()) {
            if (named || declared.kind() != SymbolKind.NAMED_FORMULA) {
                symbols.add(declared.kind(), declared.name());
            }
        }
        formulas.checkNames(placed.place(), symbols.size() + (long) globals.size());
        if (known.kept()) {
            kept.add(placed);
        }
    }

    private Seen look(PlacedFormula placed) {
        Formula formula = formulas.of(placed);
        globals.addAll(formula.globals(tables));
        boolean keep = !formula.errors().isEmpty() || formula.tokens().stream().anyMatch(this::mayUse);
        return new Seen(keep, formula.declarations());
    }

    private boolean mayUse(Token token) {
        return (token.kind() == TokenKind.IDENTIFIER || token.kind() == TokenKind.STRING)
                && dataSources.contains(token.value());
    }

    private FormulaFacts kept(Symbols all) {
        FormulaUses uses = new FormulaUses(all, dataSources, formulas);
        kept.forEach(uses::look);
        return uses.facts(count);
    }

    /** Whether a formula has to be looked at again, and what it makes known. */
    private record Seen(boolean kept, List<Declaration> declarations) {}
}
