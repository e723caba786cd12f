package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * One part of a package: an element of a section with the files that it names, or the files of a folder. Immutable by
 * agreement: elements are copied before they are changed.
 *
 * @param section the section of customizations.xml, or the folder
 * @param key what tells it from others of its section: a logical name in lower case, an id, a folder's name
 */
public record Part(String section, String key, Optional<Element> element, Map<String, byte[]> files) {
    public Part {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** Section and key. */
    public record Id(String section, String key) {
        public PartKind kind() {
            return PartKind.ofSection(section);
        }
    }

    public Id id() {
        return new Id(section, key);
    }

    public PartKind kind() {
        return PartKind.ofSection(section);
    }

    public Element xml() {
        return element.orElseThrow(() -> new ImportFailure(
                ImportFailure.GENERIC, "The component " + key + " of " + section + " has no definition."));
    }
}
