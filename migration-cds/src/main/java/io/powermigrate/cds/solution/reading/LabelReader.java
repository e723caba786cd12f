package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.XmlCursor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads labels in several languages: children with {@code description} and {@code languagecode}. */
final class LabelReader {

    private LabelReader() {}

    /** By code of the language. */
    static Map<String, String> read(XmlCursor xml) {
        Map<String, String> labels = new LinkedHashMap<>();
        xml.children(name -> xml.attribute("languagecode")
                .ifPresent(language ->
                        labels.put(language, xml.attribute("description").orElse(""))));
        return labels;
    }
}
