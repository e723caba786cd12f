package io.powermigrate.canvas;

import io.powermigrate.canvas.facts.AppProperties;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.ControlFacts;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.DatabaseReference;
import io.powermigrate.canvas.facts.DocumentScan;
import io.powermigrate.canvas.facts.FactsReader;
import io.powermigrate.canvas.facts.Header;
import io.powermigrate.canvas.facts.LibraryDependency;
import io.powermigrate.canvas.facts.OriginHosts;
import io.powermigrate.canvas.facts.PublishInfo;
import io.powermigrate.canvas.facts.StudioError;
import io.powermigrate.canvas.normalform.NormalForm;
import io.powermigrate.canvas.reading.OpenedDocument;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.rebind.DocumentRebinder;
import io.powermigrate.canvas.rebind.OriginValue;
import io.powermigrate.canvas.rebind.OriginValues;
import io.powermigrate.canvas.rebind.RebindResult;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.canvas.requirements.RequirementsScan;
import io.powermigrate.canvas.usage.FormulaFacts;
import io.powermigrate.canvas.usage.FormulaScan;
import io.powermigrate.canvas.usage.PlacedFormula;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.ArchiveBytes;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A canvas app as its document, the .msapp: of any generation since 2017. Opening reads all entries once, one at a time, and keeps
 * {@link #facts()} and the formulas, each text once. Nothing is written or extracted. Immutable and thread-safe.
 *
 * <p>A document that is damaged, ambiguous or beyond the {@link Limits} is refused with a {@link MigrationException} that names document,
 * entry, reason and remedy; no message holds content of the document.
 */
public final class CanvasDocument {

    private final OpenedDocument opened;
    private final DocumentScan scan;

    private CanvasDocument(OpenedDocument opened) {
        this.opened = opened;
        this.scan = opened.use(archive -> new FactsReader(opened.reading(), archive).read());
    }

    /** Opens a file with the default limits. The file stays where it is and is closed again. */
    public static CanvasDocument open(Path path) {
        return open(path, Limits.defaults());
    }

    /** Opens a file. Memory: one buffer, the longest JSON string and what is kept, whatever the file's size. */
    public static CanvasDocument open(Path path, Limits limits) {
        Reading reading = Reading.of(String.valueOf(path.getFileName()), limits.all());
        return new CanvasDocument(OpenedDocument.of(reading, () -> ArchiveBytes.InFile.open(path)));
    }

    /** Reads a stream with the default limits; the caller closes it. */
    public static CanvasDocument read(InputStream bytes) {
        return read("stream", bytes, Limits.defaults());
    }

    /**
     * Reads a stream; the caller closes it. The list of entries is at the end of a zip, so the compressed bytes are held in memory, and
     * for {@link #normalForm()} as long as this object: a large document is better opened as a file.
     *
     * @param name what messages call the document
     */
    public static CanvasDocument read(String name, InputStream bytes, Limits limits) {
        return new CanvasDocument(OpenedDocument.of(Reading.of(name, limits.all()), bytes));
    }

    /** All that was found; holds nothing of the document's bytes. */
    public CanvasFacts facts() {
        return scan.facts();
    }

    /** Which build wrote the document. */
    public Header header() {
        return scan.facts().header();
    }

    /** The document as a whole. */
    public AppProperties properties() {
        return scan.facts().properties();
    }

    /** Title, locale and logo. */
    public PublishInfo publishInfo() {
        return scan.facts().publishInfo();
    }

    /** Tables, services, flows, option sets, views, collections, static data. */
    public List<DataSource> dataSources() {
        return scan.facts().dataSources();
    }

    /** The connections that it needs. */
    public List<ConnectionReference> connectionReferences() {
        return scan.facts().connectionReferences();
    }

    /** The Dataverse environments that it needs. */
    public List<DatabaseReference> databaseReferences() {
        return scan.facts().databaseReferences();
    }

    /** The component libraries that components came from. */
    public List<LibraryDependency> libraryDependencies() {
        return scan.facts().libraryDependencies();
    }

    /** Controls and formulas, counted. */
    public ControlFacts controls() {
        return scan.facts().controls();
    }

    /** Names of the screens, by entry. */
    public List<String> screens() {
        return scan.facts().controls().screens();
    }

    /** Names of the components, sorted. */
    public List<String> components() {
        return scan.facts().controls().components();
    }

    /** Compile errors that it had before. */
    public List<StudioError> studioErrors() {
        return scan.facts().studioErrors();
    }

    /** Hosts and ids of the source environment. */
    public OriginHosts bound() {
        return scan.facts().bound();
    }

    /**
     * What the formulas use: names, data sources with each place, columns. Reads a few small entries once more, and keeps nothing; a file
     * must still be there, unchanged.
     */
    public FormulaFacts formulaFacts() {
        return opened.use(archive -> new FormulaScan(opened.reading(), archive, scan).facts());
    }

    /**
     * What it needs of its environment, and where its formulas use that: enough to check it against any destination. Reads its tables
     * once more; a file must still be there, unchanged.
     */
    public CompileFacts compileFacts() {
        return opened.use(archive -> new RequirementsScan(opened.reading(), archive, scan).read());
    }

    /** Hands over every formula in the document's order, screen by screen. */
    public void formulas(Consumer<PlacedFormula> each) {
        FormulaScan.formulas(scan, each);
    }

    /**
     * SHA-256 (hex) of what matters: equal for a document and its copy that the service wrote again, different when anything that matters
     * differs (wire/canvas-app-import.md, section 6). Reads the document a second time; a file must still be there, unchanged. What is
     * left out is listed in one table, {@code NormalFormRules}.
     */
    public String normalForm() {
        return opened.use(archive -> new NormalForm(opened.reading(), archive).digest());
    }

    /**
     * Every value that names its source, each once, but for the texts of its formulas, which {@link #compileFacts()} has with their
     * places. Reads the document again; a file must still be there, unchanged.
     */
    public List<OriginValue> tiedValues() {
        return OriginValues.in(opened, scan.facts());
    }

    /**
     * What this document becomes when it is bound to another environment. Reads the entries that may change; the document itself stays
     * as it is. Values that the rebinding does not name stay and are told by {@link RebindResult#unbound()}.
     */
    public RebindResult rebind(Rebinding rebinding) {
        return DocumentRebinder.rebound(opened, scan, rebinding);
    }

    @Override
    public String toString() {
        return Shown.message("CanvasDocument[" + opened.reading().document() + "]");
    }
}
