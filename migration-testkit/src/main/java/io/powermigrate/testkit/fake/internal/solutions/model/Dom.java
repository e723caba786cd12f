package io.powermigrate.testkit.fake.internal.solutions.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/** The fake's own words for XML trees. Document types are refused. */
public final class Dom {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Dom() {}

    public static Element parse(byte[] xml) throws ImportFailure {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
            tidy(root);
            return root;
        } catch (SAXException | IOException broken) {
            throw new ImportFailure(
                    ImportFailure.NOT_WELL_FORMED, "The XML of the package is not well formed: " + broken.getMessage());
        } catch (ParserConfigurationException never) {
            throw new IllegalStateException("The fake has no XML parser. Run it on a whole Java runtime.", never);
        }
    }

    public static Element element(String name) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            Element element = document.createElement(name);
            document.appendChild(element);
            return element;
        } catch (ParserConfigurationException never) {
            throw new IllegalStateException("The fake has no XML parser. Run it on a whole Java runtime.", never);
        }
    }

    /** Takes out what only lays out the text, so that parts can be put together again. */
    private static void tidy(Element element) {
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return;
        }
        for (Node node = element.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (node instanceof Text text && text.getData().isBlank()) {
                element.removeChild(node);
            }
            node = next;
        }
        children.forEach(Dom::tidy);
    }

    public static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }

    public static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .toList();
    }

    public static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** A descendant by the names on the way. */
    public static Optional<Element> at(Element parent, String... path) {
        Optional<Element> here = Optional.of(parent);
        for (String name : path) {
            here = here.flatMap(each -> child(each, name));
        }
        return here;
    }

    /** The children of a descendant, none where it is absent. */
    public static List<Element> list(Element parent, String... path) {
        return at(parent, path).map(Dom::children).orElse(List.of());
    }

    /** The text of a child, empty where it is absent. */
    public static String text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent).orElse("");
    }

    public static Optional<String> find(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent);
    }

    public static Element add(Element parent, String name) {
        Element child = document(parent).createElement(name);
        parent.appendChild(child);
        return child;
    }

    public static Element add(Element parent, String name, String text) {
        Element child = add(parent, name);
        child.setTextContent(text);
        return child;
    }

    /** Sets the text of a child, which is made if it is absent. */
    public static void set(Element parent, String name, String text) {
        child(parent, name).orElseGet(() -> add(parent, name)).setTextContent(text);
    }

    /** A copy of an element of any document, as the last child. */
    public static Element append(Element parent, Element foreign) {
        Element copy = (Element) document(parent).importNode(foreign, true);
        parent.appendChild(copy);
        return copy;
    }

    public static Element copy(Element element) {
        Element holder = element("holder");
        return append(holder, element);
    }

    private static Document document(Element element) {
        return element.getOwnerDocument();
    }

    /** As the service writes: no declaration, two blanks a level, CRLF (wire/dataverse.md, section 6.1). */
    public static byte[] bytes(Element root) {
        return text(root).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Element root) {
        StringBuilder text = new StringBuilder();
        write(text, root, 0);
        return text.toString();
    }

    private static void write(StringBuilder out, Element element, int level) {
        out.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            out.append(escaped(attribute.getNodeValue()).replace("\"", "&quot;"))
                    .append('"');
        }
        if (element.getFirstChild() == null) {
            out.append(" />");
            return;
        }
        out.append('>');
        content(out, element, level);
        out.append("</").append(element.getTagName()).append('>');
    }

    private static void content(StringBuilder out, Element element, int level) {
        List<Element> children = children(element);
        boolean mixed =
                children.isEmpty() || children.size() < element.getChildNodes().getLength();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                out.append(mixed ? "" : "\r\n" + "  ".repeat(level + 1));
                write(out, child, level + 1);
            } else if (node instanceof Text text) {
                out.append(escaped(text.getData()));
            }
        }
        out.append(mixed ? "" : "\r\n" + "  ".repeat(level));
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
