package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.reading.ControlTree;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * What one reading of a document found: the facts, and beside them what its formulas are read from, so that nothing of it is read twice.
 *
 * @param trees controls with their formulas, in the document's order
 * @param sources data sources and media with their columns, in the document's order
 */
public record DocumentScan(CanvasFacts facts, List<ControlTree> trees, List<SourceColumns> sources) {

    /** Copies the lists. */
    public DocumentScan {
        trees = List.copyOf(trees);
        sources = List.copyOf(sources);
    }

    @Override
    public String toString() {
        return Shown.value("DocumentScan[" + facts.properties().name() + ", " + Counted.of(trees.size(), "tree") + "]");
    }
}
