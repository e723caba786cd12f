package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What {@code solution.xml} says (wire/dataverse.md, section 6.2). Immutable by agreement. */
public record Manifest(Element root) {

    private Element body() {
        return Dom.child(root, "SolutionManifest")
                .orElseThrow(() -> new ImportFailure(
                        ImportFailure.INVALID_FILE, "The solution file is invalid. It has no solution manifest."));
    }

    public String uniqueName() {
        return Dom.text(body(), "UniqueName");
    }

    public String displayName() {
        return label(body(), uniqueName());
    }

    public String description() {
        return Dom.list(body(), "Descriptions").stream()
                .map(each -> each.getAttribute("description"))
                .findFirst()
                .orElse("");
    }

    public String version() {
        return Dom.text(body(), "Version");
    }

    public boolean managed() {
        return Dom.text(body(), "Managed").equals("1");
    }

    /** The version of the server that made the package. */
    public String server() {
        return root.getAttribute("version");
    }

    public String baseLanguage() {
        return root.getAttribute("languagecode");
    }

    public Publisher publisher() {
        Element publisher = Dom.child(body(), "Publisher").orElseGet(() -> Dom.element("Publisher"));
        String name = Dom.text(publisher, "UniqueName");
        return new Publisher(
                name,
                label(publisher, name),
                Dom.text(publisher, "CustomizationPrefix"),
                Dom.text(publisher, "CustomizationOptionValuePrefix"),
                publisher);
    }

    /** Who publishes the solution. */
    public record Publisher(String uniqueName, String displayName, String prefix, String optionPrefix, Element xml) {}

    public List<Root> roots() {
        return Dom.list(body(), "RootComponents").stream().map(Root::new).toList();
    }

    public List<Element> missing() {
        return Dom.list(body(), "MissingDependencies");
    }

    /** The parent of a patch, empty for a whole solution. */
    public String parent() {
        return Dom.child(body(), "ParentSolution")
                .map(each -> Dom.text(each, "UniqueName"))
                .orElse("");
    }

    private static String label(Element parent, String otherwise) {
        return Stream.concat(
                        Dom.list(parent, "LocalizedNames").stream().filter(each -> each.getAttribute("languagecode")
                                .equals("1033")),
                        Dom.list(parent, "LocalizedNames").stream())
                .map(each -> each.getAttribute("description"))
                .findFirst()
                .orElse(otherwise);
    }

    /** A root component. */
    public record Root(Element xml) {
        /** The type, a number or a name. */
        public String type() {
            return xml.getAttribute("type");
        }

        public int number() {
            return type().matches("\\d{1,6}") ? Integer.parseInt(type()) : -1;
        }

        public int behavior() {
            String text = xml.getAttribute("behavior");
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }

        /** The schema name or, without one, the id; in lower case. */
        public String key() {
            String name = xml.getAttribute("schemaName");
            return name.isEmpty() ? plain(xml.getAttribute("id")) : name.toLowerCase(Locale.ROOT);
        }

        public String id() {
            return plain(xml.getAttribute("id"));
        }
    }

    /** An id without braces, in lower case. */
    public static String plain(String id) {
        return id.replaceAll("[{}]", "").trim().toLowerCase(Locale.ROOT);
    }
}
