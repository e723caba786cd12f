package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** A part that comes again: the newer definition stands, but a table keeps what the newer one does not speak of. */
final class TableParts {
    private TableParts() {}

    static Part merged(Part old, Part arriving) {
        if (arriving.kind() != PartKind.TABLE
                || old.element().isEmpty()
                || arriving.element().isEmpty()) {
            return arriving;
        }
        Element whole = Dom.copy(arriving.xml());
        adopt(whole, old.xml());
        Map<String, byte[]> files = new LinkedHashMap<>(old.files());
        files.putAll(arriving.files());
        return new Part(arriving.section(), arriving.key(), Optional.of(whole), files);
    }

    private static void adopt(Element whole, Element old) {
        for (Element child : Dom.children(old)) {
            Optional<Element> same = Dom.child(whole, child.getTagName());
            if (same.isEmpty()) {
                Dom.append(whole, child);
            } else if (List.of("EntityInfo", "entity").contains(child.getTagName())) {
                adopt(same.get(), child);
            } else if (child.getTagName().equals("attributes")) {
                columns(same.get(), child);
            }
        }
    }

    private static void columns(Element whole, Element old) {
        List<String> known =
                Dom.children(whole).stream().map(ColumnReader::name).toList();
        for (Element attribute : Dom.children(old)) {
            if (!known.contains(ColumnReader.name(attribute))) {
                Dom.append(whole, attribute);
            }
        }
    }
}
