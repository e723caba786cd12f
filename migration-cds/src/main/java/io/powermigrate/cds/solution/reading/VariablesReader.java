package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.DefaultValue;
import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.facts.VariableShape;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.internal.secret.Secrets;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads environment variables, wherever a package keeps them (wire/dataverse.md, section 6.8). */
final class VariablesReader {

    private static final Set<String> SECTION_NAMES = Set.of("SchemaName", "IsRequired", "Type", "DefaultValue");
    private static final Set<String> FOLDER_NAMES =
            Set.of("isrequired", "type", "defaultvalue", "apiid", "parameterkey");

    private final Map<String, Found> found = new LinkedHashMap<>();

    /** A variable as far as it was read. */
    private static final class Found {
        private final String schemaName;
        private VariableShape shape = VariableShape.VALUE_ONLY;
        private String type = "";
        private @Nullable String displayName;
        private @Nullable String connectorId;
        private @Nullable String parent;
        private @Nullable String parameterKey;
        private @Nullable String valueFile;
        private boolean required;
        private DefaultValue defaultValue = DefaultValue.ABSENT;
        private boolean hasValue;
        private boolean holdsSecret;

        Found(String schemaName) {
            this.schemaName = schemaName;
        }

        void value(String file, List<String> values) {
            valueFile = file;
            hasValue |= !values.isEmpty();
            holdsSecret |= values.stream().anyMatch(Secrets::isIn);
        }

        void defaultValue(@Nullable String value) {
            if (value != null) {
                defaultValue = value.isBlank() ? DefaultValue.EMPTY : DefaultValue.PRESENT;
                holdsSecret |= Secrets.isIn(value);
            }
        }

        EnvironmentVariable variable() {
            return new EnvironmentVariable(
                    schemaName,
                    shape,
                    type,
                    displayName,
                    required,
                    defaultValue,
                    hasValue,
                    holdsSecret,
                    connectorId,
                    parent,
                    parameterKey,
                    valueFile);
        }
    }

    /** A {@code Definition} of customizations.xml. */
    void section(XmlCursor xml) {
        Found variable = new Found("");
        Fields fields = Fields.read(xml, SECTION_NAMES, child -> {
            if (child.equals("DisplayName")) {
                xml.children(names -> variable.displayName = first(LabelReader.read(xml)));
            }
        });
        Found named = named(fields.text("SchemaName", ""));
        named.shape = VariableShape.SECTION;
        named.displayName = variable.displayName;
        named.type = fields.text("Type", "");
        named.required = fields.flag("IsRequired");
        named.defaultValue(fields.raw("DefaultValue"));
    }

    /** The root of {@code environmentvariabledefinition.xml}. */
    void definition(XmlCursor xml) {
        Found variable = named(xml.attribute("schemaname").orElse(""));
        variable.shape = VariableShape.FOLDER;
        Fields fields = Fields.read(xml, FOLDER_NAMES, child -> {
            switch (child) {
                case "displayname" ->
                    variable.displayName = xml.attribute("default").orElse(null);
                case "parentdefinitionid" ->
                    xml.children(name -> variable.parent = xml.value().orElse(null));
                default -> {}
            }
        });
        variable.type = fields.text("type", "");
        variable.required = fields.flag("isrequired");
        variable.connectorId = fields.text("apiid");
        variable.parameterKey = fields.text("parameterkey");
        variable.defaultValue(fields.raw("defaultvalue"));
    }

    /** {@code environmentvariablevalues.json} in the folder of a variable. */
    void valuesInFolder(PackageFile file, Document json) {
        Document values = json.at("environmentvariablevalues", "environmentvariablevalue");
        Stream<Document> each = values.isArray() ? values.items().stream() : Stream.of(values);
        String[] path = file.path().split("/");
        named(path[path.length - 2])
                .value(
                        file.path(),
                        each.flatMap(value -> value.text("value").stream()).toList());
    }

    /** {@code environment_variable_values.json} at the root. */
    void valuesAtRoot(PackageFile file, Document json) {
        json.at("EnvironmentVariableValues").items().forEach(value -> value.text(
                        "EnvironmentVariableDefinition.SchemaName")
                .ifPresent(name -> named(name)
                        .value(file.path(), value.text("Value").map(List::of).orElse(List.of()))));
    }

    private Found named(String schemaName) {
        return found.computeIfAbsent(Fields.logical(schemaName), none -> new Found(schemaName));
    }

    private static @Nullable String first(Map<String, String> labels) {
        return labels.values().stream().findFirst().orElse(null);
    }

    List<EnvironmentVariable> all() {
        List<EnvironmentVariable> all = new ArrayList<>();
        found.values().forEach(variable -> all.add(variable.variable()));
        return all;
    }

    /** Reads what the folders hold. */
    void folders(PackageFiles files, JsonFiles json, XmlFiles xml) throws IOException {
        for (PackageFile file : files.files()) {
            if (file.folded().matches("environmentvariabledefinitions/[^/]+/environmentvariabledefinition\\.xml")) {
                xml.read(file, (cursor, root) -> definition(cursor));
            } else if (file.folded().matches("environmentvariabledefinitions/[^/]+/environmentvariablevalues\\.json")) {
                valuesInFolder(file, json.read(file));
            } else if (file.folded().equals("environment_variable_values.json")) {
                valuesAtRoot(file, json.read(file));
            }
        }
    }
}
