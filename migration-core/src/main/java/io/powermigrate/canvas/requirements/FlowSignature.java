package io.powermigrate.canvas.requirements;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How an app calls a flow: the inputs and outputs of {@code Run()} in the WADL that the document embeds. A flow that is called in another
 * way does silently nothing (wire/canvas-app-import.md, section 6).
 */
final class FlowSignature {

    private static final String RUN = "/triggers/manual/run";
    private static final XMLInputFactory XML = factory();

    /** The WADL of a flow describes one call: real ones have some hundred elements, ten deep. Beyond this it counts as damaged. */
    private static final int MOST_ELEMENTS = 50_000;

    private static final int MOST_DEPTH = 100;

    private final Map<String, Map<String, String>> objects = new HashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();
    private Map<String, String> object = new LinkedHashMap<>();
    private String output = "";
    private boolean request;
    private int elements;

    private FlowSignature() {}

    /** {@code Run()}, {@code input NAME} and {@code output NAME} with their types; empty if this is no flow's WADL. */
    static Map<String, String> of(String wadl) {
        return wadl.contains(RUN) ? new FlowSignature().read(wadl) : Map.of();
    }

    private Map<String, String> read(String wadl) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(wadl));
            for (int depth = 0; xml.hasNext(); ) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    checkLimits(++depth);
                    element(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    request &= !xml.getLocalName().equals("request");
                }
            }
            xml.close();
        } catch (XMLStreamException damaged) {
            return Map.of(); // Studio loads it again; of a damaged copy nothing is concluded
        }
        members.put("Run()", "");
        objects.getOrDefault(output, Map.of()).forEach((name, type) -> members.put("output " + name, type));
        return members;
    }

    private void checkLimits(int depth) throws XMLStreamException {
        if (depth > MOST_DEPTH || ++elements > MOST_ELEMENTS) {
            throw new XMLStreamException("no WADL of a flow is as large");
        }
    }

    private void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "object" -> {
                object = new LinkedHashMap<>();
                objects.put(attribute(xml, "name"), object);
            }
            case "property" -> object.put(attribute(xml, "name"), type(attribute(xml, "type")));
            case "request" -> request = true;
            case "param" -> {
                if (request && attribute(xml, "style").equals("plain")) {
                    members.put("input " + attribute(xml, "name"), type(attribute(xml, "type")));
                }
            }
            case "representation" -> {
                if (!request) {
                    output = attribute(xml, "element").replaceFirst("^.*:", "");
                }
            }
            default -> {}
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The kinds that formulas tell apart; empty for one that is described elsewhere. */
    private static String type(String type) {
        return switch (type.replaceFirst("^xs:", "")) {
            case "string" -> "string";
            case "boolean" -> "boolean";
            case "integer", "int", "long", "number", "double", "decimal", "float" -> "number";
            default -> "";
        };
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
