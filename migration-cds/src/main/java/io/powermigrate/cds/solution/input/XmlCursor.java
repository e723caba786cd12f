package io.powermigrate.cds.solution.input;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file read once from begin to end, element by element. Who stands on an element reads its attributes first, then its text or its
 * children; what nobody reads is passed over, and only counted. Not thread-safe.
 *
 * <pre>{@code
 * cursor.children(name -> {
 *     if (name.equals("Version")) { version = cursor.text(); }
 * });
 * }</pre>
 */
public final class XmlCursor {

    /** The parser keeps them all before they can be counted. */
    private static final int MOST_ATTRIBUTES = 10_000;

    private static final XMLInputFactory XML = factory();

    private final XmlText characters;
    private final XmlLimits limits;
    private final XMLStreamReader xml;
    private final Set<String> languages = new TreeSet<>();
    private int differences;
    private int depth;

    private XmlCursor(XmlText characters, XmlLimits limits) throws XMLStreamException {
        this.characters = characters;
        this.limits = limits;
        this.xml = XML.createXMLStreamReader(characters);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // newer JDKs allow a depth of 100 and 200 attributes, whatever SolutionLimits say: the limits here come first
        limit(factory, "jdk.xml.maxElementDepth", 0);
        limit(factory, "jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        return factory;
    }

    /** Another parser than the JDK's has other properties. */
    private static void limit(XMLInputFactory factory, String property, int value) {
        if (factory.isPropertySupported(property)) {
            factory.setProperty(property, value);
        }
    }

    /**
     * Reads a file; the caller closes the stream.
     *
     * @param root hands over the cursor, which stands on the root element, and its name
     * @throws MigrationException when it is no good XML, has a DTD, or is beyond a limit
     */
    public static XmlCursor read(InputStream bytes, XmlLimits limits, Visit root) throws IOException {
        try {
            XmlCursor cursor = new XmlCursor(XmlText.of(bytes, limits), limits);
            while (cursor.xml.hasNext()) {
                if (cursor.advance() == XMLStreamConstants.START_ELEMENT) {
                    root.at(cursor, cursor.xml.getLocalName());
                    cursor.skipTo(0);
                }
            }
            return cursor;
        } catch (XMLStreamException damaged) {
            throw damaged(damaged, limits);
        }
    }

    /** Something that reads from an element on. */
    @FunctionalInterface
    public interface Visit {
        void at(XmlCursor cursor, String name);
    }

    /** Hands over the name of each child; the cursor stands on it. */
    public void children(Consumer<String> each) {
        int own = depth;
        try {
            while (advance() == XMLStreamConstants.START_ELEMENT || depth >= own) {
                if (depth > own) {
                    each.accept(xml.getLocalName());
                    skipTo(own);
                }
            }
        } catch (XMLStreamException damaged) {
            throw damaged(damaged, limits);
        }
    }

    /** The text of the element, without that of its children. */
    public String text() {
        int own = depth;
        StringBuilder text = new StringBuilder();
        try {
            while (depth >= own) {
                int event = advance();
                if (depth == own && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    checkText(text.length());
                }
            }
        } catch (XMLStreamException damaged) {
            throw damaged(damaged, limits);
        }
        limits.taken().characters(text.length());
        return text.toString();
    }

    /** The text of the element; empty where it is {@code xsi:nil} or has none. */
    public Optional<String> value() {
        String text = text();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** An attribute of the element; empty where it has none of that name. */
    public Optional<String> attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        limits.taken().characters(value == null ? 0 : value.length());
        return Optional.ofNullable(value);
    }

    /** Hands over name and value of each attribute that is in no namespace. */
    public void attributes(Attributes each) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                limits.taken().characters(xml.getAttributeValue(i).length());
                each.accept(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
    }

    /** Takes name and value of an attribute. */
    @FunctionalInterface
    public interface Attributes {
        void accept(String name, String value);
    }

    /** How the file was spelled. */
    public XmlForm form() {
        return characters.form();
    }

    /** Whether lines ended with CR LF so far. */
    public boolean crlf() {
        return characters.crlf();
    }

    /** Codes of the languages that any label had so far. */
    public Set<String> languages() {
        return languages;
    }

    /** How many elements so far were differences to be applied ({@code solutionaction}). */
    public int differences() {
        return differences;
    }

    private void skipTo(int wanted) throws XMLStreamException {
        while (depth > wanted) {
            advance();
        }
    }

    private int advance() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            start();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw limits.refused(
                    "it has a document type (DTD), which no file of a package has", "Do not use this file");
        }
        return event;
    }

    private void start() {
        limits.taken().element();
        if (++depth > limits.depth()) {
            throw limits.beyond("has more than that many elements inside each other", Limit.DEPTH);
        }
        if (xml.getAttributeCount() > limits.attributes()) {
            throw limits.beyond("has an element with " + xml.getAttributeCount() + " attributes", Limit.ATTRIBUTES);
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "languagecode" -> language(xml.getAttributeValue(i));
                case "solutionaction" -> differences++;
                default -> {}
            }
        }
    }

    private void language(String code) {
        if (languages.add(code)) {
            limits.taken().characters(code.length());
        }
    }

    private void checkText(int length) {
        if (length > limits.text()) {
            throw limits.beyond("has a text longer than that many characters", Limit.TEXT);
        }
    }

    /** The parser has limits of its own, which it tells by a code. */
    private static MigrationException damaged(XMLStreamException damaged, XmlLimits limits) {
        String place = damaged.getLocation() == null
                ? ""
                : " at line " + damaged.getLocation().getLineNumber() + ", column "
                        + damaged.getLocation().getColumnNumber();
        if (String.valueOf(damaged.getMessage()).contains("JAXP0")) {
            return limits.refused(
                    "it is beyond a limit of the XML parser" + place + ": a name, or the attributes of one element",
                    "Do not use this file");
        }
        return limits.refused("it is no well-formed XML" + place, "Export the package again");
    }
}
