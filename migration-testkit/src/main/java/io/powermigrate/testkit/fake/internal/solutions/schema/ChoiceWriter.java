package io.powermigrate.testkit.fake.internal.solutions.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Options as they stand in a package. */
public final class ChoiceWriter {
    private ChoiceWriter() {}

    /** Replaces the options where they differ in number or value from those that came. */
    public static void refresh(Element optionset, ObjectNode choice) {
        Element list = Dom.child(optionset, "options").orElseGet(() -> Dom.add(optionset, "options"));
        List<String> came = Dom.children(list).stream()
                .map(each -> each.getAttribute("value") + label(each))
                .toList();
        List<String> now = new ArrayList<>();
        choice.path("Options").forEach(each -> now.add(each.path("Value").asText() + label(each)));
        if (!came.equals(now)) {
            Dom.children(list).forEach(list::removeChild);
            choice.path("Options").forEach(each -> option(list, "option", each));
        }
    }

    public static void write(Element parent, ObjectNode choice, String type) {
        Element set = Dom.add(parent, "optionset");
        set.setAttribute("Name", choice.path("Name").asText());
        Dom.add(set, "OptionSetType", type);
        Dom.add(set, "IsGlobal", choice.path("IsGlobal").asBoolean() ? "1" : "0");
        Dom.add(set, "IntroducedVersion", choice.path("IntroducedVersion").asText("1.0.0.0"));
        Dom.add(set, "IsCustomizable", "1");
        boolean states = type.equals("state") || type.equals("status");
        Element list = Dom.add(set, type.equals("state") ? "states" : type.equals("status") ? "statuses" : "options");
        if (type.equals("bit")) {
            option(list, "option", choice.path("TrueOption"));
            option(list, "option", choice.path("FalseOption"));
        }
        choice.path("Options").forEach(each -> option(list, states ? type : "option", each));
    }

    private static void option(Element list, String name, JsonNode option) {
        Element element = Dom.add(list, name);
        element.setAttribute("value", option.path("Value").asText());
        if (name.equals("state")) {
            element.setAttribute("defaultstatus", option.path("DefaultStatus").asText());
            element.setAttribute("invariantname", option.path("InvariantName").asText());
        } else if (name.equals("status")) {
            element.setAttribute("state", option.path("State").asText());
        }
        Element labels = Dom.add(element, "labels");
        for (JsonNode each : option.path("Label").path("LocalizedLabels")) {
            Element label = Dom.add(labels, "label");
            label.setAttribute("description", each.path("Label").asText());
            label.setAttribute("languagecode", each.path("LanguageCode").asText());
        }
    }

    private static String label(Element option) {
        return Dom.list(option, "labels").stream()
                .map(each -> each.getAttribute("description"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String label(JsonNode option) {
        return option.path("Label")
                .path("LocalizedLabels")
                .path(0)
                .path("Label")
                .asText("");
    }
}
