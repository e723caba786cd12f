package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.internal.solutions.schema.ColumnReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Brings a package into an organisation, whole or not at all (wire/dataverse.md, section 7). Kinds come in the order in
 * which they need each other.
 */
final class Importer {
    private static final List<PartKind> ORDER = List.of(
            PartKind.CHOICE,
            PartKind.TABLE,
            PartKind.RELATIONSHIP,
            PartKind.ROLE,
            PartKind.PROFILE,
            PartKind.CONNECTOR,
            PartKind.REFERENCE,
            PartKind.VARIABLE,
            PartKind.WEB_RESOURCE,
            PartKind.CANVAS_APP,
            PartKind.WORKFLOW,
            PartKind.OTHER);

    private final SolutionState state;

    Importer(SolutionState state) {
        this.state = state;
    }

    /** Imports; the log says what was done, or why nothing was. */
    Log run(SolutionPackage arriving, ImportOrder order) {
        Log log = new Log();
        Arrival arrival = Arrival.of(state, arriving, order, log);
        Runnable before = state.kept();
        try {
            state.organisation().atomically(() -> {
                bring(arrival);
                return log;
            });
        } catch (ImportFailure refused) {
            before.run();
            log.end(refused);
        } catch (IllegalArgumentException unsuitable) {
            before.run();
            log.end(new ImportFailure(ImportFailure.UNEXPECTED, String.valueOf(unsuitable.getMessage())));
        }
        return log;
    }

    private void bring(Arrival arrival) {
        if (arrival.order().isChecked()) {
            new Checks(arrival).all();
        }
        Optional<Installed> before = state.installed(arrival.installedAs());
        new Membership(arrival).solution();
        Map<PartKind, KindImport> kinds = kinds(arrival);
        for (PartKind kind : ORDER) {
            KindImport imports = kinds.get(kind);
            arrival.arriving().parts(kind).filter(arrival::admits).forEach(part -> {
                if (imports != null) {
                    imports.bring(part);
                }
                keep(part);
                arrival.log().done(part);
            });
        }
        new VariableImport(arrival).older();
        new ParameterImport(arrival).all();
        new WorkflowImport(arrival).switchOn();
        new Membership(arrival).components();
        record(arrival, before);
    }

    /** What imports a kind; kinds without one are kept as they came. */
    @FunctionalInterface
    private interface KindImport {
        void bring(Part part);
    }

    private static Map<PartKind, KindImport> kinds(Arrival arrival) {
        TableImport tables = new TableImport(arrival);
        RowImport rows = new RowImport(arrival);
        Map<PartKind, KindImport> kinds = new LinkedHashMap<>();
        kinds.put(PartKind.CHOICE, tables::choice);
        kinds.put(PartKind.TABLE, tables::table);
        kinds.put(PartKind.RELATIONSHIP, tables::relationship);
        kinds.put(PartKind.ROLE, new RoleImport(arrival)::role);
        kinds.put(PartKind.PROFILE, new ProfileImport(arrival)::profile);
        kinds.put(PartKind.CONNECTOR, rows::connector);
        kinds.put(PartKind.REFERENCE, rows::reference);
        kinds.put(PartKind.VARIABLE, new VariableImport(arrival)::variable);
        kinds.put(PartKind.WEB_RESOURCE, rows::webResource);
        kinds.put(PartKind.CANVAS_APP, rows::canvasApp);
        kinds.put(PartKind.WORKFLOW, new WorkflowImport(arrival)::workflow);
        return kinds;
    }

    private void keep(Part part) {
        state.parts().merge(part.id(), part, Importer::merged);
    }

    private void record(Arrival arrival, Optional<Installed> before) {
        SolutionPackage arriving = arrival.arriving();
        if (arrival.order().mode() == ImportOrder.Mode.UPGRADE && before.isPresent()) {
            state.install(arrival.installedAs(), Installed.of(arriving));
            new Removal(state, arrival.manifest().uniqueName()).remove(before.get(), Installed.of(arriving));
        } else {
            Installed now = before.map(old -> Installed.updated(old, arriving)).orElseGet(() -> Installed.of(arriving));
            state.install(arrival.installedAs(), now);
        }
    }

    /** A part that comes again: the newer definition stands, but a table keeps what the newer one does not speak of. */
    private static Part merged(Part old, Part arriving) {
        if (arriving.kind() != PartKind.TABLE
                || old.element().isEmpty()
                || arriving.element().isEmpty()) {
            return arriving;
        }
        Element whole = Dom.copy(arriving.xml());
        adopt(whole, old.xml());
        Map<String, byte[]> files = new LinkedHashMap<>(old.files());
        files.putAll(arriving.files());
        return new Part(arriving.section(), arriving.key(), Optional.of(whole), files);
    }

    private static void adopt(Element whole, Element old) {
        for (Element child : Dom.children(old)) {
            Optional<Element> same = Dom.child(whole, child.getTagName());
            if (same.isEmpty()) {
                Dom.append(whole, child);
            } else if (List.of("EntityInfo", "entity").contains(child.getTagName())) {
                adopt(same.get(), child);
            } else if (child.getTagName().equals("attributes")) {
                columns(same.get(), child);
            }
        }
    }

    private static void columns(Element whole, Element old) {
        List<String> known =
                Dom.children(whole).stream().map(ColumnReader::name).toList();
        for (Element attribute : Dom.children(old)) {
            if (!known.contains(ColumnReader.name(attribute))) {
                Dom.append(whole, attribute);
            }
        }
    }
}
