package io.powermigrate.testkit.msapp;

import java.util.Set;

/** The category of a rule, by its property (wire/msapp.md, section 2.4). */
final class RuleCategory {
    private static final Set<String> BINDABLE =
            Set.of("Text", "Items", "Default", "Image", "Item", "DataSource", "HtmlText");

    private static final Set<String> DATA = Set.of(
            "ConfirmExit",
            "BackEnabled",
            "Live",
            "Role",
            "HintText",
            "Tooltip",
            "MaxLength",
            "DelayOutput",
            "WrapCount",
            "DefaultMode",
            "DefaultDate",
            "DefaultSelectedItems",
            "Duration",
            "AutoStart",
            "Start",
            "Reset",
            "Value",
            "Update",
            "AccessibleLabel",
            "Format");

    private RuleCategory() {}

    static String of(String property) {
        if (property.length() > 2 && property.startsWith("On") && Character.isUpperCase(property.charAt(2))) {
            return "Behavior";
        }
        if (property.equals("SizeBreakpoints")) {
            return "ConstantData";
        }
        return isBindable(property) || DATA.contains(property) ? "Data" : "Design";
    }

    static boolean isBindable(String property) {
        return BINDABLE.contains(property);
    }
}
