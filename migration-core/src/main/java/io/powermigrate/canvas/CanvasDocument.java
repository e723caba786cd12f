package io.powermigrate.canvas;

import io.powermigrate.canvas.check.CompileFacts;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveBytes;
import io.powermigrate.internal.zip.ArchiveEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A canvas app as its document, the .msapp: of any generation since 2017. Opening reads all entries once, one at a time, and keeps
 * {@link #facts()}. Nothing is written or extracted. Immutable and thread-safe.
 *
 * <p>A document that is damaged, ambiguous or beyond the {@link Limits} is refused with a {@link MigrationException} that names document,
 * entry, reason and remedy; no message holds content of the document.
 */
public final class CanvasDocument {

    private final Reading reading;
    private final ArchiveBytes.Source source;
    private final CanvasFacts facts;
    private final List<ArchiveEntry> entries = new ArrayList<>();

    private CanvasDocument(Reading reading, ArchiveBytes.Source source) {
        this.reading = reading;
        this.source = source;
        this.facts = with(archive -> {
            entries.addAll(archive.entries());
            return new FactsReader(reading, archive).read();
        });
    }

    /** Opens a file with the default limits. The file stays where it is and is closed again. */
    public static CanvasDocument open(Path path) {
        return open(path, Limits.defaults());
    }

    /** Opens a file. Memory: one buffer and the longest JSON string, whatever the file's size. */
    public static CanvasDocument open(Path path, Limits limits) {
        return new CanvasDocument(
                Reading.of(String.valueOf(path.getFileName()), limits), () -> ArchiveBytes.InFile.open(path));
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
        Reading reading = Reading.of(name, limits);
        byte[] archive = bytes(reading, bytes);
        return new CanvasDocument(reading, () -> new ArchiveBytes.InMemory(archive));
    }

    private static byte[] bytes(Reading reading, InputStream bytes) {
        long most = Math.min(reading.limits().archive(), reading.limits().stream());
        try {
            byte[] archive = bytes.readNBytes((int) most);
            if (bytes.read() >= 0) {
                String limit = most == reading.limits().archive() ? "archive" : "stream";
                throw reading.beyond("it", "has more bytes than that", limit, most);
            }
            return archive;
        } catch (IOException failed) {
            throw unreadable(reading, failed);
        }
    }

    Limits limits() {
        return reading.limits();
    }

    /** All that was found; holds nothing of the document's bytes. */
    public CanvasFacts facts() {
        return facts;
    }

    /** Which build wrote the document. */
    public Header header() {
        return facts.header();
    }

    /** The document as a whole. */
    public AppProperties properties() {
        return facts.properties();
    }

    /** Title, locale and logo. */
    public PublishInfo publishInfo() {
        return facts.publishInfo();
    }

    /** Tables, services, flows, option sets, views, collections, static data. */
    public List<DataSource> dataSources() {
        return facts.dataSources();
    }

    /** The connections that it needs. */
    public List<ConnectionReference> connectionReferences() {
        return facts.connectionReferences();
    }

    /** The Dataverse environments that it needs. */
    public List<DatabaseReference> databaseReferences() {
        return facts.databaseReferences();
    }

    /** The component libraries that components came from. */
    public List<LibraryDependency> libraryDependencies() {
        return facts.libraryDependencies();
    }

    /** Controls and formulas, counted. */
    public ControlFacts controls() {
        return facts.controls();
    }

    /** Names of the screens, by entry. */
    public List<String> screens() {
        return facts.controls().screens();
    }

    /** Names of the components, sorted. */
    public List<String> components() {
        return facts.controls().components();
    }

    /** Compile errors that it had before. */
    public List<StudioError> studioErrors() {
        return facts.studioErrors();
    }

    /** Hosts and ids of the origin. */
    public Bound bound() {
        return facts.bound();
    }

    /**
     * What the formulas use: names, data sources with each place, columns. Reads the document again, entry by entry, and keeps nothing;
     * a file must still be there, unchanged.
     */
    public FormulaFacts formulaFacts() {
        return use(archive -> new FormulaScan(reading, archive).facts());
    }

    /**
     * What it needs of its environment, and where its formulas use that: enough to check it against any destination. Reads the document
     * again, as {@link #formulaFacts()} does.
     */
    public CompileFacts compileFacts() {
        return use(archive -> new CompileScan(reading, archive, facts).read());
    }

    /** Hands over every formula in the document's order, screen by screen. Reads as {@link #formulaFacts()} does. */
    public void formulas(Consumer<PlacedFormula> each) {
        use(archive -> {
            FormulaScan.formulas(reading, archive, each);
            return facts;
        });
    }

    /**
     * SHA-256 (hex) of what matters: equal for a document and its copy that the service wrote anew, different when anything that matters
     * differs (wire/canvas-app-import.md, section 6). Reads the document a second time; a file must still be there, unchanged. What is
     * left out is listed in one table, {@code NormalFormRules}.
     */
    public String normalForm() {
        return use(archive -> new NormalForm(reading, archive).digest());
    }

    /**
     * Every value that names its source, each once, but for the texts of its formulas, which {@link #compileFacts()} has with their
     * places. Reads as {@link #formulaFacts()} does.
     */
    public List<TiedValue> tiedValues() {
        return use(archive -> Stream.concat(
                        TiedValues.of(facts).stream(), new TraceScan(reading, archive).read(facts).stream())
                .toList());
    }

    /** The texts of its formulas that look like an address, an id or a person, each once. */
    List<TiedValue> tiedTexts() {
        return use(archive -> {
            LiteralScan literals = new LiteralScan(new Formulas(reading.anew()));
            FormulaScan.formulas(reading, archive, literals::look);
            return literals.found().stream()
                    .map(literal -> new TiedValue(Tie.LITERAL, "", literal.value()))
                    .distinct()
                    .toList();
        });
    }

    /**
     * What this document becomes when it is bound to another environment. Reads the entries that may change; the document itself stays
     * as it is. Values that the rebinding does not name stay and are told by {@link Rebound#unbound()}.
     */
    public Rebound rebind(Rebinding rebinding) {
        return use(archive -> {
            DocumentRebinder rebinder = new DocumentRebinder(reading, archive, facts, rebinding);
            Map<String, Revision> revisions = rebinding.isNone() ? Map.of() : rebinder.revisions();
            return new Rebound(this, revisions, rebinder.changes(), rebinder.unbound());
        });
    }

    /** Opens the source once more, after a look whether its entries are still the same, with their sizes and CRCs. */
    <T> T use(Use<T> use) {
        return with(archive -> {
            if (!archive.entries().equals(entries)) {
                throw reading.refused("it changed after it was opened", "Open it again");
            }
            return use.of(archive);
        });
    }

    private <T> T with(Use<T> use) {
        try (Archive archive = reading.open(source)) {
            return use.of(archive);
        } catch (IOException failed) {
            throw unreadable(reading, failed);
        }
    }

    private static MigrationException unreadable(Reading reading, IOException failed) {
        return reading.refused(
                "its bytes could not be read (" + failed.getClass().getSimpleName() + ")",
                "Check that the file exists and may be read",
                failed);
    }

    /** Something that needs the opened archive. */
    @FunctionalInterface
    interface Use<T> {
        T of(Archive archive) throws IOException;
    }

    @Override
    public String toString() {
        return Shown.message("CanvasDocument[" + reading.document() + "]");
    }
}
