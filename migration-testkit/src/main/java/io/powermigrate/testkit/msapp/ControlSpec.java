package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a screen or a control shows and does. Not thread safe. */
public final class ControlSpec {
    private static final List<String> ROW_PROPERTIES = List.of("TemplateFill", "OnSelect");

    private final String name;
    private final ControlTemplate template;
    private final Names names;
    private final Optional<String> component;
    private final Map<String, String> formulas = new LinkedHashMap<>();
    private final List<ControlSpec> children = new ArrayList<>();

    ControlSpec(String name, ControlTemplate template, Names names) {
        this(name, template, names, Optional.empty());
    }

    private ControlSpec(String name, ControlTemplate template, Names names, Optional<String> component) {
        this.name = name;
        this.template = template;
        this.names = names;
        this.component = component;
    }

    /**
     * Sets a property, {@code formula("Text", "\"Hello\"")}. The formula is written as Studio stores it: invariant, without
     * the leading {@code =}. Names in it need not exist.
     *
     * @throws IllegalArgumentException if the property is blank or the formula starts with {@code =}
     */
    public ControlSpec formula(String property, String formula) {
        BuilderError.notBlank(
                property, "property of a formula on '" + name + "'", "Name the property, for example Text.");
        if (formula.startsWith("=")) {
            throw BuilderError.of(
                    "The formula " + name + "." + property + " starts with '='.",
                    "Leave the first '=' out: it is added in YAML only.");
        }
        formulas.put(property, formula);
        return this;
    }

    /** As {@link #control(String, String, Consumer)}, with nothing said about the control. */
    public ControlSpec control(String controlName, String templateName) {
        return control(controlName, templateName, control -> {});
    }

    /**
     * Places a control inside, {@code control("Label1", "label", c -> c.formula("Text", "1"))}.
     *
     * @throws IllegalArgumentException if the name is empty or taken in the document, the template is unknown (the message
     *     lists the known ones) or this control cannot hold others
     */
    public ControlSpec control(String controlName, String templateName, Consumer<ControlSpec> words) {
        ControlSpec child = new ControlSpec(controlName, ControlTemplate.named(templateName), names);
        words.accept(child);
        return place(child);
    }

    /**
     * Places an instance of a component inside; the component is told by {@link AppDocument#component}. Each instance carries a
     * copy of the definition (wire/msapp.md, section 2.4).
     */
    public ControlSpec instance(String controlName, String componentName) {
        ControlTemplate kind = ControlTemplate.component(componentName);
        return place(new ControlSpec(controlName, kind, names, Optional.of(componentName)));
    }

    private ControlSpec place(ControlSpec child) {
        if (!template.nests() || component.isPresent()) {
            throw BuilderError.of(
                    "Control '" + name + "' is a " + template.name() + " and cannot hold '" + child.name + "'.",
                    "Place it on the screen, or in a gallery, form or groupContainer.");
        }
        names.control(child.name, child);
        children.add(child);
        return this;
    }

    /** A gallery has one more child than was told: its row, which holds the rules about rows. */
    ControlPart part() {
        List<ControlPart> parts = new ArrayList<>();
        Map<String, String> own = new LinkedHashMap<>(formulas);
        if (template.isGallery()) {
            Map<String, String> row = new LinkedHashMap<>();
            ROW_PROPERTIES.stream().filter(own::containsKey).forEach(p -> row.put(p, own.remove(p)));
            own.putIfAbsent("Items", DataSourcesJson.GALLERY_SAMPLE);
            parts.add(new ControlPart(names.next("galleryTemplate"), ControlTemplate.GALLERY_ROW, row, List.of()));
        }
        children.forEach(child -> parts.add(child.part()));
        return new ControlPart(name, template, own, parts, component);
    }
}
