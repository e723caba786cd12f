package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.internal.solutions.model.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** What a package needs and the organisation does not have (wire/dataverse.md, sections 2.9 and 6.2). */
final class Dependencies {
    private final SolutionState state;
    private final Organisation organisation;

    Dependencies(SolutionState state) {
        this.state = state;
        this.organisation = state.organisation();
    }

    List<Element> missing(SolutionPackage arriving) {
        return arriving.manifest().missing().stream()
                .filter(each -> !Dom.child(each, "Required").map(this::isThere).orElse(true))
                .toList();
    }

    static String text(Manifest manifest, List<Element> missing) {
        Element all = Dom.element("MissingDependencies");
        missing.forEach(each -> Dom.append(all, each));
        return "The following solution cannot be imported: " + manifest.uniqueName()
                + ". Some dependencies are missing. The missing dependencies are : "
                + Dom.text(all).replaceAll("\r\n *", "") + " , ProductUpdatesOnly : False";
    }

    private boolean isThere(Element required) {
        return component(required) || provided(required.getAttribute("solution"));
    }

    /** A provider with its version or a newer one is taken to hold the component. */
    private boolean provided(String provider) {
        String name = Versions.name(provider);
        if (name.isEmpty() || name.equals("Active")) {
            return false;
        }
        Optional<ObjectNode> row = state.row(name);
        return row.isPresent()
                && Versions.compare(row.get().path("version").asText(), Versions.version(provider)) >= 0
                && !row.get().path("uniquename").asText().equals("System");
    }

    private boolean component(Element required) {
        String name = required.getAttribute("schemaName").toLowerCase(Locale.ROOT);
        String parent = required.getAttribute("parentSchemaName").toLowerCase(Locale.ROOT);
        String id = Manifest.plain(required.getAttribute("id"));
        return switch (required.getAttribute("type").toLowerCase(Locale.ROOT)) {
            case "1" -> organisation.schema().table(name).isPresent();
            case "2" ->
                organisation
                        .schema()
                        .table(parent)
                        .filter(each -> each.has(name))
                        .isPresent();
            case "9" -> organisation.schema().choice(name).isPresent();
            case "10" -> organisation.schema().relationship(name).isPresent();
            case "20" -> organisation.rows("roles").find(id).isPresent();
            case "connectionreference" -> row("connectionreferences", "connectionreferencelogicalname", required);
            case "environmentvariabledefinition", "380" ->
                row("environmentvariabledefinitions", "schemaname", required);
            default -> kept(name) || kept(id);
        };
    }

    private boolean row(String set, String member, Element required) {
        String name = required.getAttribute("id." + member);
        String found = name.isEmpty() ? required.getAttribute("schemaName") : name;
        return organisation.rows(set).first(member, found).isPresent();
    }

    private boolean kept(String key) {
        return !key.isEmpty()
                && state.parts().keySet().stream().anyMatch(each -> each.key().equals(key));
    }
}
