package io.powermigrate.cds.solution.settings;

import io.powermigrate.model.Document;
import java.util.Iterator;
import java.util.Map;

/** Writes JSON as other tools do that people compare it with: members in their order, two blanks, one element a line. */
final class IndentedJson {

    private final StringBuilder text = new StringBuilder();

    String text(Document value) {
        append(value, "");
        return text.append('\n').toString();
    }

    private void append(Document value, String indentation) {
        String inner = indentation + "  ";
        if (value.isObject() && !value.members().isEmpty()) {
            text.append("{\n");
            for (Iterator<Map.Entry<String, Document>> all =
                            value.members().entrySet().iterator();
                    all.hasNext(); ) {
                Map.Entry<String, Document> member = all.next();
                text.append(inner).append(Document.of(member.getKey()).toJson()).append(": ");
                append(member.getValue(), inner);
                text.append(all.hasNext() ? ",\n" : "\n");
            }
            text.append(indentation).append('}');
        } else if (value.isArray() && !value.items().isEmpty()) {
            text.append("[\n");
            for (Iterator<Document> all = value.items().iterator(); all.hasNext(); ) {
                text.append(inner);
                append(all.next(), inner);
                text.append(all.hasNext() ? ",\n" : "\n");
            }
            text.append(indentation).append(']');
        } else {
            text.append(value.toJson());
        }
    }
}
