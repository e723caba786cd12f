package io.powermigrate.testkit.msapp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of one document. Formulas see one space of names, so controls and data sources share it. */
final class Names {
    private static final String ILLEGAL_IN_ENTRIES = "\\/:*?\"<>|%";

    private final Map<String, String> owners =
            new HashMap<>(Map.of("App", "the app itself", "Host", "the host control"));
    private final Map<String, ControlSpec> controls = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> screens = new HashSet<>(Set.of("app", "_editorstate"));

    void control(String name, ControlSpec words) {
        BuilderError.notBlank(name, "name of a control", "Give every control a name such as Label1.");
        claim(name, "a control");
        controls.put(name, words);
    }

    void screen(String name, ControlSpec words) {
        BuilderError.notBlank(name, "name of a screen", "Give every screen a name such as Home.");
        if (name.chars().anyMatch(c -> ILLEGAL_IN_ENTRIES.indexOf(c) >= 0 || c < ' ')) {
            throw BuilderError.of(
                    "Screen name '" + name + "' has a character that no entry name may have.",
                    "Use letters, digits, spaces and underscores.");
        }
        if (!screens.add(name.toLowerCase(Locale.ROOT))) {
            throw BuilderError.of(
                    "There is already a screen or entry named '" + name + "' (upper and lower case are the same here).",
                    "Give each screen its own name.");
        }
        claim(name, "a screen");
        controls.put(name, words);
    }

    void source(String name) {
        BuilderError.notBlank(name, "name of a data source", "Give every data source the name that formulas use.");
        claim(name, "a data source");
    }

    Optional<ControlSpec> find(String name) {
        return Optional.ofNullable(controls.get(name));
    }

    /** The next free name such as {@code galleryTemplate1}. */
    String next(String stem) {
        int number = 1;
        while (owners.containsKey(stem + number) || parts.contains(stem + number)) {
            number++;
        }
        parts.add(stem + number);
        return stem + number;
    }

    /** Forgets the names that {@link #next} gave, so that a document made twice is the same. */
    void restartParts() {
        parts.clear();
    }

    private void claim(String name, String owner) {
        String before = owners.putIfAbsent(name, owner);
        if (before != null) {
            throw BuilderError.of(
                    "The name '" + name + "' of " + owner + " is already taken by " + before + ".",
                    "Give controls, screens and data sources of one document different names.");
        }
    }
}
