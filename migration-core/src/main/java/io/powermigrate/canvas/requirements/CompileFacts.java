package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * All that has to be known of a document to say whether it will work elsewhere. Plain values without secrets: they can be kept as JSON
 * and checked without the document. Immutable.
 *
 * @param needs what it needs
 * @param uses where its formulas name what comes from there
 * @param literals texts of its formulas that look like ids, addresses or mail addresses
 * @param media hosts of pictures and films that lie outside the document, by name
 * @param columns where its formulas name columns of tables, one place for each
 */
public record CompileFacts(
        List<Requirement> needs, List<Use> uses, List<Literal> literals, List<Media> media, List<Column> columns) {

    /** Copies the lists; facts that were kept before there were places of columns have none. */
    public CompileFacts {
        columns = columns == null ? List.of() : List.copyOf(columns);
        needs = List.copyOf(needs);
        uses = List.copyOf(uses);
        literals = List.copyOf(literals);
        media = List.copyOf(media);
    }

    /** Facts without places of columns. */
    public CompileFacts(List<Requirement> needs, List<Use> uses, List<Literal> literals, List<Media> media) {
        this(needs, uses, literals, media, List.of());
    }

    /**
     * A column that formulas name.
     *
     * @param source the data source, as the document calls it
     * @param column its logical name
     * @param place where it is named; with the data source in one formula, if there is such a place
     */
    public record Column(String source, String column, DocumentPlace place) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /**
     * A picture, sound or film that the app loads from somewhere.
     *
     * @param name what formulas call it
     * @param host where it lies
     */
    public record Media(String name, String host) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }
}
