package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component library that components came from ({@code Properties.json}, {@code LibraryDependencies}). The app works without the
 * library; updates of its components stop (wire/msapp.md, section 3, row 25).
 *
 * @param libraryId id of the library's app in the source environment
 * @param libraryLogicalName its name in a solution; may be empty
 * @param templateId the component's template in the library
 */
public record LibraryDependency(
        @Nullable String libraryId,
        @Nullable String libraryLogicalName,
        @Nullable String templateId) {

    static List<LibraryDependency> read(JsonCursor json) {
        List<LibraryDependency> libraries = new ArrayList<>();
        json.enterArray();
        while (json.nextElement()) {
            libraries.add(one(json));
        }
        return libraries;
    }

    private static LibraryDependency one(JsonCursor json) {
        String id = null;
        String name = null;
        String template = null;
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "LibraryId" -> id = json.text();
                case "LibraryLogicalName" -> name = json.text();
                case "OriginalComponentDefinitionTemplateId" -> template = json.text();
                default -> {}
            }
        }
        return new LibraryDependency(id, name, template);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
