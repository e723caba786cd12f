package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Map;

/**
 * The controls, counted (wire/msapp.md, section 2.4). Entries are named with slashes.
 *
 * @param count all controls, with those of components and tests
 * @param perEntry controls by entry
 * @param maxDepth how deep controls lie in each other; a screen is 1
 * @param formulas rules of those controls
 * @param dynamicPropertyFormulas rules of dynamic properties
 * @param formulasInTemplates formulas in the copies of component definitions that instances carry
 * @param taggedRules formulas made by conditional formatting
 * @param screens names of the screens, by entry
 * @param components names of the components, sorted
 * @param sharePointForm whether a host control {@code SharePointIntegration} ties the app to the form of a SharePoint list
 */
public record ControlFacts(
        int count,
        Map<String, Integer> perEntry,
        int maxDepth,
        int formulas,
        int dynamicPropertyFormulas,
        int formulasInTemplates,
        int taggedRules,
        List<String> screens,
        List<String> components,
        boolean sharePointForm) {

    /** Copies map and lists. */
    public ControlFacts {
        perEntry = OrderedMaps.copyOf(perEntry);
        screens = List.copyOf(screens);
        components = List.copyOf(components);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
