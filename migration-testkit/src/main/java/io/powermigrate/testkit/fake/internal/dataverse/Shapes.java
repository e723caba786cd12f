package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;

/** The small parts that metadata of the Web API is made of (wire/dataverse.md, section 3.1). */
public final class Shapes {
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private Shapes() {}

    /** A managed property. */
    public static ObjectNode managed(boolean value, boolean canBeChanged, String logicalName) {
        return Json.object()
                .put("Value", value)
                .put("CanBeChanged", canBeChanged)
                .put("ManagedPropertyLogicalName", logicalName);
    }

    /** A label in the language of the organisation; no label at all for an empty text. */
    public static ObjectNode label(String text) {
        ObjectNode label = Json.object();
        if (text.isEmpty()) {
            label.putArray("LocalizedLabels");
            return label.putNull("UserLocalizedLabel");
        }
        label.putArray("LocalizedLabels").add(localized(text, 1033));
        label.set("UserLocalizedLabel", localized(text, 1033));
        return label;
    }

    /** One language of a label. */
    public static ObjectNode localized(String text, int language) {
        return Json.object()
                .put("Label", text)
                .put("LanguageCode", language)
                .put("IsManaged", false)
                .put("MetadataId", NO_ID)
                .putNull("HasChanged");
    }

    public static ObjectNode value(String value) {
        return Json.object().put("Value", value);
    }

    /** An option of a choice. */
    public static ObjectNode option(int value, String label) {
        ObjectNode option = Json.object().put("Value", value);
        option.set("Label", label(label));
        option.set("Description", label(""));
        option.putNull("Color").put("IsManaged", false).putNull("ExternalValue");
        option.putArray("ParentValues");
        return option.putNull("Tag")
                .put("IsHidden", false)
                .putNull("MetadataId")
                .putNull("HasChanged");
    }

    static ObjectNode menu() {
        ObjectNode menu = Json.object()
                .put("Behavior", "UseCollectionName")
                .put("Group", "Details")
                .put("Order", 10000)
                .put("IsCustomizable", true)
                .putNull("Icon")
                .put("ViewId", NO_ID)
                .put("AvailableOffline", true)
                .putNull("MenuId")
                .putNull("QueryApi");
        menu.set("Label", label(""));
        return menu;
    }

    static ObjectNode cascade() {
        ObjectNode cascade = Json.object();
        List.of("Assign", "Delete", "Archive", "Merge", "Reparent", "Share", "Unshare", "RollupView")
                .forEach(each -> cascade.put(each, each.equals("Delete") ? "RemoveLink" : "NoCascade"));
        return cascade;
    }
}
