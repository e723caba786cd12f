package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.ConnectionReference;
import io.powermigrate.cds.solution.facts.CustomConnector;
import io.powermigrate.cds.solution.input.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads connection references and custom connectors (wire/dataverse.md, section 6.8). */
final class ConnectionReader {

    private final XmlCursor xml;
    private @Nullable String customConnector;

    ConnectionReader(XmlCursor xml) {
        this.xml = xml;
    }

    ConnectionReference reference() {
        String logicalName = xml.attribute("connectionreferencelogicalname").orElse("");
        Set<String> names = Set.of("connectionreferencedisplayname", "connectorid", "promptingbehavior");
        Fields fields = Fields.read(xml, names, child -> {
            if (child.equals("customconnectorid")) {
                xml.children(id -> customConnector = Fields.id(xml.text()));
            }
        });
        return new ConnectionReference(
                logicalName,
                fields.text("connectionreferencedisplayname", ""),
                fields.text("connectorid", ""),
                customConnector,
                fields.text("promptingbehavior"));
    }

    CustomConnector connector() {
        List<String> files = new ArrayList<>();
        Set<String> names = Set.of("connectorid", "name", "displayname", "connectortype");
        Fields fields = Fields.read(xml, names, child -> xml.value()
                .filter(text -> text.startsWith("/Connector/"))
                .ifPresent(files::add));
        return new CustomConnector(
                Fields.id(fields.text("connectorid", "")),
                fields.text("name", ""),
                fields.text("displayname", ""),
                fields.text("connectortype", ""),
                files);
    }
}
