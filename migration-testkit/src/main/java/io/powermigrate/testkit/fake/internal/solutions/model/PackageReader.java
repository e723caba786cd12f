package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Takes a package apart: sections, the files that they name, folders (wire/dataverse.md, section 6). */
public final class PackageReader {
    private static final Set<String> LISTS = Set.of("Languages", "OrganizationSettings");
    private static final List<String> ID_MEMBERS =
            List.of("WebResourceId", "connectorid", "Name", "UniqueName", "SchemaName", "msdyn_aimodelid", "FileName");
    private static final List<String> KEY_ATTRIBUTES = List.of(
            "connectionreferencelogicalname",
            "fieldsecurityprofileid",
            "WorkflowId",
            "schemaname",
            "id",
            "Id",
            "Name",
            "name");

    private final Map<String, byte[]> files;
    private final Map<Part.Id, Part> parts = new LinkedHashMap<>();

    private PackageReader(Map<String, byte[]> files) {
        this.files = new LinkedHashMap<>(files);
    }

    public static SolutionPackage read(byte[] zip) {
        return new PackageReader(PackageZip.read(zip)).read();
    }

    private SolutionPackage read() {
        Manifest manifest = new Manifest(Dom.parse(required("solution.xml")));
        Element customizations = Dom.parse(required("customizations.xml"));
        required(PackageZip.TYPES);
        List<String> languages = new ArrayList<>();
        for (Element section : Dom.children(customizations)) {
            if (section.getTagName().equals("Languages")) {
                Dom.children(section).forEach(each -> languages.add(each.getTextContent()));
            } else if (!LISTS.contains(section.getTagName())) {
                section(section);
            }
        }
        folders();
        return new SolutionPackage(manifest, languages, parts, files);
    }

    private byte[] required(String name) {
        return find(name)
                .orElseThrow(() -> new ImportFailure(
                        ImportFailure.INVALID_FILE,
                        "The solution file is invalid. The compressed file must contain the following files at its root:"
                                + " solution.xml, customizations.xml, and [Content_Types].xml. Customization files"
                                + " exported from previous versions of Microsoft Dynamics 365 are not supported."));
    }

    private Optional<byte[]> find(String name) {
        return files.keySet().stream()
                .filter(each -> each.equalsIgnoreCase(name))
                .findFirst()
                .map(each -> Optional.ofNullable(files.remove(each)).orElse(new byte[0]));
    }

    private void section(Element section) {
        for (Element element : Dom.children(section)) {
            String key = key(element);
            Part.Id id = new Part.Id(name(section), key);
            if (parts.containsKey(id)) {
                id = new Part.Id(id.section(), key + "#" + parts.size());
            }
            parts.put(id, new Part(id.section(), id.key(), Optional.of(element), named(element)));
        }
    }

    /** Variables of older servers stand in a section; they are the same thing as those in folders. */
    private static String name(Element section) {
        return section.getTagName();
    }

    private static String key(Element element) {
        for (String attribute : KEY_ATTRIBUTES) {
            if (!element.getAttribute(attribute).isEmpty()) {
                return Manifest.plain(element.getAttribute(attribute));
            }
        }
        for (String member : ID_MEMBERS) {
            String text = Dom.text(element, member);
            if (!text.isEmpty()) {
                return Manifest.plain(text);
            }
        }
        return element.getTagName().toLowerCase(Locale.ROOT);
    }

    /** The files whose paths stand somewhere in the element, with a slash before them. */
    private Map<String, byte[]> named(Element element) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        collect(element, named);
        return named;
    }

    private void collect(Element element, Map<String, byte[]> named) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                collect(child, named);
            } else if (node instanceof Text text && text.getData().startsWith("/")) {
                take(text.getData().substring(1), named);
            }
        }
    }

    private void take(String path, Map<String, byte[]> named) {
        byte[] content = files.remove(path);
        if (content != null) {
            named.put(path, content);
        }
    }

    /** {@code folder/name/…}: one part for each name; a file right under a folder stays a file. */
    private void folders() {
        for (String path : List.copyOf(files.keySet())) {
            String[] words = path.split("/", -1);
            if (words.length > 2) {
                Part.Id id = new Part.Id(words[0], words[1].toLowerCase(Locale.ROOT));
                Map<String, byte[]> more = new LinkedHashMap<>();
                Part before = parts.get(id);
                if (before != null) {
                    more.putAll(before.files());
                }
                take(path, more);
                parts.put(id, new Part(id.section(), id.key(), definition(path, more, before), more));
            }
        }
    }

    private static Optional<Element> definition(String path, Map<String, byte[]> files, @Nullable Part before) {
        byte[] content = files.get(path);
        if (content != null && path.split("/", -1).length == 3 && path.endsWith(".xml")) {
            return Optional.of(Dom.parse(content));
        }
        return before == null ? Optional.empty() : before.element();
    }
}
