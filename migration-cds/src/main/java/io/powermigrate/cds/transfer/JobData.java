package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The document of an import job, of old and new servers (wire/dataverse.md, section 2.8; dataverse-facts.md, A2). The verdict is that of
 * the root on new servers and that of the manifest on old ones; a component may fail below a root that succeeded.
 *
 * @param succeeded the verdict; empty where the document has none
 * @param words why it failed, as told by root or manifest; empty where they say nothing
 * @param components what was said of single components
 */
record JobData(Optional<Boolean> succeeded, String words, List<ComponentResult> components) {

    private static final Set<String> GOOD = Set.of("true", "success", "warning");
    private static final Set<String> BAD = Set.of("false", "failure");
    private static final int MOST = 1000;
    private static final String MANIFEST = "solutionManifest";

    static JobData none() {
        return new JobData(Optional.empty(), "", List.of());
    }

    /** What cannot be read says nothing; it decides nothing then. */
    static JobData of(String xml) {
        if (xml.isBlank()) {
            return none();
        }
        try {
            return new Reader(factory().createXMLStreamReader(new StringReader(xml))).read();
        } catch (XMLStreamException notReadable) {
            return none();
        }
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** An element on the way to a result. */
    private record Element(String name, String called) {}

    private static final class Reader {

        private final XMLStreamReader xml;
        private final Deque<Element> open = new ArrayDeque<>();
        private final List<ComponentResult> components = new ArrayList<>();
        private Optional<Boolean> root = Optional.empty();
        private Optional<Boolean> manifest = Optional.empty();
        private String words = "";

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        JobData read() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
            return new JobData(root.isPresent() ? root : manifest, words, components);
        }

        private void start() {
            String name = xml.getLocalName();
            if (open.isEmpty()) {
                root = verdict(attribute("succeeded"));
                words = attribute("status");
            } else if (name.equals("result")) {
                result();
            }
            open.push(new Element(name, called()));
        }

        private void result() {
            Element of = open.getFirst();
            String how = attribute("result").toLowerCase(Locale.ROOT);
            String text = attribute("errortext");
            if (of.name().equals(MANIFEST)) {
                manifest = verdict(how);
                words = words.isBlank() && BAD.contains(how) ? text : words;
            } else if (!how.equals("success") && components.size() < MOST) {
                components.add(new ComponentResult(
                        of.name(), of.called(), BAD.contains(how), DataverseError.of(attribute("errorcode"), text)));
            }
        }

        private String called() {
            for (String attribute : List.of("LocalizedName", "Name", "name", "OriginalName", "id")) {
                String value = attribute(attribute);
                if (!value.isBlank()) {
                    return value;
                }
            }
            return open.isEmpty() ? "" : open.getFirst().called();
        }

        private String attribute(String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        /** Two readers of such documents spell it differently; both spellings count. */
        private static Optional<Boolean> verdict(String word) {
            String plain = word.toLowerCase(Locale.ROOT);
            return GOOD.contains(plain)
                    ? Optional.of(true)
                    : BAD.contains(plain) ? Optional.of(false) : Optional.empty();
        }
    }
}
