package io.powermigrate.testkit.fake.internal.solutions.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Shapes;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import java.util.List;
import org.w3c.dom.Element;

/** Labels of a package as labels of the Web API; languages that are off in the organisation are left out. */
public final class Labels {
    private final List<Integer> languages;

    public Labels(List<Integer> languages) {
        this.languages = List.copyOf(languages);
    }

    /** The label that a list such as {@code displaynames} holds. */
    public ObjectNode of(Element parent, String list) {
        ObjectNode label = Shapes.label("");
        ArrayNode all = label.withArray("LocalizedLabels");
        for (Element each : Dom.list(parent, list)) {
            String code = each.getAttribute("languagecode");
            String text = each.getAttribute("description");
            if (code.matches("\\d{1,6}") && languages.contains(Integer.valueOf(code)) && !text.isEmpty()) {
                all.add(Shapes.localized(text, Integer.parseInt(code)));
            }
        }
        if (!all.isEmpty()) {
            label.set("UserLocalizedLabel", all.get(0).deepCopy());
        }
        return label;
    }

    /** The text of a label of the Web API in its first language. */
    public static String text(ObjectNode holder, String member) {
        return holder.path(member).path("LocalizedLabels").path(0).path("Label").asText("");
    }
}
