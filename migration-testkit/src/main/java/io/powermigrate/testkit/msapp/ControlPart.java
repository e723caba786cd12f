package io.powermigrate.testkit.msapp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A control, a screen, a component or the app itself, with the formulas that were told.
 *
 * @param component what it is an instance of
 */
record ControlPart(
        String name,
        ControlTemplate template,
        Map<String, String> formulas,
        List<ControlPart> children,
        Optional<String> component) {
    ControlPart(String name, ControlTemplate template, Map<String, String> formulas, List<ControlPart> children) {
        this(name, template, formulas, children, Optional.empty());
    }

    ControlPart {
        formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
        children = List.copyOf(children);
    }

    /** All rules: the template's own ones, overwritten and followed by those that were told. */
    Map<String, String> rules(Generation generation) {
        Map<String, String> rules = new LinkedHashMap<>(template.defaults(generation));
        rules.putAll(formulas);
        return rules;
    }
}
