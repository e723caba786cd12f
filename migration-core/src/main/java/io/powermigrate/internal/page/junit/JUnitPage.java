package io.powermigrate.internal.page.junit;

import io.powermigrate.internal.page.junit.JUnitCase.End;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A page as JUnit XML, which pipelines read: a suite for each section. It fails where a decision is open, a list was not read, or a step
 * failed, stayed unverified or did not run; and where a plan that has something to do cannot be approved.
 */
public final class JUnitPage {

    private final Page page;
    private final XMLStreamWriter xml;

    private JUnitPage(Page page, XMLStreamWriter xml) {
        this.page = page;
        this.xml = xml;
    }

    /** Writes the page as a stream of UTF-8, which stays open. */
    public static void write(Page page, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitPage(page, xml).suites();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
        text.flush();
    }

    private void suites() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(0);
        xml.writeStartElement("testsuites");
        attribute("name", page.title());
        counts(() -> Stream.concat(
                Stream.of(JUnitCases.verdict(page)), page.sections().stream().flatMap(JUnitCases::of)));
        suite("verdict", () -> Stream.of(JUnitCases.verdict(page)));
        for (Section section : page.sections()) {
            suite(section.key().word(), () -> JUnitCases.of(section));
        }
        newLine(0);
        xml.writeEndElement();
        newLine(0);
        xml.writeEndDocument();
    }

    private void counts(Supplier<Stream<JUnitCase>> cases) throws XMLStreamException {
        Map<End, Long> ends = cases.get().collect(Collectors.groupingBy(JUnitCase::end, Collectors.counting()));
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        attribute("tests", Long.toString(all));
        attribute("failures", Long.toString(ends.getOrDefault(End.FAILED, 0L)));
        attribute("errors", "0");
        attribute("skipped", Long.toString(ends.getOrDefault(End.SKIPPED, 0L)));
        attribute("time", "0");
    }

    private void suite(String name, Supplier<Stream<JUnitCase>> cases) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        attribute("name", page.kind().word() + "." + name);
        counts(cases);
        if (name.equals("verdict")) {
            properties();
        }
        for (JUnitCase one : (Iterable<JUnitCase>) () -> cases.get().iterator()) {
            write(name, one);
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void properties() throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("properties");
        for (Figure figure : page.figures()) {
            property(figure.key(), Long.toString(figure.value()));
        }
        for (Fact fact : page.facts()) {
            property(fact.name(), fact.value());
        }
        newLine(2);
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        newLine(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void write(String suite, JUnitCase one) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        attribute("name", one.name());
        String place = page.kind().word() + "." + suite;
        attribute("classname", one.type().isEmpty() ? place : place + "." + one.type());
        attribute("time", "0");
        switch (one.end()) {
            case PASSED -> said(one.detail());
            case SKIPPED -> told("skipped", one);
            case FAILED -> told("failure", one);
        }
        xml.writeEndElement();
    }

    private void said(String detail) throws XMLStreamException {
        if (!detail.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(detail);
            xml.writeEndElement();
        }
    }

    private void told(String element, JUnitCase one) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", one.message());
        if (element.equals("failure")) {
            attribute("type", suiteless(one));
        }
        xml.writeCharacters(one.detail());
        xml.writeEndElement();
    }

    private String suiteless(JUnitCase one) {
        return one.type().isEmpty() ? page.kind().word() : one.type();
    }

    /** What people see by the one rule is what XML may hold: no control character, no half of a pair. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Shown.message(value));
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
